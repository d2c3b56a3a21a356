import { getTranslations } from 'next-intl/server'
import { type Params, panelContext } from '@/components/insight/asked'
import { PeriodPill } from '@/components/insight/period-pill'
import { LinkButton } from '@/components/ui/link-button'
import { RowIcon } from '@/components/ui/row-icon'
import { SelectPill } from '@/components/ui/select-pill'
import { TogglePill } from '@/components/ui/toggle-pill'
import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices, promoterChoices } from '@/lib/insight/queries'
import { drawnCampaign, soleCampaign } from '@/lib/insight/rules'
import { queryOf, SIZES } from '@/lib/insight/schema'
import { readCells } from '@/lib/ranking/queries'
import { baseOf } from '@/lib/ranking/rules'

/** What the whole page is about; every choice is in the address. */
export async function InsightFilters({ params }: { params: Params }) {
  const [{ t, locale, filter }, common] = await Promise.all([panelContext(params), getTranslations('common')])
  const [choices, promoters, cells] = await Promise.all([insightChoices(), promoterChoices(), readCells(filter)])
  const areas = [...new Set(choices.municipalities.map(({ province }) => province))]
  const visited = baseOf(cells)
  const line = <span aria-hidden className="mx-0.5 h-5.5 w-px bg-border max-tablet:hidden" />
  return (
    <fieldset className="mb-3.5 flex min-w-0 flex-wrap items-center gap-2">
      <legend className="sr-only">{t('filters.label')}</legend>
      <SelectPill
        param="campaign"
        label={t('filters.campaign')}
        icon={<RowIcon name="megaphone" />}
        options={choices.campaigns.map(({ id, name }) => ({ id, label: name }))}
        value={filter.campaign.join(',')}
        none={soleCampaign(choices.campaigns, filter)?.name ?? t('filters.allCampaigns')}
        multiple
      />
      <PeriodPill from={filter.from ?? ''} to={filter.to ?? ''} locale={locale} />
      {line}
      <SelectPill
        param="sector"
        label={t('filters.sector')}
        options={choices.sectors.map((sector) => ({ id: sector.id, label: nameIn(locale, sector) }))}
        value={filter.sector.join(',')}
        none={t('filters.allSectors')}
        multiple
      />
      <SelectPill
        param="municipality"
        label={t('filters.municipality')}
        options={choices.municipalities.map(({ istatCode, name }) => ({ id: istatCode, label: name }))}
        value={filter.municipality.join(',')}
        none={t('filters.allMunicipalities')}
        multiple
      />
      {areas.length > 1 && (
        <SelectPill
          param="area"
          label={t('filters.area')}
          options={areas.map((province) => ({ id: province, label: province }))}
          value={filter.area.join(',')}
          none={t('filters.allAreas')}
          multiple
        />
      )}
      <SelectPill
        param="size"
        label={t('filters.size')}
        options={SIZES.map((size) => ({ id: size, label: t(`sizes.${size}`) }))}
        value={filter.size.join(',')}
        none={t('filters.allSizes')}
        multiple
      />
      {line}
      <TogglePill param="young" label={t('filters.young')} />
      <TogglePill param="female" label={t('filters.female')} />
      <TogglePill param="foreign" label={t('filters.foreign')} />
      {promoters.length > 0 && (
        <SelectPill
          param="promoter"
          label={t('filters.promoter')}
          options={promoters.map(({ id, name }) => ({ id, label: name }))}
          value={filter.promoter.join(',')}
          none={t('filters.allPromoters')}
          multiple
        />
      )}
      {drawnCampaign(choices.campaigns, filter) && <TogglePill param="weighted" label={t('filters.weighted')} />}
      {queryOf(filter) && (
        <LinkButton href="/insight" variant="ghost" size="sm">
          {common('clearFilters')}
        </LinkButton>
      )}
      <p role="status" className="ml-auto text-small text-text-2">
        {t.rich('filters.visited', {
          n: visited,
          count: formatNumber(locale, visited),
          b: (text) => <b className="font-semibold">{text}</b>,
        })}
      </p>
    </fieldset>
  )
}
