import 'server-only'
import { Refusal } from '@/lib/refusal'
import { type Layout, labelOf } from '@/lib/register/columns'
import { scanFile } from '@/lib/register/decode'
import { findHeader, fingerprintOf, type Header, headerMatcher, missingIn, type Reading } from '@/lib/register/header'
import type { Row } from '@/lib/register/parse'
import type { Encoding, FoundFile, ImportChoices } from '@/lib/register/schema'
import { openText } from '@/lib/register/text-file'

/** A file of some kind: the ways in which its beginning can be read, and all rows by one of them. */
export type Source = {
  kind: FoundFile['kind']
  encoding?: Encoding
  sheets: string[]
  /** How many there are about, with header and preamble. */
  lines: number
  readings: Reading[]
  rows(reading: Reading, width: number): AsyncIterable<Row[]>
}

export type Opened = {
  /** What was found, and which of it a person overruled: plain values, kept with the import. */
  found: FoundFile
  /** What the judge goes by. */
  layout: Layout
  /**
   * The rows below the header in pieces of a few hundred, with their true lines; blank ones and repeated headers are left
   * out. Can be read again from the beginning. Refuses a file that ends in the middle of a row (`registerTruncated`) and
   * a line no register has (`registerLineTooLong`).
   */
  rows(): AsyncIterable<Row[]>
}

/** What is shown and kept of a preamble, a header and the rows below. */
const SHOWN = { lines: 10, rows: 3, characters: 200 }

/**
 * Opens a register file of any kind: finds out how it is written, where its header is and what its columns are, and
 * goes by what a person decided instead. Reads its beginning only, besides one look at all bytes. A file in which the
 * key or the name is not recognised opens too (`found.missing`). Refuses what holds no table.
 */
export async function openRegister(path: string, choices: Partial<ImportChoices> = {}): Promise<Opened> {
  const scan = await scanFile(path)
  const source = await openText(path, scan, choices)
  const header = findHeader(source.readings, choices)
  const found: FoundFile = {
    kind: source.kind,
    bytes: scan.bytes,
    sha256: scan.sha256,
    encoding: source.encoding,
    separator: header.reading.separator,
    sheets: source.sheets,
    sheet: header.reading.sheet,
    ...shown(header),
    fingerprint: fingerprintOf(header.layout.header),
    columns: header.layout.columns,
    missing: missingIn(header.layout),
    rows: Math.max(1, source.lines - header.line),
    overruled: overruledBy(choices),
  }
  return { found, layout: header.layout, rows: () => dataRows(source, header) }
}

function shown({ reading, line, layout }: Header) {
  const short = (text: string) => text.slice(0, SHOWN.characters)
  const isHeader = headerMatcher(layout)
  const above = reading.rows.filter((row) => row.line < line)
  const below = reading.rows.filter(
    ({ line: at, cells }) => at > line && cells.length === layout.header.length && !isHeader(cells),
  )
  return {
    preamble: above.slice(-SHOWN.lines).map((row) => short(row.text)),
    headerLine: line,
    header: layout.header.map((_, index) => short(labelOf(layout, index))),
    samples: below.slice(0, SHOWN.rows).map((row) => row.cells.map(short)),
  }
}

function overruledBy({ columns = {}, words = {}, ...reading }: Partial<ImportChoices>): FoundFile['overruled'] {
  const given = (['encoding', 'separator', 'headerLine', 'sheet'] as const).filter((one) => reading[one] !== undefined)
  const lists = Object.entries({ columns, words }) as ['columns' | 'words', object][]
  return [...given, ...lists.filter(([, list]) => Object.keys(list).length > 0).map(([name]) => name)]
}

async function* dataRows(source: Source, { reading, line, layout }: Header): AsyncGenerator<Row[]> {
  const isHeader = headerMatcher(layout)
  for await (const piece of source.rows(reading, layout.header.length)) {
    const rows = piece.filter((row) => row.line > line && /[^\s";,|]/.test(row.text) && !isHeader(row.cells))
    const cut = rows.find((row) => row.cut)
    if (cut) throw new Refusal('registerTruncated', { line: cut.line })
    yield rows
  }
}
