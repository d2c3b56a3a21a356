import { getLocale, getTranslations } from 'next-intl/server'
import { FirmSearchForm } from '@/components/firms/firm-search-form'
import { SelectPill } from '@/components/ui/select-pill'
import { TogglePill } from '@/components/ui/toggle-pill'
import type { Way } from '@/lib/campaigns/rules'
import type { Stratifier } from '@/lib/draws/rules'
import { filterChoices } from '@/lib/firm-search/queries'
import { SIZE_CLASSES } from '@/lib/firms/rules'
import type { FirmFilter } from '@/lib/firms/schema'
import { nameIn } from '@/lib/i18n/name'
import { OPPOSITION_RULES } from '@/lib/oppositions/rules'
import type { OppositionRule } from '@/prisma/client/enums'

type CampaignFiltersProps = {
  filter: FirmFilter
  way: Way
  by: Stratifier[]
  coolOffMonths: number
  opposition: OppositionRule
}

const REST_MONTHS = [0, 3, 6, 12, 18, 24, 36]

/** Which firms: the filters of the firm list that make sense for a campaign, in the address. */
export async function CampaignFilters({ filter, way, by, coolOffMonths, opposition }: CampaignFiltersProps) {
  const [t, rules, firms, locale, { sectors, municipalities }] = await Promise.all([
    getTranslations('campaigns.make'),
    getTranslations('oppositions.rules'),
    getTranslations('firms'),
    getLocale(),
    filterChoices(),
  ])
  const contacted = (['', 'yes', 'no'] as const).map((id) => {
    const label = { '': 'anyContact', yes: 'contactedYes', no: 'contactedNo' } as const
    return { id, label: firms(`filters.${label[id]}`) }
  })
  const months = [...new Set([...REST_MONTHS, coolOffMonths])].sort((a, b) => a - b)
  const kept: [string, string][] = [
    ['way', way],
    ['strata', by.join(',') || 'none'],
    ['coolOff', String(coolOffMonths)],
    ['opposition', opposition],
  ]
  return (
    <>
      <div className="mb-2.5">
        <FirmSearchForm filter={filter} action="/campaigns/new" keep={kept} />
      </div>
      <fieldset className="flex min-w-0 flex-wrap gap-2">
        <legend className="sr-only">{t('filters')}</legend>
        <SelectPill
          param="sector"
          label={firms('filters.sector')}
          multiple
          value={filter.sector.join(',')}
          options={sectors.map((sector) => ({ id: sector.id, label: nameIn(locale, sector) }))}
        />
        <SelectPill
          param="municipality"
          label={firms('filters.municipality')}
          multiple
          value={filter.municipality.join(',')}
          options={municipalities.map(({ istatCode, name }) => ({ id: istatCode, label: name }))}
        />
        <SelectPill
          param="size"
          label={firms('filters.size')}
          multiple
          value={filter.size.join(',')}
          options={SIZE_CLASSES.map((id) => ({ id, label: firms(`size.${id}`) }))}
        />
        <SelectPill param="contacted" label={firms('filters.contacted')} value={filter.contacted} options={contacted} />
        <SelectPill
          param="coolOff"
          label={t('rest')}
          value={String(coolOffMonths)}
          options={months.map((count) => ({ id: String(count), label: t('months', { count }) }))}
        />
        <SelectPill
          param="opposition"
          label={t('opposition')}
          value={opposition}
          options={OPPOSITION_RULES.map((id) => ({ id, label: rules(id) }))}
        />
        <TogglePill param="young" label={firms('flags.young')} />
        <TogglePill param="female" label={firms('flags.female')} />
        <TogglePill param="foreign" label={firms('flags.foreign')} />
      </fieldset>
    </>
  )
}
