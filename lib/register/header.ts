import 'server-only'
import { Refusal } from '@/lib/refusal'
import { type Layout, layoutOf } from '@/lib/register/columns'
import { type Row, RowReader } from '@/lib/register/parse'

export type Format = { separator: string; layout: Layout; headerLine: number }

const SEPARATORS = [';', '|', '\t', ','] as const
/** A preamble is shorter than this. */
const ROWS_TO_SEARCH = 50

/**
 * Finds the separator and the header row in the beginning of a file: of all ways to read it, the one in which most
 * column names are known. Refuses a file without codice fiscale (or partita IVA) or without names.
 */
export function findFormat(beginning: string): Format {
  const readings = SEPARATORS.map((separator) => ({ separator, rows: firstRows(beginning, separator) }))
  let best: (Format & { known: number }) | undefined
  for (const { separator, rows } of readings) {
    for (const { cells, line } of rows) {
      const layout = layoutOf(cells)
      const known = Object.keys(layout.columns).length
      if (known > (best?.known ?? 1)) best = { separator, layout, headerLine: line, known }
    }
  }
  const { columns } = best?.layout ?? { columns: {} as Layout['columns'] }
  const keyed = columns.codiceFiscale !== undefined || columns.partitaIva !== undefined
  if (best && keyed && columns.name !== undefined) return best
  const found = readings.reduce((a, b) => ((b.rows[0]?.cells.length ?? 0) > (a.rows[0]?.cells.length ?? 0) ? b : a))
  const first = best?.layout.header ?? found.rows[0]?.cells ?? []
  if (first.length === 0) throw new Refusal('registerEmpty')
  throw new Refusal(keyed ? 'registerNoName' : 'registerNoKey', { columns: listed(first) })
}

function firstRows(beginning: string, separator: string): Row[] {
  const reader = new RowReader(separator, null)
  return [...reader.push(beginning), ...reader.end()]
    .filter((row) => row.cells.some((cell) => cell.trim()))
    .slice(0, ROWS_TO_SEARCH)
}

/** The columns that were found, for the person to see which file this is. */
function listed(cells: string[]): string {
  const names = cells.map((cell) => cell.replace(/\s+/g, ' ').trim().slice(0, 40)).filter(Boolean)
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} …` : names.join(', ')
}
