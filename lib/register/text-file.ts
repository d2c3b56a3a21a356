import 'server-only'
import { Refusal } from '@/lib/refusal'
import type { Content } from '@/lib/register/content'
import { readText, scanText } from '@/lib/register/decode'
import { type Reading, ROWS_TO_SEARCH } from '@/lib/register/header'
import { type Row, RowReader } from '@/lib/register/parse'
import { type ImportChoices, SEPARATORS, type Separator } from '@/lib/register/schema'
import type { Source } from '@/lib/register/source'

/** Enough text for a preamble and a header with long names. */
const BEGINNING = 128 * 1024

/** A table written as text: its beginning under each separator, and all its rows under the one that proved right. */
export async function openText(content: Content, choices: Partial<ImportChoices>): Promise<Source> {
  const scan = await scanText(content)
  const encoding = choices.encoding ?? scan.encoding
  let beginning = ''
  for await (const text of readText(content, encoding)) {
    beginning += text
    if (beginning.length >= BEGINNING) break
  }
  if (!beginning.trim()) throw new Refusal('registerEmpty')
  const oldMac = !beginning.includes('\n') && beginning.includes('\r')
  const lines = (text: string) => (oldMac ? text.replaceAll('\r', '\n') : text)

  async function* rows({ separator = ';' }: Reading, width: number): AsyncGenerator<Row[]> {
    const reader = new RowReader(separator, width)
    for await (const text of readText(content, encoding)) yield reader.push(lines(text))
    yield reader.end()
  }
  const separators = choices.separator ? [choices.separator] : SEPARATORS
  const readings = separators.map((separator) => readBeginning(lines(beginning), separator))
  return { kind: 'text', sha256: scan.sha256, encoding, sheets: [], lines: scan.lines, readings, rows }
}

/** The first rows that are not blank, cut at a separator. */
export function readBeginning(beginning: string, separator: Separator): Reading {
  const reader = new RowReader(separator, null)
  const rows = [...reader.push(beginning), ...reader.end()]
  return { separator, rows: rows.filter((row) => row.cells.some((cell) => cell.trim())).slice(0, ROWS_TO_SEARCH) }
}
