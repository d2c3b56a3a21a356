import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'
import { type InsightFilter, queryOf } from '@/lib/insight/schema'

/** In the place of a chart without numbers: what will appear, or that the filter is too narrow. */
export async function NothingYet({ filter, className }: { filter: InsightFilter; className: string }) {
  const t = await getTranslations('insight.empty')
  // A campaign that nobody has begun is no narrow filter.
  const isNarrow = queryOf({ ...filter, campaign: [] }) !== ''
  return <Empty title={t(isNarrow ? 'filtered' : 'title')} className={className} />
}
