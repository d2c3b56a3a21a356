import type { Flag } from '@/lib/insight/schema'
import { overlap, showShare } from '@/lib/statistics/showing'
import { type Interval, wilson } from '@/lib/statistics/wilson'
import { type Counted, type Estimated, unweighted, type Weigh } from '@/lib/weighting/rules'

/**
 * Visited firms of one sector, or of one side of one flag (the others null): all of them (`needTypeId` null), or those
 * that ask for one thing.
 */
export type Cell = { sectorId: string | null; needTypeId: string | null } & Record<Flag, boolean | null> & Counted

export type NeedTypeRow = { id: string; code: string; retired: boolean }

/** The code of the type that catches the rest: always last, without a rank. */
const REST = 'other'

export const sum = (cells: Cell[], keep: (cell: Cell) => boolean) =>
  cells.reduce((total, cell) => (keep(cell) ? total + cell.firms : total), 0)

export type Ranked<T extends NeedTypeRow = NeedTypeRow> = {
  type: T
  firms: number
  n: number
  /** Null where nobody was visited. */
  share: number | null
  interval: Interval | null
  isRest: boolean
}

/** Firms visited in the filter: the base of every share. */
export function baseOf(cells: Cell[]): number {
  return sum(cells, (cell) => cell.sectorId !== null && cell.needTypeId === null)
}

/** Types of need by how many visited firms ask for them; the catch-all last; retired types only where somebody asked. */
export function rank<T extends NeedTypeRow>(cells: Cell[], types: T[], weigh: Weigh = unweighted): Ranked<T>[] {
  const n = baseOf(cells)
  const bySector = cells.filter(({ sectorId }) => sectorId !== null)
  const base = bySector.filter(({ needTypeId }) => needTypeId === null)
  const ranked = types.map((type) => {
    const asking = bySector.filter(({ needTypeId }) => needTypeId === type.id)
    const found = weigh(base, asking)
    const estimated = { share: found?.share ?? null, interval: found?.interval ?? null }
    return { type, firms: sum(asking, () => true), n, ...estimated, isRest: type.code === REST }
  })
  return ranked
    .filter(({ type, firms }) => firms > 0 || !type.retired)
    .sort((one, other) => Number(one.isRest) - Number(other.isRest) || (other.share ?? 0) - (one.share ?? 0))
}

/** What may be said of the ranking: `first` only where the interval of the first lies wholly above the second's. */
export type RankReading<T extends NeedTypeRow> =
  | { kind: 'none' }
  | { kind: 'counts'; first: Ranked<T> }
  | { kind: 'first'; first: Ranked<T>; second: Ranked<T> | undefined }
  | { kind: 'among'; among: Ranked<T>[] }

export function readRanking<T extends NeedTypeRow>(ranked: Ranked<T>[]): RankReading<T> {
  const named = ranked.filter(({ firms, isRest }) => firms > 0 && !isRest)
  const [first, second] = named
  if (!first?.interval) return { kind: 'none' }
  if (!showShare(first.n)) return { kind: 'counts', first }
  const { interval } = first
  const among = named.filter((other) => other.interval && overlap(other.interval, interval))
  return among.length > 1 ? { kind: 'among', among } : { kind: 'first', first, second }
}

export type SectorRow = {
  sectorId: string
  visited: number
  byType: Map<string, number>
  /** The share each type of need has there. */
  shares: Map<string, Estimated>
}

/** What was found of `n` visited firms of a sector; where nothing was, nobody asks for it. */
export const foundOr = (n: number, found?: Found): Found => found ?? { share: 0, interval: wilson(0, n) }
export type Found = Pick<Ranked, 'share' | 'interval'>

/** Sectors with visits, most visited first; the catch-all sector last where `restId` names it. */
export function sectorRows(cells: Cell[], restId?: string, weigh: Weigh = unweighted): SectorRow[] {
  const rows = new Map<string, SectorRow>()
  for (const { sectorId, needTypeId, firms } of cells) {
    if (sectorId === null) continue
    const row = rows.get(sectorId) ?? { sectorId, visited: 0, byType: new Map(), shares: new Map() }
    if (needTypeId === null) row.visited += firms
    else row.byType.set(needTypeId, (row.byType.get(needTypeId) ?? 0) + firms)
    rows.set(sectorId, row)
  }
  for (const row of rows.values()) {
    const own = cells.filter(({ sectorId }) => sectorId === row.sectorId)
    const base = own.filter(({ needTypeId }) => needTypeId === null)
    for (const id of row.byType.keys()) {
      const found = weigh(
        base,
        own.filter(({ needTypeId }) => needTypeId === id),
      )
      if (found) row.shares.set(id, found)
    }
  }
  const isRest = (row: SectorRow) => Number(row.sectorId === restId)
  return [...rows.values()].sort((one, other) => isRest(one) - isRest(other) || other.visited - one.visited)
}

/**
 * Of the sectors with enough visits for a percentage: in how many the overall first need is also the one most firms ask
 * for, and in how many of these its interval lies wholly above every other need's.
 */
export function readSectors(rows: SectorRow[], firstId: string) {
  const judged = rows.filter((row) => showShare(row.visited))
  const leading = judged.filter((row) => {
    const mine = row.shares.get(firstId)?.share ?? 0
    return [...row.shares].every(([id, { share }]) => id === firstId || share < mine) && mine > 0
  })
  const clear = leading.filter((row) => {
    const mine = row.shares.get(firstId)
    return [...row.shares].every(([id, other]) => id === firstId || !mine || !overlap(mine.interval, other.interval))
  })
  return { judged: judged.length, leading: leading.length, clear: clear.length }
}

/** Fixed breaks of the share of firms, in percent, so that two periods compare: 0 is none, 6 is 60 and more. */
export const BREAKS = [1, 10, 20, 35, 50, 60] as const

export function shadeOf(share: number): number {
  if (share === 0) return 0
  // What is printed decides: 9,6% is printed 10% and has the colour of 10%. Somebody is never nobody.
  const percent = Math.max(1, Math.round(share * 100))
  return BREAKS.filter((from) => percent >= from).length
}
