import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'
import { type InsightFilter, queryOf } from '@/lib/insight/schema'

/** In the place of a chart without numbers: what will appear, or that the filter is too narrow. */
export async function NothingYet({ filter, className }: { filter: InsightFilter; className: string }) {
  const t = await getTranslations('insight.empty')
  return <Empty title={t(queryOf(filter) ? 'filtered' : 'title')} className={className} />
}
