import 'server-only'
import { hash } from 'node:crypto'
import { Refusal } from '@/lib/refusal'
import { headerName, type Layout, labelOf, layoutOf } from '@/lib/register/columns'
import { MOST_CELLS, type Row } from '@/lib/register/parse'
import type { FoundFile, ImportChoices, Separator } from '@/lib/register/schema'

/** One way to read a file, by a separator or a sheet, and the first rows it gives that are not blank. */
export type Reading = { separator?: Separator; sheet?: string; rows: Row[] }

export type Header = {
  reading: Reading
  line: number
  layout: Layout
  /** Columns recognised by their name. */
  known: number
}

/** A preamble is shorter than this. */
export const ROWS_TO_SEARCH = 50

/**
 * Finds the header row: of all ways to read the file, the row in which most column names are known; where none are, the
 * first row of the table. Refuses what is no table, and a header row a person named that is not there.
 */
export function findHeader(readings: Reading[], choices: Partial<ImportChoices> = {}): Header {
  const { headerLine } = choices
  let best: Header | undefined
  for (const reading of readings) {
    for (const { cells, line } of reading.rows) {
      if (headerLine !== undefined && line !== headerLine) continue
      const known = Object.keys(layoutOf(cells).columns).length
      if (known <= (best?.known ?? 1)) continue
      best = { reading, line, layout: layoutOf(cells, choices), known }
    }
  }
  const header = best ?? firstOfTable(readings, choices)
  if (header.layout.header.length > MOST_CELLS) throw new Refusal('registerTooWide', { most: MOST_CELLS })
  return header
}

/** Nothing is known by name: the reading that gives the widest table, and its first row. */
function firstOfTable(readings: Reading[], choices: Partial<ImportChoices>): Header {
  const { headerLine } = choices
  let best: { header: Header; cells: number } | undefined
  for (const reading of readings) {
    const width = usualWidth(reading.rows)
    const first = reading.rows.find(({ line, cells }) =>
      headerLine === undefined ? cells.length === width : line === headerLine,
    )
    const share = reading.rows.filter(({ cells }) => cells.length === width).length / reading.rows.length
    if (!first || (best && width * share <= best.cells)) continue
    const header = { reading, line: first.line, layout: layoutOf(first.cells, choices), known: 0 }
    best = { header, cells: width * share }
  }
  if (best) return best.header
  throw headerLine === undefined ? new Refusal('registerEmpty') : new Refusal('registerNoHeader', { line: headerLine })
}

function usualWidth(rows: Row[]): number {
  const widths = Map.groupBy(rows, ({ cells }) => cells.length)
  const [usual] = [...widths].sort(([a, some], [b, others]) => others.length - some.length || b - a)
  return usual?.[0] ?? 0
}

/** Refuses a file without codice fiscale (or partita IVA) or without names, telling which columns it has. */
export function refuseMissing({ missing, header }: Pick<FoundFile, 'missing' | 'header'>): void {
  const [first] = missing
  if (first) throw new Refusal(first === 'name' ? 'registerNoName' : 'registerNoKey', { columns: listed(header) })
}

/** The columns that were found, for the person to see which file this is. */
function listed(header: string[]): string {
  const names = header.map((_, index) => labelOf({ header }, index).slice(0, 40)).filter(Boolean)
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} …` : names.join(', ')
}

/** The same for every file with these columns in this order, however they are spaced and spelled. */
export const fingerprintOf = (header: string[]) => hash('sha256', header.map(headerName).join('\n'), 'hex')

/** Some extracts repeat the header row on every printed page. */
export function headerMatcher({ header, columns }: Layout): (cells: string[]) => boolean {
  const index = columns.codiceFiscale ?? columns.partitaIva ?? 0
  const name = columns.name ?? 0
  const [key, title] = [headerName(header[index] ?? ''), headerName(header[name] ?? '')]
  // A code has a digit, a header has none: the cheap test spares normalising every row.
  return (cells) =>
    !/\d/.test(cells[index] ?? '') && headerName(cells[index] ?? '') === key && headerName(cells[name] ?? '') === title
}
