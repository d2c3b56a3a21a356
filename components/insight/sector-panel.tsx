import { ChartCard } from '@/components/charts/chart-card'
import { HeatTable } from '@/components/charts/heat-table'
import { type Params, panelContext } from '@/components/insight/asked'
import { HeatLegend } from '@/components/insight/heat-legend'
import { Indicative } from '@/components/insight/indicative'
import { NothingYet } from '@/components/insight/nothing-yet'
import { heatOf, heatsOf } from '@/components/insight/sector-rows'
import { nameIn } from '@/lib/i18n/name'
import { brief } from '@/lib/insight/figures'
import { insightChoices } from '@/lib/insight/queries'
import { behindQuery } from '@/lib/insight/schema'
import { sectorSentence, shareOf } from '@/lib/insight/sentences'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, rank, sectorRows } from '@/lib/ranking/rules'
import { sectorShareTable, sectorTable } from '@/lib/ranking/tables'
import { weighing } from '@/lib/weighting/queries'

/** Types of need in the table's head; the others are in the ranking. */
const MOST_COLUMNS = 8

export async function SectorPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const [cells, allTypes, { sectors }, weigh] = await Promise.all([
    readCells(filter),
    rankedTypes(),
    insightChoices(),
    weighing(filter),
  ])
  const n = baseOf(cells)
  const ranked = rank(cells, allTypes, weigh)
  const shown = ranked.filter(({ isRest }) => !isRest).slice(0, MOST_COLUMNS)
  const types = shown.map(({ type }) => type)
  const rest = sectors.find(({ code }) => code === 'other')?.id
  const sorted = sectorRows(cells, rest, weigh)
  const counts = sectorTable(t, locale, sorted, shown, sectors)
  const table = brief(counts)
  const told = filter.weighted ? brief(sectorShareTable(t, counts, sorted, shown)) : table
  const heats = [...sorted.map((row) => heatsOf(row, types)), shown.map((type) => heatOf(type.n, type))]
  return (
    <ChartCard
      id="sectors"
      title={t('heat.title')}
      className={className}
      reading={
        <>
          {sectorSentence(t, locale, sorted, ranked[0], shareOf(filter))}
          <Indicative visited={n} />
        </>
      }
      chart={
        n === 0 ? (
          <NothingYet filter={filter} className="h-100" />
        ) : (
          <>
            <HeatTable
              caption={t('heat.title')}
              table={table}
              columns={types.map((type) => ({ of: behindQuery({ need: type.id }), title: nameIn(locale, type) }))}
              heats={heats}
            />
            <HeatLegend />
          </>
        )
      }
      tables={[told]}
    />
  )
}
