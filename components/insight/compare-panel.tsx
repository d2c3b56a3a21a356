import { ChangeBars } from '@/components/charts/change-bars'
import { ChartCard } from '@/components/charts/chart-card'
import { askedSecond, type Params, panelContext } from '@/components/insight/asked'
import { sideName } from '@/components/insight/side-name'
import { compareSides, type Side } from '@/lib/comparison/rules'
import { changeName, changeOf, compareSentence, compareTable } from '@/lib/comparison/tables'
import { readLevels } from '@/lib/digital/queries'
import { brief, formatPoints, formatPointsInterval } from '@/lib/insight/figures'
import { insightChoices, readReach } from '@/lib/insight/queries'
import type { InsightFilter } from '@/lib/insight/schema'
import { rankedTypes, readCells } from '@/lib/ranking/queries'

async function sideOf(filter: InsightFilter): Promise<Side> {
  const [reach, cells, levels] = await Promise.all([readReach(filter), readCells(filter), readLevels(filter)])
  return { reach, cells, levels }
}

/** Two campaigns or two periods side by side; nothing where the address names only one. */
export async function ComparePanel({ params, className }: { params: Params; className?: string }) {
  const [{ t, locale, filter }, other] = await Promise.all([panelContext(params), askedSecond(params)])
  if (!other) return null
  const [first, second, types, { campaigns }] = await Promise.all([
    sideOf(filter),
    sideOf(other),
    rankedTypes(),
    insightChoices(),
  ])
  const names: [string, string] = [sideName(t, locale, campaigns, filter), sideName(t, locale, campaigns, other)]
  const lines = compareSides(first, second, types)
  const gap = ({ difference, interval }: { difference: number; interval: readonly [number, number] }) =>
    t('groups.gap', { points: formatPoints(locale, difference), interval: formatPointsInterval(locale, interval) })
  const clear = lines.flatMap((line) =>
    line.clear && line.change ? [`${changeName(t, locale, line)} ${gap(line.change)}`] : [],
  )
  const table = brief(compareTable(t, locale, lines, names))
  return (
    <ChartCard
      id="compare"
      title={t('compare.title')}
      className={className}
      reading={compareSentence(t, clear, lines.filter(({ change }) => change).length)}
      chart={
        <>
          <ChangeBars
            table={table}
            head={[t('compare.what'), ...names, t('compare.change')]}
            gaps={Object.fromEntries(
              lines.flatMap((line) => (line.change ? [[changeOf(line, false), gap(line.change)]] : [])),
            )}
            clear={lines.filter(({ clear }) => clear).map((line) => changeOf(line, false))}
          />
          <p className="mt-2 text-small text-text-3">{t('compare.note')}</p>
        </>
      }
      tables={[table]}
    />
  )
}
