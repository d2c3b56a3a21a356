import { formatDate } from '@/lib/format'
import type { InsightFilter } from '@/lib/insight/schema'
import type { Words } from '@/lib/insight/sentences'
import { dateColumn } from '@/lib/today/rules'

/** What one side of a comparison is called: its campaigns and its days. */
export function sideName(
  t: Words,
  locale: string,
  campaigns: { id: string; name: string }[],
  { campaign, from, to }: Pick<InsightFilter, 'campaign' | 'from' | 'to'>,
): string {
  const day = (date: string) => formatDate(locale, dateColumn(date), 'day')
  const chosen = campaigns.filter(({ id }) => campaign.includes(id)).map(({ name }) => name)
  const days =
    from && to
      ? t('period.between', { from: day(from), to: day(to) })
      : from
        ? t('period.since', { from: day(from) })
        : to && t('period.until', { to: day(to) })
  return [chosen.join(', ') || t('filters.everyCampaign'), days].filter(Boolean).join(' · ')
}
