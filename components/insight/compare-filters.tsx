import { getTranslations } from 'next-intl/server'
import { type Params, panelContext } from '@/components/insight/asked'
import { PeriodPill } from '@/components/insight/period-pill'
import { LinkButton } from '@/components/ui/link-button'
import { SelectPill } from '@/components/ui/select-pill'
import { insightChoices } from '@/lib/insight/queries'
import { otherSide, queryOf } from '@/lib/insight/schema'

/** What the page is compared with, if with anything. */
export async function CompareFilters({ params }: { params: Params }) {
  const [{ locale, filter }, t, { campaigns }, raw] = await Promise.all([
    panelContext(params),
    getTranslations('insight.filters'),
    insightChoices(),
    params,
  ])
  const { vs, vsFrom, vsTo } = otherSide.parse(raw)
  const active = vs.length > 0 || vsFrom || vsTo
  return (
    <fieldset className="mb-3.5 flex min-w-0 flex-wrap items-center gap-2">
      <legend className="float-left mr-1 text-table text-text-2">{t('compare')}</legend>
      {campaigns.length > 1 && (
        <SelectPill
          param="vs"
          label={t('vs')}
          options={campaigns.map(({ id, name }) => ({ id, label: name }))}
          value={vs.join(',')}
          none={t('vsSame')}
          multiple
        />
      )}
      <PeriodPill
        from={vsFrom ?? ''}
        to={vsTo ?? ''}
        locale={locale}
        names={['vsFrom', 'vsTo']}
        label={t('vsPeriod')}
        none={t('vsSamePeriod')}
      />
      {active && (
        <LinkButton href={`/insight${queryOf(filter)}`} variant="ghost" size="sm">
          {t('stopComparing')}
        </LinkButton>
      )}
    </fieldset>
  )
}
