import { Suspense } from 'react'
import type { Params } from '@/components/insight/asked'
import { ComparePanel } from '@/components/insight/compare-panel'
import { DigitalPanel } from '@/components/insight/digital-panel'
import { FunnelPanel } from '@/components/insight/funnel-panel'
import { GroupsPanel } from '@/components/insight/groups-panel'
import { LikenessPanel } from '@/components/insight/likeness-panel'
import { PresentedPanel } from '@/components/insight/presented-panel'
import { RankingPanel } from '@/components/insight/ranking-panel'
import { SectorPanel } from '@/components/insight/sector-panel'
import { PanelSkeleton, SPANS } from '@/components/insight/skeletons'
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
export function InsightPanels({ params }: { params: Params }) {
  return (
    <div className="grid grid-cols-1 gap-3.5 desk:grid-cols-12">
      {PANELS.map(([name, Panel]) => (
        <Suspense key={name} fallback={name === 'compare' ? null : <PanelSkeleton className={SPANS[name]} />}>
          <Panel params={params} className={SPANS[name]} />
        </Suspense>
      ))}
    </div>
  )
}
