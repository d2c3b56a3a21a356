import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { FilteredLinks } from '@/components/charts/filtered-links'
import { CompareFilters } from '@/components/insight/compare-filters'
import { Headline } from '@/components/insight/headline'
import { InsightFilters } from '@/components/insight/insight-filters'
import { InsightHead } from '@/components/insight/insight-head'
import { MethodNote } from '@/components/insight/method-note'
import { InsightPanels } from '@/components/insight/panels'
import { FiltersSkeleton, HeadlineSkeleton } from '@/components/insight/skeletons'
import { Messages } from '@/components/ui/messages'
import { gate } from '@/lib/session'

/** What is said in the browser: of the charts only what stands in their cells. */
const TEXTS = [
  ...(['insight.period', 'insight.table', 'insight.tableOf', 'insight.export', 'insight.views'] as const),
  ...(['insight.of', 'insight.interval', 'insight.few', 'insight.fewTitle', 'insight.marks'] as const),
]

export async function generateMetadata() {
  return { title: (await getTranslations('insight'))('title') }
}

// The gate comes before the first byte: once streaming has begun a refusal would still answer 200.
export default async function InsightPage({ searchParams }: PageProps<'/insight'>) {
  await gate('insight.read')
  return (
    <Messages pick={TEXTS}>
      <InsightHead params={searchParams} />
      <Suspense fallback={<FiltersSkeleton />}>
        <InsightFilters params={searchParams} />
        <CompareFilters params={searchParams} />
      </Suspense>
      <FilteredLinks>
        <Suspense fallback={<HeadlineSkeleton />}>
          <Headline params={searchParams} />
        </Suspense>
        <InsightPanels params={searchParams} />
      </FilteredLinks>
      <Suspense>
        <MethodNote params={searchParams} />
      </Suspense>
    </Messages>
  )
}
