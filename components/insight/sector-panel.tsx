import { ChartCard } from '@/components/charts/chart-card'
import { HeatTable } from '@/components/charts/heat-table'
import { type Params, panelContext } from '@/components/insight/asked'
import { HeatLegend } from '@/components/insight/heat-legend'
import { Indicative } from '@/components/insight/indicative'
import { NothingYet } from '@/components/insight/nothing-yet'
import { cellOf, heatRow } from '@/components/insight/sector-rows'
import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices } from '@/lib/insight/queries'
import { behindQuery } from '@/lib/insight/schema'
import { sectorSentence } from '@/lib/insight/sentences'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, rank, sectorRows } from '@/lib/ranking/rules'
import { sectorTable } from '@/lib/ranking/tables'
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
  const names = new Map(sectors.map((sector) => [sector.id, nameIn(locale, sector)]))
  const rest = sectors.find(({ code }) => code === 'other')?.id
  const sorted = sectorRows(cells, rest, weigh)
  const context = { t, locale, types }
  const total = {
    name: t('heat.total'),
    base: formatNumber(locale, n),
    of: behindQuery({ step: 'visited' }),
    cells: shown.map(({ type, firms, share, interval }) => {
      const found = share !== null && interval ? { share, interval } : undefined
      return cellOf(context, t('heat.total'), type, { firms, n, found })
    }),
  }
  const columns = types.map((type) => {
    const name = locale === 'en' ? type.shortEn : type.shortIt
    return { key: type.id, name, title: nameIn(locale, type), of: behindQuery({ need: type.id }) }
  })
  return (
    <ChartCard
      id="sectors"
      title={t('heat.title')}
      className={className}
      reading={
        <>
          {sectorSentence(t, locale, sorted, ranked[0])}
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
              head={{ row: t('heat.sector'), base: t('heat.visited'), columns }}
              rows={sorted.map((row) => heatRow(context, row, names.get(row.sectorId) ?? ''))}
              total={total}
              few={{ mark: t('few'), title: t('fewTitle') }}
              hint={t('heat.keys')}
            />
            <HeatLegend />
          </>
        )
      }
      tables={[sectorTable(t, locale, sorted, shown, sectors)]}
    />
  )
}
