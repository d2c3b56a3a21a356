import { ChartCard } from '@/components/charts/chart-card'
import { type Dumbbell, Dumbbells } from '@/components/charts/dumbbells'
import { type Params, panelContext } from '@/components/insight/asked'
import { Indicative } from '@/components/insight/indicative'
import { NothingYet } from '@/components/insight/nothing-yet'
import { registerMakeup, visitedMakeup } from '@/lib/composition/queries'
import { type Likeness, likeness, wholeOf } from '@/lib/composition/rules'
import { likenessName, likenessOf, likenessTable } from '@/lib/composition/tables'
import { formatInterval, formatShare } from '@/lib/format'
import { insightChoices } from '@/lib/insight/queries'
import { likenessSentence } from '@/lib/insight/sentences'
import { formatPoints } from '@/lib/insight/tables'
import { showShare } from '@/lib/statistics/showing'

/** The largest sectors; the others are in the table. */
const MOST_SECTORS = 6

export async function LikenessPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const [register, visited, { sectors }] = await Promise.all([
    registerMakeup(filter),
    visitedMakeup(filter),
    insightChoices(),
  ])
  const lines = likeness(register, visited)
  const n = wholeOf(visited)
  const name = (line: Likeness) => likenessName(t, locale, line, sectors)
  const row = (line: Likeness): Dumbbell => ({
    key: line.key,
    name: name(line),
    of: likenessOf(line),
    from: line.registerShare,
    to: line.visitedShare,
    points: formatPoints(locale, line.visitedShare - line.registerShare),
    apart: line.apart,
    about: [
      name(line),
      `${t('likeness.register')} ${formatShare(locale, line.registerShare)}`,
      `${t('likeness.visited')} ${formatShare(locale, line.visitedShare)}`,
      line.interval ? t('interval', { interval: formatInterval(locale, line.interval) }) : '',
    ].join(' · '),
  })
  const groups = (['size', 'flag', 'sector'] as const).map((kind) => {
    const of = lines.filter((line) => line.kind === kind)
    return { key: kind, rows: (kind === 'sector' ? of.slice(0, MOST_SECTORS) : of).map(row) }
  })
  return (
    <ChartCard
      id="likeness"
      phone="chart"
      title={t('likeness.title')}
      className={className}
      reading={
        <>
          {likenessSentence(t, locale, lines, name, n)}
          <Indicative visited={n} />
        </>
      }
      chart={
        showShare(n) && lines.length > 0 ? (
          <Dumbbells
            groups={groups}
            legend={[t('likeness.register'), t('likeness.visited')]}
            points={t('likeness.points')}
            percent={(share) => formatShare(locale, share, 0)}
          />
        ) : (
          <NothingYet filter={filter} className="h-65" />
        )
      }
      tables={[likenessTable(t, locale, lines, sectors, n)]}
    />
  )
}
