import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { DigitalPanel } from '@/components/insight/digital-panel'
import { FunnelPanel } from '@/components/insight/funnel-panel'
import { Headline } from '@/components/insight/headline'
import { InsightFilters } from '@/components/insight/insight-filters'
import { InsightHead } from '@/components/insight/insight-head'
import { MethodNote } from '@/components/insight/method-note'
import { RankingPanel } from '@/components/insight/ranking-panel'
import { SectorPanel } from '@/components/insight/sector-panel'
import { FiltersSkeleton, HeadlineSkeleton, PanelSkeleton, SPANS } from '@/components/insight/skeletons'
import { YoungPanel } from '@/components/insight/young-panel'
import { Messages } from '@/components/ui/messages'

export async function generateMetadata() {
  return { title: (await getTranslations('insight'))('title') }
}

const PANELS = [
  ['ranking', RankingPanel],
  ['funnel', FunnelPanel],
  ['sectors', SectorPanel],
  ['digital', DigitalPanel],
  ['young', YoungPanel],
] as const

export default function InsightPage({ searchParams }: PageProps<'/insight'>) {
  return (
    <Messages pick={['insight.period', 'insight.table', 'insight.tableOf']}>
      <InsightHead params={searchParams} />
      <Suspense fallback={<FiltersSkeleton />}>
        <InsightFilters params={searchParams} />
      </Suspense>
      <Suspense fallback={<HeadlineSkeleton />}>
        <Headline params={searchParams} />
      </Suspense>
      <div className="grid grid-cols-1 gap-3.5 desk:grid-cols-12">
        {PANELS.map(([name, Panel]) => (
          <Suspense key={name} fallback={<PanelSkeleton className={SPANS[name]} />}>
            <Panel params={searchParams} className={SPANS[name]} />
          </Suspense>
        ))}
      </div>
      <Suspense>
        <MethodNote params={searchParams} />
      </Suspense>
    </Messages>
  )
}
