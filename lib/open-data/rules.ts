import { leavingRoom } from '@/lib/open-data/levels'
import type { TableId } from '@/lib/open-data/schema'
import { stepsBeside } from '@/lib/open-data/steps'
import type { Past } from '@/lib/statistics/editions'
import { type Before, FEWEST_SHOWN, isNear, less, type Pattern, sum, suppress } from '@/lib/statistics/suppression'

export type Label = { code: string; nameIt: string; nameEn: string }
type Line<N> = Label & { counts: N[] }

/** A table as it was counted; what is not yet held back must not leave. `sums` where each firm is in one row. */
export type Counted = { id: TableId; sums: boolean; rows: Label[]; base?: Line<number>; columns: Line<number>[] }

/** A table as it is told: null is kept back. `told` holds the last number ever told, by column and row. */
export type Told = {
  id: TableId
  sums: boolean
  rows: Label[]
  base?: Line<number | null> & { total: number | null }
  columns: (Line<number | null> & { total: number | null })[]
  told: Record<string, number>
}

/** The whole of some tables, a column of another and a step of the programme: one number in several places. */
export const VISITED = 'visited'
export const CONTACTED = 'contacted'
const BASE = '*'
const TOTAL = '*'
export const cell = (column: string, row: string) => `${column} ${row}`

/**
 * An edition from what was counted and the editions before, the oldest first; null where the whole grew by so few firms
 * that comparing it with the last would tell of them. Then the older edition stays.
 */
export function editionFrom(counted: Counted[], editions: Told[][] = []): Told[] | null {
  const before = new Map(editions.at(-1)?.map((table) => [table.id, table]))
  for (const { base } of counted) {
    if (base && toldOf(base.code, editions).some((told) => isNear(sum(base.counts), told))) return null
  }
  const tables: Told[] = []
  // The programme comes last (`TABLES`): it is told beside all the others.
  for (const table of counted) {
    const earlier = before.get(table.id)
    const pattern = table.sums ? patternOf(table, counted, editions, earlier) : stepsBeside(table, tables, editions)
    if (!pattern) return null
    tables.push(tell(table, pattern, earlier, leavesFew(table, editions)))
  }
  return tables
}

function patternOf(table: Counted, counted: Counted[], editions: Told[][], earlier: Told | undefined): Pattern | null {
  const plain = { base: table.base?.counts, columns: table.columns.map(({ counts }) => counts) }
  const all = editions.flatMap((edition) => edition.filter(({ id }) => id === table.id))
  const known = beforeOf(table, earlier, all)
  const pattern = suppress(plain, known)
  return table.base ? pattern : leavingRoom(table, pattern, counted, known)
}

/** All that was ever told of a whole, in whichever table: as what its rows add up to, as a column, or as a step. */
function toldOf(code: string, editions: Told[][]): (number | null | undefined)[] {
  return editions.flat().flatMap(({ sums, rows, base, columns }) => {
    if (!sums) return columns.map(({ counts }) => counts[rows.findIndex((row) => row.code === code)])
    return [...(base ? [base] : []), ...columns].filter((line) => line.code === code).map(({ total }) => total)
  })
}

/**
 * Where nearly all of a table's firms were visited, the others could be counted from the tables that tell the visited;
 * and where their number moved by a few, those few.
 */
function leavesFew({ base, columns }: Counted, editions: Told[][]): boolean {
  const visited = columns.find(({ code }) => code === VISITED)
  if (!base || !visited) return false
  const others = sum(base.counts) - sum(visited.counts)
  const then = editions.map((edition) => {
    const [all, part] = [base.code, VISITED].map((code) =>
      toldOf(code, [edition]).find((told) => typeof told === 'number'),
    )
    return less(all, part)
  })
  return others < FEWEST_SHOWN || then.some((told) => isNear(others, told))
}

function beforeOf(table: Counted, previous: Told | undefined, all: Told[]): Before | undefined {
  if (!previous) return undefined
  const { told } = previous
  const hiddenIn = (line: Line<number | null> | undefined, row: string) => {
    const place = previous.rows.findIndex(({ code }) => code === row)
    return line !== undefined && place >= 0 && line.counts[place] === null
  }
  const lineOf = (code: string) => table.rows.map((row) => told[cell(code, row.code)] ?? null)
  const codes = table.columns.map(({ code }) => code)
  return {
    told: {
      base: lineOf(BASE),
      columns: codes.map(lineOf),
      totals: codes.map((code) => told[cell(code, TOTAL)] ?? null),
    },
    hiddenRows: table.rows.map((row) => hiddenIn(previous.base, row.code)),
    hidden: codes.map((code) => {
      const line = previous.columns.find((column) => column.code === code)
      return table.rows.map((row) => hiddenIn(line, row.code))
    }),
    past: {
      base: all.flatMap((one) => pastOf(table, one, one.base)),
      columns: codes.map((code) =>
        all.flatMap((one) =>
          pastOf(
            table,
            one,
            one.columns.find((line) => line.code === code),
          ),
        ),
      ),
    },
  }
}

/** A line told earlier, by the rows of today; a row that was not yet there had nobody. */
function pastOf({ rows }: Counted, earlier: Told, line: Told['base']): Past[] {
  if (!line || line.total === null) return []
  const place = new Map(earlier.rows.map(({ code }, row) => [code, row]))
  const byRow = (counts: (number | null)[]) =>
    rows.map(({ code }) => (place.has(code) ? (counts[place.get(code) ?? 0] ?? null) : 0))
  const whole = line === earlier.base || !earlier.base ? undefined : byRow(earlier.base.counts)
  return [{ counts: byRow(line.counts), total: line.total, whole, all: earlier.base?.total }]
}

function tell(table: Counted, pattern: Pattern, previous: Told | undefined, isEmptied: boolean): Told {
  const { rows, base, ...rest } = table
  const told = { ...previous?.told }
  // Few firms in all leave nothing to hide among.
  const empty = base !== undefined && (sum(base.counts) < FEWEST_SHOWN * 2 || isEmptied)
  const show = (column: string, row: string, count: number, hidden: boolean | undefined) => {
    if (empty || hidden) return null
    told[cell(column, row)] = count
    return count
  }
  const line = (column: Line<number>, code: string, hidden: (boolean | undefined)[] = [], withheld = false) => ({
    ...column,
    counts: column.counts.map((count, row) => show(code, rows[row]?.code ?? '', count, hidden[row] || withheld)),
    total: table.sums ? show(code, TOTAL, sum(column.counts), withheld) : null,
  })
  const columns = table.columns.map((column, index) =>
    line(column, column.code, pattern.hidden[index], pattern.withheld[index]),
  )
  return { ...rest, rows, base: base && line(base, BASE, pattern.hiddenRows), columns, told }
}

/** The last day of the quarter that ended before a day (YYYY-MM-DD). */
export function closingDayBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3, 1))
  return new Date(first.getTime() - 86_400_000).toISOString().slice(0, 10)
}
