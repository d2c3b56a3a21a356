import 'server-only'
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { Refusal } from '@/lib/refusal'
import { type Layout, labelOf, layoutOf, missingIn } from '@/lib/register/columns'
import { type Content, fileContent } from '@/lib/register/content'
import { fingerprintOf, type Header, headerMatcher } from '@/lib/register/header'
import type { Row } from '@/lib/register/parse'
import type { FoundFile, ImportChoices, NewWord } from '@/lib/register/schema'
import type { Source } from '@/lib/register/source'
import { unwrap } from '@/lib/register/unwrap'
import { wordCounter } from '@/lib/register/words'

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
  /** Words of the rows read so far that nobody has given a meaning yet: `found.words`, once all have been read. */
  newWords(): NewWord[]
}

/** Finds the mapping that was kept for a header, or the one a person named. */
export type Recall = (
  choices: Partial<ImportChoices>,
  fingerprint: string,
) => Promise<NonNullable<FoundFile['mapping']> | null>

/** What is shown and kept of a preamble, a header and the rows below. */
const SHOWN = { lines: 10, rows: 3, characters: 200, entries: 100 }

/**
 * Opens a register file of any kind: finds out how it is written, where its header is and what its columns are, and
 * goes by what a person decided instead, or by the mapping that `recall` knows. Reads its beginning only, besides one look at all bytes. A file in which the
 * key or the name is not recognised opens too (`found.missing`). Refuses what holds no table.
 */
export async function openRegister(
  path: string,
  choices: Partial<ImportChoices> = {},
  recall?: Recall,
): Promise<Opened> {
  const file = fileContent(path)
  const { size } = await stat(path)
  if (size === 0) throw new Refusal('registerEmpty')
  const { source, header, packed, entries, entry } = await unwrap(file, size, choices)
  const names = header.layout.header
  const fingerprint = fingerprintOf(names)
  const mapping = hasColumns(choices) ? null : await recall?.(choices, fingerprint)
  const layout = mapping ? layoutOf(names, mapping) : header.layout
  let counter = wordCounter(layout)
  const found: FoundFile = {
    kind: source.kind,
    bytes: size,
    sha256: source.sha256 ?? (await hashOf(file)),
    packed,
    entries: entries.slice(0, SHOWN.entries),
    entry,
    encoding: source.encoding,
    separator: header.reading.separator,
    sheets: source.sheets,
    sheet: header.reading.sheet,
    ...shown(header),
    fingerprint,
    columns: layout.columns,
    missing: missingIn(layout),
    mapping: mapping ?? undefined,
    words: [],
    rows: source.lines === undefined ? null : Math.max(1, source.lines - header.line),
    overruled: overruledBy(choices),
  }
  const counted = async function* () {
    counter = wordCounter(layout)
    for await (const rows of dataRows(source, header, layout)) {
      for (const { cells } of rows) counter.count(cells)
      yield rows
    }
  }
  return { found, layout, rows: counted, newWords: () => counter.found() }
}

/** Whether a person said what the columns are. */
export const hasColumns = ({ columns = {}, words = {} }: Partial<ImportChoices>) =>
  Object.keys(columns).length + Object.keys(words).length > 0

async function hashOf(content: Content): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of (await content.read()) as AsyncIterable<Buffer>) hash.update(piece)
  return hash.digest('hex')
}

function shown({ reading, line, layout }: Header) {
  const short = (text: string) => text.slice(0, SHOWN.characters)
  const isHeader = headerMatcher(layout)
  const above = reading.rows.filter((row) => row.line < line)
  const width = layout.header.length
  const below = reading.rows.filter(
    ({ line: at, cells }) => at > line && (reading.sheet !== undefined || cells.length === width) && !isHeader(cells),
  )
  return {
    preamble: above.slice(-SHOWN.lines).map((row) => short(row.text)),
    headerLine: line,
    header: layout.header.map((_, index) => short(labelOf(layout, index))),
    samples: below.slice(0, SHOWN.rows).map(({ cells }) => layout.header.map((_, index) => short(cells[index] ?? ''))),
  }
}

export function overruledBy({
  columns = {},
  words = {},
  mapping: _,
  ...reading
}: Partial<ImportChoices>): FoundFile['overruled'] {
  const given = (['encoding', 'separator', 'headerLine', 'sheet', 'entry'] as const).filter(
    (one) => reading[one] !== undefined,
  )
  const lists = Object.entries({ columns, words }) as ['columns' | 'words', object][]
  return [...given, ...lists.filter(([, list]) => Object.keys(list).length > 0).map(([name]) => name)]
}

async function* dataRows(source: Source, { reading, line }: Header, layout: Layout): AsyncGenerator<Row[]> {
  const isHeader = headerMatcher(layout)
  for await (const piece of source.rows(reading, layout.header.length)) {
    const rows = piece.filter((row) => row.line > line && /[^\s";,|]/.test(row.text) && !isHeader(row.cells))
    const cut = rows.find((row) => row.cut)
    if (cut) throw new Refusal('registerTruncated', { line: cut.line })
    yield rows
  }
}
