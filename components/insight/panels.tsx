import { Suspense } from 'react'
import { askedSecond, type Params } from '@/components/insight/asked'
import { ComparePanel } from '@/components/insight/compare-panel'
import { DigitalPanel } from '@/components/insight/digital-panel'
import { FunnelPanel } from '@/components/insight/funnel-panel'
import { GroupsPanel } from '@/components/insight/groups-panel'
import { LikenessPanel } from '@/components/insight/likeness-panel'
import { PresentedPanel } from '@/components/insight/presented-panel'
import { RankingPanel } from '@/components/insight/ranking-panel'
import { SectorPanel } from '@/components/insight/sector-panel'
import { HEIGHTS, PanelSkeleton, SPANS } from '@/components/insight/skeletons'
import { TerritoryPanel } from '@/components/insight/territory-panel'
import { TrendPanel } from '@/components/insight/trend-panel'

const PANELS = [
  ['compare', ComparePanel],
  ['ranking', RankingPanel],
  ['funnel', FunnelPanel],
  ['sectors', SectorPanel],
  ['digital', DigitalPanel],
  ['groups', GroupsPanel],
  ['territory', TerritoryPanel],
  ['trend', TrendPanel],
  ['likeness', LikenessPanel],
  ['presented', PresentedPanel],
] as const

/** Each panel comes as soon as its numbers are there. */
export async function InsightPanels({ params }: { params: Params }) {
  const compares = (await askedSecond(params)) !== null
  return (
    <div className="grid grid-cols-1 gap-3.5 desk:grid-cols-12">
      {PANELS.filter(([name]) => name !== 'compare' || compares).map(([name, Panel]) => (
        <Suspense key={name} fallback={<PanelSkeleton className={`${SPANS[name]} ${HEIGHTS[name]}`} />}>
          <Panel params={params} className={SPANS[name]} />
        </Suspense>
      ))}
    </div>
  )
}
