import 'server-only'
import { readLevels } from '@/lib/digital/queries'
import { levelShares, levelsBySector } from '@/lib/digital/rules'
import { digitalTables } from '@/lib/digital/tables'
import { formatNumber, formatShare } from '@/lib/format'
import { compareGroups } from '@/lib/groups/rules'
import { groupTables } from '@/lib/groups/tables'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices, readReach } from '@/lib/insight/queries'
import * as say from '@/lib/insight/sentences'
import { funnelTable } from '@/lib/insight/tables'
import { readPresented } from '@/lib/presented/queries'
import { presentedTable } from '@/lib/presented/tables'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { rank, sectorRows } from '@/lib/ranking/rules'
import { rankingTable, sectorTable } from '@/lib/ranking/tables'
import { likeness, territory } from '@/lib/report/beside-register'
import { type ChapterContext, type Made, REST, rest, unlessFew, weighed } from '@/lib/report/chapter'
import { cellsWithFew, foldSmall, isFew, KEPT_BACK, printed, rowsWithFew, suppressed } from '@/lib/report/keep-back'
import type { ReportChapter } from '@/lib/report/model'
import type { Chapter } from '@/lib/report/schema'
import { FEWEST_SHOWN } from '@/lib/statistics/suppression'
import { readWeeks } from '@/lib/trend/queries'
import { trendTable } from '@/lib/trend/tables'
import { unweighted } from '@/lib/weighting/rules'

async function ranking(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, weigh } = context
  const [cells, types] = await Promise.all([readCells(filter), rankedTypes()])
  const ranked = rank(cells, types, weigh.visited)
  const table = rankingTable(t, locale, ranked)
  const bars = ranked
    .filter(({ firms }) => firms >= FEWEST_SHOWN)
    .map(({ type, share, interval }) => {
      return {
        name: nameIn(locale, type),
        value: formatShare(locale, share ?? 0),
        part: share ?? 0,
        interval: interval ?? undefined,
      }
    })
  const sentences = [say.rankingSentence(t, locale, ranked), ...weighed(context)]
  return { title: t('ranking.title'), sentences, bars, tables: [printed(locale, table, rowsWithFew(table, [0]))] }
}

async function sectors(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, weigh } = context
  const [cells, types, choices] = await Promise.all([readCells(filter), rankedTypes(), insightChoices()])
  const ranked = rank(cells, types, weigh.visited)
  const rows = sectorRows(cells, undefined, weigh.visited)
  const folded = foldSmall(
    rows,
    ({ visited }) => visited,
    (one, other) => ({
      sectorId: REST,
      visited: one.visited + other.visited,
      byType: new Map(types.map(({ id }) => [id, (one.byType.get(id) ?? 0) + (other.byType.get(id) ?? 0)])),
      // Firms of several sectors weigh differently, and the counts no longer say how: no share where it is weighted.
      shares: new Map(),
    }),
  )
  const shown = folded.rest ? [...folded.kept, { ...folded.rest, sectorId: REST }] : folded.kept
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
  const last = table.rows.slice(-1)
  const [total] = printed(locale, { ...table, rows: last }, (_, column) => isFew(last[0]?.cells[column])).rows
  const sentence = say.sectorSentence(t, locale, rows, ranked[0])
  return {
    title: t('heat.title'),
    sentences: [sentence, ...weighed(context)],
    tables: [{ ...text, rows: withShares, total }],
  }
}

async function digital(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, weigh } = context
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
  const site = shares.find(({ level }) => level === 'website')?.firms ?? 0
  const bars = shares
    .filter(({ firms }) => firms >= FEWEST_SHOWN)
    .map(({ level, share, interval }) => ({
      name: t(`digital.levels.${level}`),
      value: formatShare(locale, share ?? 0),
      part: share ?? 0,
      interval: interval ?? undefined,
    }))
  const tables = [
    ...(all ? [printed(locale, all, rowsWithFew(all, [0]))] : []),
    ...(each ? [printed(locale, each, suppressed(each, 0, [[1, 2, 3]]))] : []),
  ]
  const sentences = [...unlessFew(say.digitalSentence(t, locale, shares), site), ...weighed(context)]
  return { title: t('digital.title'), sentences, bars, tables }
}

async function groups(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, weigh } = context
  const [cells, types] = await Promise.all([readCells(filter), rankedTypes()])
  const compared = compareGroups(cells, types, weigh.visited)
  const tables = groupTables(t, locale, compared).map((table) => printed(locale, table, rowsWithFew(table, [0, 2])))
  return { title: t('groups.title'), sentences: [say.groupSentence(t, locale, compared), ...weighed(context)], tables }
}

async function funnel({ t, locale, filter }: ChapterContext): Promise<Made> {
  const reach = await readReach(filter)
  const table = funnelTable(t, reach)
  const most = Math.max(1, reach.listed, reach.contacted)
  const bars = table.rows
    .filter(({ cells }) => !isFew(cells[0]))
    .map(({ name, cells }) => {
      const count = Number(cells[0] ?? 0)
      return { name: name.replace(/ \(.*\)$/, ''), value: formatNumber(locale, count), part: count / most }
    })
  const sentences = unlessFew(say.funnelSentence(t, locale, reach), reach.visited, reach.takenUp)
  return { title: t('funnel.title'), sentences, bars, tables: [printed(locale, table, rowsWithFew(table, [0]))] }
}

async function trend({ t, locale, filter }: ChapterContext): Promise<Made> {
  const weeks = await readWeeks(filter)
  const table = trendTable(t, locale, weeks)
  const sentences = unlessFew(say.trendSentence(t, locale, weeks), Math.max(0, ...weeks.map(({ visited }) => visited)))
  return { title: t('trend.title'), sentences, tables: [printed(locale, table, cellsWithFew(table, [[0], [1], [2]]))] }
}

async function presented({ t, locale, filter }: ChapterContext): Promise<Made> {
  const rows = await readPresented(filter)
  const table = presentedTable(t, locale, rows)
  const hidden = cellsWithFew(table, [[0], [1, 2, 3], [4], [5, 6]])
  const known = rows.reduce((sum, row) => sum + row.known, 0)
  const sentences = unlessFew(say.presentedSentence(t, locale, rows), known)
  return { title: t('presented.title'), sentences, tables: [printed(locale, table, hidden)] }
}

const MAKERS: Record<Chapter, (context: ChapterContext) => Promise<Made>> = {
  ranking,
  sectors,
  digital,
  groups,
  territory,
  funnel,
  trend,
  presented,
  likeness,
}

/** A chapter as it may be printed: its sentence, its bars, its tables without cells of fewer than five firms. */
export async function chapterOf(id: Chapter, context: ChapterContext): Promise<ReportChapter> {
  return { id, ...(await MAKERS[id](context)) }
}
