import { BarRanking } from '@/components/charts/bar-ranking'
import { ChartCard } from '@/components/charts/chart-card'
import { type Params, panelContext } from '@/components/insight/asked'
import { Indicative } from '@/components/insight/indicative'
import { NothingYet } from '@/components/insight/nothing-yet'
import { brief } from '@/lib/insight/figures'
import { behindQuery } from '@/lib/insight/schema'
import { rankingSentence, shareOf } from '@/lib/insight/sentences'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, rank } from '@/lib/ranking/rules'
import { rankingTable } from '@/lib/ranking/tables'
import { weighing } from '@/lib/weighting/queries'

export async function RankingPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const [cells, types, weigh] = await Promise.all([readCells(filter), rankedTypes(), weighing(filter)])
  const n = baseOf(cells)
  const ranked = rank(cells, types, weigh)
  const table = brief(rankingTable(t, locale, ranked))
  const rest = ranked.filter(({ isRest }) => isRest).map(({ type }) => behindQuery({ need: type.id }))
  return (
    <ChartCard
      id="ranking"
      title={t('ranking.title')}
      className={className}
      reading={
        <>
          {rankingSentence(t, locale, ranked, shareOf(filter))}
          <Indicative visited={n} />
        </>
      }
      chart={
        n === 0 ? <NothingYet filter={filter} className="h-65" /> : <BarRanking table={table} base={n} rest={rest} />
      }
      tables={[table]}
    />
  )
}
