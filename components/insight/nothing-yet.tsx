import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'
import { type InsightFilter, queryOf } from '@/lib/insight/schema'

type NothingYetProps = {
  filter: InsightFilter
  className: string
  /** There is something, too little to draw. */
  few?: boolean
}

/** In the place of a chart without numbers: what will appear, or that the filter is too narrow. */
export async function NothingYet({ filter, className, few }: NothingYetProps) {
  const t = await getTranslations('insight.empty')
  // A campaign that nobody has begun is no narrow filter.
  const isNarrow = few || queryOf({ ...filter, campaign: [] }) !== ''
  return <Empty title={t(isNarrow ? 'filtered' : 'title')} className={className} />
}
