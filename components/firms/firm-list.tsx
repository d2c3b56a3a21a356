import { getLocale, getTranslations } from 'next-intl/server'
import { listAddress } from '@/components/firms/firm-address'
import { FirmNone } from '@/components/firms/firm-none'
import { FirmTable } from '@/components/firms/firm-table'
import { Pager } from '@/components/ui/pager'
import { campaignChoices } from '@/lib/campaigns/queries'
import { searchFirms } from '@/lib/firm-search/queries'
import type { FirmFilter } from '@/lib/firms/schema'
import { COUNT_LIMIT, formatNumber } from '@/lib/format'

/** One page of the firms that answer the filters. */
export async function FirmList({ filter }: { filter: FirmFilter }) {
  const [t, locale, campaigns] = await Promise.all([getTranslations('firms.list'), getLocale(), campaignChoices()])
  // "Contacted" means: in the campaign at hand, unless the address names another.
  const campaign = filter.campaign ?? campaigns[0]?.id
  const { total, rows, next } = await searchFirms({ ...filter, campaign }, campaign)
  if (total === 0) return <FirmNone filter={filter} />
  const shown = formatNumber(locale, Math.min(total, COUNT_LIMIT))
  const count = total > COUNT_LIMIT ? t('many', { shown }) : t('count', { total, shown })
  return (
    <div className="rounded-l border border-border bg-surface">
      {rows.length ? (
        <FirmTable rows={rows} inCampaign={campaign !== undefined} />
      ) : (
        <p className="p-4">{t('pageOver')}</p>
      )}
      <Pager
        label={count}
        previous={filter.after && listAddress(filter)}
        next={next && listAddress(filter, next)}
        previousLabel={t('first')}
        nextLabel={t('next')}
      />
    </div>
  )
}
