import { ChartCard } from '@/components/charts/chart-card'
import { ShapeMap } from '@/components/charts/shape-map'
import { type Params, panelContext } from '@/components/insight/asked'
import { NothingYet } from '@/components/insight/nothing-yet'
import { RateLegend } from '@/components/insight/rate-legend'
import { registerMakeup, visitedMakeup } from '@/lib/composition/queries'
import { places, rateShade } from '@/lib/composition/rules'
import { placeSentence } from '@/lib/composition/sentences'
import { placeTable } from '@/lib/composition/tables'
import { formatNumber } from '@/lib/format'
import { brief } from '@/lib/insight/figures'
import { mapSpots } from '@/lib/map/queries'
import { drawMap } from '@/lib/map/rules'

/** Visited firms per 1,000 registered, municipality by municipality: the map, and the table beside it. */
export async function TerritoryPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const [register, visited, { spots, names, credit }] = await Promise.all([
    registerMakeup(filter),
    visitedMakeup(filter),
    mapSpots(),
  ])
  const rows = places(register, visited)
  const firms = new Map(rows.map((row) => [row.code, row.registered]))
  const drawing = drawMap(spots.map((spot) => ({ ...spot, firms: firms.get(spot.code) ?? 0 })))
  const table = brief(placeTable(t, rows, names))
  const shades = rows.map(rateShade)
  return (
    <ChartCard
      id="territory"
      phone="chart"
      title={t('territory.title')}
      className={className}
      reading={placeSentence(t, locale, rows)}
      chart={
        rows.length === 0 ? (
          <NothingYet filter={filter} className="h-65" />
        ) : (
          <>
            <ShapeMap
              label={t('territory.map')}
              frame={{ width: drawing.width, height: drawing.height, inset: drawing.inset }}
              shapes={drawing.shapes.map(({ named, ...shape }) => shape)}
              towns={drawing.shapes.flatMap(({ code, x, y, named }) => (named ? [{ code, x, y }] : []))}
              table={table}
              places={t('territory.places')}
              shades={shades}
              islands={t('territory.islands')}
            />
            <RateLegend format={(value) => formatNumber(locale, value)} />
            <p className="mt-1 text-micro text-axis">{credit ?? t('territory.schematic')}</p>
          </>
        )
      }
      tables={[table]}
    />
  )
}
