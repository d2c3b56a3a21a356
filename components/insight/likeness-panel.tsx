import { ChartCard } from '@/components/charts/chart-card'
import { Dumbbells } from '@/components/charts/dumbbells'
import { type Params, panelContext } from '@/components/insight/asked'
import { Indicative } from '@/components/insight/indicative'
import { NothingYet } from '@/components/insight/nothing-yet'
import { registerMakeup, visitedMakeup } from '@/lib/composition/queries'
import { type Likeness, likeness, wholeOf } from '@/lib/composition/rules'
import { likenessSentence } from '@/lib/composition/sentences'
import { likenessName, likenessOf, likenessTable } from '@/lib/composition/tables'
import { brief } from '@/lib/insight/figures'
import { insightChoices } from '@/lib/insight/queries'
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
  const table = brief(likenessTable(t, locale, lines, sectors, n))
  const groups = (['size', 'flag', 'sector'] as const).map((kind) => {
    const of = lines.filter((line) => line.kind === kind)
    return (kind === 'sector' ? of.slice(0, MOST_SECTORS) : of).map(likenessOf)
  })
  const apart = lines.filter((line) => line.apart).map(likenessOf)
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
          <Dumbbells table={table} groups={groups} apart={apart} />
        ) : (
          <NothingYet filter={filter} className="h-65" few={n > 0} />
        )
      }
      tables={[table]}
    />
  )
}
