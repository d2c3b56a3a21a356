import 'server-only'
import { readLevels } from '@/lib/digital/queries'
import { levelShares, levelsBySector } from '@/lib/digital/rules'
import { digitalTables } from '@/lib/digital/tables'
import { formatNumber, formatShare } from '@/lib/format'
import { insightChoices, readReach } from '@/lib/insight/queries'
import { STEPS } from '@/lib/insight/schema'
import { digitalSentence, funnelSentence, presentedSentence, shareOf, trendSentence } from '@/lib/insight/sentences'
import { funnelTable } from '@/lib/insight/tables'
import { readPresented } from '@/lib/presented/queries'
import { leastKnown } from '@/lib/presented/rules'
import { presentedTable } from '@/lib/presented/tables'
import { type ChapterContext, type Made, onlyIf, REST, rest, weighed } from '@/lib/report/chapter'
import { exceptRows, foldSmall, hiddenParts, isFew, printed, suppressed } from '@/lib/report/keep-back'
import { readWeeks } from '@/lib/trend/queries'
import { readTrend } from '@/lib/trend/rules'
import { trendTable } from '@/lib/trend/tables'
import { unweighted } from '@/lib/weighting/rules'

export async function digital(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, weigh, telling } = context
  const [levels, choices] = await Promise.all([readLevels(filter), insightChoices()])
  const shares = levelShares(levels, weigh.answered)
  const folded = foldSmall(
    levelsBySector(levels, weigh.answered),
    ({ n }) => n,
    (one, other) => {
      const byLevel = { ...one.byLevel }
      for (const level of ['none', 'email', 'website'] as const) byLevel[level] += other.byLevel[level]
      const n = one.n + other.n
      const offline = filter.weighted ? null : unweighted([{ firms: n }], [{ firms: byLevel.none }])
      return { sectorId: REST, n, byLevel, offline }
    },
  )
  const bySector = folded.rest ? [...folded.kept, { ...folded.rest, sectorId: REST }] : folded.kept
  const [all, each] = digitalTables(t, locale, shares, bySector, [...choices.sectors, rest(context)])
  const told = shares.map(({ level }) => telling.levels.has(level))
  const bars = shares
    .filter((_, level) => told[level])
    .map(({ level, share, interval }) => ({
      name: t(`digital.levels.${level}`),
      value: formatShare(locale, share ?? 0),
      part: share ?? 0,
      interval: interval ?? undefined,
    }))
  // What is kept back of all firms must not be had by adding up the sectors.
  const bySectorTold = telling.levels.has('none')
  const tables = [
    ...(all ? [printed(locale, all, exceptRows(told))] : []),
    ...(each && bySectorTold ? [printed(locale, each, suppressed(each, 0, [[1, 2, 3]]))] : []),
  ]
  const said = telling.levels.has('none') && telling.levels.has('website')
  const sentences = [...onlyIf(said, digitalSentence(t, locale, shares, shareOf(filter))), ...weighed(context)]
  return { title: t('digital.title'), sentences, bars, tables }
}

export async function funnel({ t, locale, filter, telling }: ChapterContext): Promise<Made> {
  const reach = await readReach(filter)
  const table = funnelTable(t, reach)
  const told = STEPS.map((step) => telling.steps.has(step))
  const most = Math.max(1, ...STEPS.filter((step) => telling.steps.has(step)).map((step) => reach[step]))
  const bars = table.rows
    .filter((_, step) => told[step])
    .map(({ name, cells }) => {
      const count = Number(cells[0] ?? 0)
      return { name: name.replace(/ \(.*\)$/, ''), value: formatNumber(locale, count), part: count / most }
    })
  const said = (['contacted', 'visited', 'takenUp'] as const).every((step) => telling.steps.has(step))
  // A share of a step that is kept back would tell it.
  const hidden = (row: number, column: number) => !told[row] || (column === 1 && row > 0 && !told[row - 1])
  const sentences = onlyIf(said, funnelSentence(t, locale, reach))
  return { title: t('funnel.title'), sentences, bars, tables: [printed(locale, table, hidden)] }
}

export async function trend({ t, locale, filter }: ChapterContext): Promise<Made> {
  const weeks = await readWeeks(filter)
  const table = trendTable(t, locale, weeks)
  // The sentence tells the mean, and so the sum, of the weeks.
  const hidden = suppressed(table, null, [[0], [1], [2]])
  const reading = readTrend(weeks)
  const peak = reading.kind === 'weeks' && reading.peak ? weeks.indexOf(reading.peak) : -1
  const told = weeks.some((_, week) => !hidden(week, 1)) && !(peak >= 0 && hidden(peak, 1))
  return {
    title: t('trend.title'),
    sentences: onlyIf(told, trendSentence(t, locale, weeks)),
    tables: [printed(locale, table, hidden)],
  }
}

export async function presented({ t, locale, filter }: ChapterContext): Promise<Made> {
  const rows = await readPresented(filter)
  const table = presentedTable(t, locale, rows)
  const answers = (base: (row: (typeof rows)[number]) => number, yes: (row: (typeof rows)[number]) => number) =>
    hiddenParts(rows.map(base), rows.map(yes))
  const known = answers(
    ({ knownAsked }) => knownAsked,
    (row) => row.known,
  )
  const used = answers(
    ({ usedAsked }) => usedAsked,
    (row) => row.used,
  )
  const interested = answers(
    ({ interestedAsked }) => interestedAsked,
    (row) => row.interested,
  )
  const byColumn = [undefined, known, known, known, used, interested, interested]
  const hidden = (row: number, column: number) => isFew(rows[row]?.presented) || Boolean(byColumn[column]?.[row])
  const [least] = leastKnown(rows)
  const leastTold = !least || !known[rows.indexOf(least.service)]
  const told = known.some((is) => !is) && leastTold
  return {
    title: t('presented.title'),
    sentences: onlyIf(told, presentedSentence(t, locale, rows)),
    tables: [printed(locale, table, hidden)],
  }
}
