import 'server-only'
import { Refusal } from '@/lib/refusal'
import { printedDate, printedNumber } from '@/lib/register/cell-value'
import type { Content } from '@/lib/register/content'
import { MOST_CELLS } from '@/lib/register/parse'
import type { SharedStrings } from '@/lib/register/shared-strings'
import type { SheetRow } from '@/lib/register/sheets'
import { readXml } from '@/lib/register/xml'

type Book = { strings: SharedStrings; dates: boolean[]; since1904: boolean }

/** Excel allows 32,767 characters in a cell. */
const LONGEST_CELL = 100_000

/** The rows of a sheet, as its XML comes in: of formulas the value they had when the file was saved. */
export async function* readSheet(content: Content, book: Book): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = []
  let row: SheetRow = { line: 0, cells: [] }
  let column = 0
  let cell = { type: '', style: 0, text: '' }
  let inValue = false
  let aside = 0
  const events = {
    open: (name: string, attributes: Record<string, string>) => {
      inValue = (name === 'v' || name === 't') && aside === 0
      if (name === 'rPh') aside++
      if (name === 'row') {
        const line = Number(attributes.r)
        row = { line: line > row.line ? line : row.line + 1, cells: [] }
        column = 0
      } else if (name === 'c') {
        column = columnOf(attributes.r ?? '') ?? column + 1
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' }
      }
    },
    text: (text: string) => {
      if (!inValue) return
      cell.text += text
      if (cell.text.length > LONGEST_CELL) throw new Refusal('registerLineTooLong', { line: row.line })
    },
    close: (name: string) => {
      inValue = false
      if (name === 'rPh') aside--
      if (name === 'row') rows.push(row)
      if (name !== 'c' || cell.text === '') return
      if (column > MOST_CELLS) throw new Refusal('registerTooWide', { most: MOST_CELLS })
      while (row.cells.length < column - 1) row.cells.push('')
      row.cells[column - 1] = printed(cell, book)
    },
  }
  const handOver = () => {
    const complete = rows
    rows = []
    return complete
  }
  yield* readXml(content, events, handOver)
}

/** 28 from `AB12`, or null where it says none. */
function columnOf(reference: string): number | null {
  let column = 0
  for (const letter of reference) {
    const place = letter.charCodeAt(0) - 64
    if (place < 1 || place > 26 || column > MOST_CELLS * 26) break
    column = column * 26 + place
  }
  return column || null
}

function printed({ type, style, text }: { type: string; style: number; text: string }, book: Book): string {
  if (type === 's') return book.strings.get(Number(text))
  if (type === 'e') return ''
  if (type !== 'n') return type === 'b' ? (text.trim() === '1' ? 'SI' : 'NO') : text
  const value = Number(text)
  if (Number.isNaN(value)) return text
  return book.dates[style] ? printedDate(value, book.since1904) : printedNumber(value)
}
