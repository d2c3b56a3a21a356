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

/** Which cells of a table may not be said, by row and column of figures. */
export type Hidden = (row: number, column: number) => boolean

export const isFew = (figure: Figure | undefined) => typeof figure === 'number' && figure < FEWEST_SHOWN

/** Rows in which one of these columns counts fewer than five firms say nothing. */
export function rowsWithFew({ rows }: PanelTable, columns: number[]): Hidden {
  return (row) => columns.some((column) => isFew(rows[row]?.cells[column]))
}

/** Counts of fewer than five firms, each with the shares made from it: `[count, share, interval]`. */
export function cellsWithFew({ rows }: PanelTable, groups: number[][]): Hidden {
  return (row, column) => groups.some((group) => group.includes(column) && isFew(rows[row]?.cells[group[0] ?? 0]))
}

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
