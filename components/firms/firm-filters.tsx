import { getLocale, getTranslations } from 'next-intl/server'
import { SelectPill } from '@/components/ui/select-pill'
import { TogglePill } from '@/components/ui/toggle-pill'
import { campaignChoices } from '@/lib/campaigns/queries'
import { filterChoices } from '@/lib/firm-search/queries'
import { SIZE_CLASSES } from '@/lib/firms/rules'
import type { FirmFilter } from '@/lib/firms/schema'
import { nameIn } from '@/lib/i18n/name'
import { RegisterStatus } from '@/prisma/client/enums'

export async function FirmFilters({ filter }: { filter: FirmFilter }) {
  const [t, locale, { sectors, municipalities }, campaigns] = await Promise.all([
    getTranslations('firms'),
    getLocale(),
    filterChoices(),
    campaignChoices(),
  ])
  const contacted = [
    { id: '', label: t('filters.anyContact') },
    { id: 'yes', label: t('filters.contactedYes') },
    { id: 'no', label: t('filters.contactedNo') },
  ]
  return (
    <fieldset className="flex min-w-0 gap-2 tablet:flex-wrap max-tablet:-mx-4 max-tablet:overflow-x-auto max-tablet:px-4 max-tablet:py-1 max-tablet:*:shrink-0">
      <legend className="sr-only">{t('list.filters')}</legend>
      <SelectPill
        param="sector"
        label={t('filters.sector')}
        multiple
        value={filter.sector.join(',')}
        options={sectors.map((sector) => ({ id: sector.id, label: nameIn(locale, sector) }))}
      />
      <SelectPill
        param="municipality"
        label={t('filters.municipality')}
        multiple
        value={filter.municipality.join(',')}
        options={municipalities.map(({ istatCode, name }) => ({ id: istatCode, label: name }))}
      />
      <SelectPill
        param="size"
        label={t('filters.size')}
        multiple
        value={filter.size.join(',')}
        options={SIZE_CLASSES.map((id) => ({ id, label: t(`size.${id}`) }))}
      />
      <SelectPill
        param="status"
        label={t('filters.status')}
        value={filter.status}
        options={[
          { id: '', label: t('filters.any') },
          ...Object.values(RegisterStatus).map((id) => ({ id, label: t(`status.${id}`) })),
        ]}
      />
      <SelectPill param="contacted" label={t('filters.contacted')} value={filter.contacted} options={contacted} />
      {campaigns.length > 1 && (
        <SelectPill
          param="campaign"
          label={t('filters.campaign')}
          value={filter.campaign ?? campaigns[0]?.id}
          options={campaigns.map(({ id, name }) => ({ id, label: name }))}
        />
      )}
      <TogglePill param="young" label={t('flags.young')} />
      <TogglePill param="female" label={t('flags.female')} />
      <TogglePill param="foreign" label={t('flags.foreign')} />
      <TogglePill param="doNotContact" label={t('filters.doNotContact')} />
    </fieldset>
  )
}
