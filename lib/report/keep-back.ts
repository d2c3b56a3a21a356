import { type Figure, formatFigure, type PanelTable } from '@/lib/insight/figures'
import type { ReportTable } from '@/lib/report/model'
import { FEWEST_SHOWN, suppress } from '@/lib/statistics/suppression'

/** What stands where a number is kept back. */
export const KEPT_BACK = '·'

/**
 * Rows of fewer than five firms merged into one, with the smallest others until the merged row has five and hides at
 * least two. `rest` is null where nothing had to be merged.
 */
export function foldSmall<T>(rows: T[], size: (row: T) => number, add: (one: T, other: T) => T) {
  const bySize = [...rows].sort((one, other) => size(one) - size(other))
  const small = bySize.filter((row) => size(row) < FEWEST_SHOWN)
  if (small.length === 0) return { kept: rows, rest: null }
  let taken = small.length
  const total = () => bySize.slice(0, taken).reduce((sum, row) => sum + size(row), 0)
  while (taken < bySize.length && (taken < 2 || total() < FEWEST_SHOWN)) taken += 1
  const folded = bySize.slice(0, taken)
  const [first, ...others] = folded
  const rest = first === undefined ? null : others.reduce(add, first)
  return { kept: rows.filter((row) => !folded.includes(row)), rest }
}

/** Rows told only together put into one, at the end. */
export function merge<T>(rows: T[], isMerged: (row: T) => boolean, add: (one: T, other: T) => T): T[] {
  const [first, ...others] = rows.filter(isMerged)
  const kept = rows.filter((row) => !isMerged(row))
  return first === undefined ? kept : [...kept, others.reduce(add, first)]
}

/** Which cells of a table may not be said, by row and column of figures. */
export type Hidden = (row: number, column: number) => boolean

export const isFew = (figure: Figure | undefined) => typeof figure === 'number' && figure < FEWEST_SHOWN

/** Rows that are not told say nothing. */
export const exceptRows =
  (told: boolean[]): Hidden =>
  (row) =>
    !told[row]

/**
 * Hides small cells and the others from which they could be computed; rows add up to a total. `base` is the column of
 * the rows' sizes, `parts` those of counts within them, each with the columns made from it.
 */
export function suppressed({ rows }: PanelTable, base: number | null, parts: number[][]): Hidden {
  const counts = (column: number) => rows.map(({ cells }) => Number(cells[column] ?? 0))
  const table = {
    base: base === null ? undefined : counts(base),
    columns: parts.map(([column = 0]) => counts(column)),
  }
  const { hidden, hiddenRows } = suppress(table)
  return (row, column) => {
    const part = parts.findIndex((group) => group.includes(column))
    return part >= 0 ? Boolean(hidden[part]?.[row]) : column === base && Boolean(hiddenRows[row])
  }
}

/** Yes-answers that may not be told, row by row, whether the questions asked are told as their base. */
export function hiddenParts(base: number[], parts: number[]): boolean[] {
  const { hidden, hiddenRows } = suppress({ base, columns: [parts] })
  return base.map((_, row) => Boolean(hidden[0]?.[row]) || Boolean(hiddenRows[row]))
}

/** A table as text, without what is kept back. */
export function printed(locale: string, table: PanelTable, hidden: Hidden = () => false): ReportTable {
  const { caption, head, columns, rows } = table
  return {
    caption,
    head: [head, ...columns.map(({ name }) => name)],
    rows: rows.map(({ name, cells }, row) => [
      name,
      ...columns.map(({ kind }, column) =>
        hidden(row, column) ? KEPT_BACK : formatFigure(locale, kind, cells[column] ?? null),
      ),
    ]),
  }
}
