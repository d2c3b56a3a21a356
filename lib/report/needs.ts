import 'server-only'
import { formatShare } from '@/lib/format'
import { compareGroups } from '@/lib/groups/rules'
import { groupTables } from '@/lib/groups/tables'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices } from '@/lib/insight/queries'
import { groupSentence, rankingSentence, sectorSentence, shareOf, type TypeRow } from '@/lib/insight/sentences'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { type Ranked, rank, readRanking, sectorRows } from '@/lib/ranking/rules'
import { rankingTable, sectorTable } from '@/lib/ranking/tables'
import { type ChapterContext, type Made, onlyIf, REST, rest, weighed } from '@/lib/report/chapter'
import { exceptRows, KEPT_BACK, merge, printed, suppressed } from '@/lib/report/keep-back'
import type { Telling } from '@/lib/report/telling'
import { isSmall, suppress } from '@/lib/statistics/suppression'

/** What the ranking shows, where all needs that it names may be told. */
export function toldRanking({ t, locale, filter, telling }: ChapterContext, ranked: Ranked<TypeRow>[]): string[] {
  const reading = readRanking(ranked)
  const named = reading.kind === 'among' ? reading.among : 'first' in reading ? [reading.first] : []
  const second = reading.kind === 'first' && reading.second ? [reading.second] : []
  const told = [...named, ...second].every(({ type }) => telling.needs.has(type.id))
  return onlyIf(told, rankingSentence(t, locale, ranked, shareOf(filter)))
}

export async function ranking(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, weigh, telling } = context
  const [cells, types] = await Promise.all([readCells(filter), rankedTypes()])
  const ranked = rank(cells, types, weigh.visited)
  const told = ranked.map(({ type }) => telling.needs.has(type.id))
  const bars = ranked
    .filter((_, row) => told[row])
    .map(({ type, share, interval }) => {
      return {
        name: nameIn(locale, type),
        value: formatShare(locale, share ?? 0),
        part: share ?? 0,
        interval: interval ?? undefined,
      }
    })
  const sentences = [...toldRanking(context, ranked), ...weighed(context)]
  const table = printed(locale, rankingTable(t, locale, ranked), exceptRows(told))
  return { title: t('ranking.title'), sentences, bars, tables: [table] }
}

export async function sectors(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, weigh, telling } = context
  const [cells, types, choices] = await Promise.all([readCells(filter), rankedTypes(), insightChoices()])
  const ranked = rank(cells, types, weigh.visited)
  const rows = sectorRows(cells, undefined, weigh.visited)
  const shown = merge(
    rows,
    ({ sectorId }) => telling.merged.has(sectorId),
    (one, other) => ({
      sectorId: REST,
      visited: one.visited + other.visited,
      byType: new Map(types.map(({ id }) => [id, (one.byType.get(id) ?? 0) + (other.byType.get(id) ?? 0)])),
      // Firms of several sectors weigh differently, and the counts no longer say how: no share where it is weighted.
      shares: new Map(),
    }),
  )
  const table = sectorTable(t, locale, shown, ranked, [...choices.sectors, rest(context)])
  const body = { ...table, rows: table.rows.slice(0, -1) }
  const parts = ranked.map((_, index) => [index + 1])
  const text = printed(locale, body, suppressed(body, 0, parts))
  // The share beside the count, where there are enough firms for one.
  const withShares = text.rows.map((row, place) =>
    row.map((cell, column) => {
      const [of, count] = [shown[place]?.visited ?? 0, Number(body.rows[place]?.cells[column - 1] ?? 0)]
      const estimated = shown[place]?.shares.get(ranked[column - 2]?.type.id ?? '')?.share
      const share = filter.weighted ? (estimated ?? (count || shown[place]?.sectorId === REST ? null : 0)) : count / of
      if (column < 2 || cell === KEPT_BACK || of < 10 || share === null) return cell
      return `${cell} (${formatShare(locale, share, 0)})`
    }),
  )
  const last = { ...table, rows: table.rows.slice(-1) }
  const isKept = (column: number) => column > 0 && !telling.needs.has(ranked[column - 1]?.type.id ?? '')
  const [total] = printed(locale, last, (_, column) => isKept(column)).rows
  const first = ranked[0]
  const told = first !== undefined && telling.needs.has(first.type.id)
  return {
    title: t('heat.title'),
    sentences: [...onlyIf(told, sectorSentence(t, locale, rows, first, shareOf(filter))), ...weighed(context)],
    tables: [{ ...text, rows: withShares, total }],
  }
}

type Compared = ReturnType<typeof compareGroups<TypeRow>>[number]

/** On which needs a group and the others may be set side by side: both sides large enough, on the need and off it. */
function toldNeeds({ needs }: Compared, telling: Telling): boolean[] {
  const [first] = needs
  if (!first || [first.group.n, first.others.n].some((n) => isSmall(n))) return needs.map(() => false)
  const columns = needs.map(({ group, others }) => [group.firms, others.firms])
  const { hidden } = suppress({ base: [first.group.n, first.others.n], columns })
  return needs.map(({ type }, need) => telling.needs.has(type.id) && !hidden[need]?.some(Boolean))
}

/** What is said of the groups, of those differences alone that the tables tell. */
export function toldGroups({ t, locale, telling }: ChapterContext, compared: Compared[]): string {
  const shown = compared.map((one) => {
    const place = one.shown ? one.needs.indexOf(one.shown) : -1
    return place >= 0 && toldNeeds(one, telling)[place] ? one : { ...one, clear: false }
  })
  return groupSentence(t, locale, shown)
}

export async function groups(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, weigh, telling } = context
  const [cells, types] = await Promise.all([readCells(filter), rankedTypes()])
  const compared = compareGroups(cells, types, weigh.visited)
  const tables = groupTables(t, locale, compared).flatMap((table, index) => {
    const one = compared[index]
    const told = one ? toldNeeds(one, telling) : []
    // The caption says how many firms each side has.
    return told.some(Boolean) ? [printed(locale, table, exceptRows(told))] : []
  })
  return { title: t('groups.title'), sentences: [toldGroups(context, compared), ...weighed(context)], tables }
}
