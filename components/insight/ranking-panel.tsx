import { BarRanking } from '@/components/charts/bar-ranking'
import { ChartCard } from '@/components/charts/chart-card'
import { type Params, panelContext } from '@/components/insight/asked'
import { Indicative } from '@/components/insight/indicative'
import { NothingYet } from '@/components/insight/nothing-yet'
import { formatInterval, formatNumber, formatShare } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { behindQuery } from '@/lib/insight/schema'
import { rankingSentence } from '@/lib/insight/sentences'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, rank } from '@/lib/ranking/rules'
import { rankingTable } from '@/lib/ranking/tables'
import { showShare } from '@/lib/statistics/showing'
import { weighing } from '@/lib/weighting/queries'

export async function RankingPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const [cells, types, weigh] = await Promise.all([readCells(filter), rankedTypes(), weighing(filter)])
  const n = baseOf(cells)
  const shares = showShare(n)
  const ranked = rank(cells, types, weigh)
  const table = rankingTable(t, locale, ranked)
  let place = 0
  const rows = ranked.map(({ type, firms, share, interval, isRest }) => {
    const shown = shares && share !== null && interval
    const some = t('of', { some: formatNumber(locale, firms), all: formatNumber(locale, n) })
    const shareText = shown ? formatShare(locale, share) : '–'
    const intervalText = shown ? formatInterval(locale, interval) : '–'
    const about = [nameIn(locale, type), some, ...(shown ? [shareText, t('interval', { interval: intervalText })] : [])]
    return {
      key: type.id,
      name: nameIn(locale, type),
      of: behindQuery({ need: type.id }),
      place: isRest || !shares ? '' : String(++place),
      bar: shown ? { share, low: interval[0], high: interval[1] } : null,
      isRest,
      figures: [shareText, intervalText, shares ? formatNumber(locale, firms) : some] as [string, string, string],
      about: about.join(' · '),
    }
  })
  return (
    <ChartCard
      id="ranking"
      title={t('ranking.title')}
      className={className}
      reading={
        <>
          {rankingSentence(t, locale, ranked)}
          <Indicative visited={n} />
        </>
      }
      chart={
        n === 0 ? (
          <NothingYet filter={filter} className="h-65" />
        ) : (
          <BarRanking
            base={table.caption}
            head={[t('ranking.share'), t('ci'), t('ranking.firms')]}
            rows={rows}
            percent={(share) => formatShare(locale, share, 0)}
          />
        )
      }
      tables={[table]}
    />
  )
}
