import 'server-only'
import { Refusal } from '@/lib/refusal'
import { readable } from '@/lib/register/decode'
import { type Reading, ROWS_TO_SEARCH } from '@/lib/register/header'
import type { Row } from '@/lib/register/parse'
import type { ImportChoices } from '@/lib/register/schema'
import type { Source } from '@/lib/register/source'

export type SheetRow = { line: number; cells: string[] }

/** More sheets than this are not looked at. */
const MOST_SHEETS = 50
/** Rows handed on at a time. */
const PIECE = 500

const isBlank = (cells: string[]) => cells.every((cell) => !cell.trim())

/** A spreadsheet as one way to read it for each of its sheets. Refuses a sheet a person named that is not there. */
export async function sheetSource(
  kind: Source['kind'],
  names: string[],
  /** All rows, or only as many as a header is looked for in. */
  readRows: (sheet: string, all: boolean) => AsyncIterable<SheetRow[]>,
  choices: Partial<ImportChoices>,
): Promise<Source> {
  const wanted = choices.sheet === undefined ? names.slice(0, MOST_SHEETS) : [choices.sheet]
  if (!wanted.every((name) => names.includes(name))) throw new Refusal('registerNoSheet')
  const readings: Reading[] = []
  for (const sheet of wanted) readings.push({ sheet, rows: await firstRows(readRows(sheet, false)) })
  return { kind, sheets: names, readings, rows: ({ sheet = '' }, width) => wideRows(readRows(sheet, true), width) }
}

async function firstRows(pieces: AsyncIterable<SheetRow[]>): Promise<Row[]> {
  const found: Row[] = []
  for await (const piece of pieces) {
    for (const { line, cells } of piece) {
      if (isBlank(cells)) continue
      const last = cells.findLastIndex((cell) => cell?.trim())
      found.push(asRow(line, cells, last + 1))
      if (found.length >= ROWS_TO_SEARCH) return found
    }
  }
  return found
}

/** Cells that were never filled are missing at a row's end; what stands to the right of the header's last is a note. */
async function* wideRows(pieces: AsyncIterable<SheetRow[]>, width: number): AsyncGenerator<Row[]> {
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; from += PIECE)
      yield piece.slice(from, from + PIECE).map(({ line, cells }) => asRow(line, cells, width))
  }
}

function asRow(line: number, filled: string[], width: number): Row {
  const cells = Array.from({ length: width }, (_, index) => readable(filled[index] ?? ''))
  return { line, cells, text: cells.join(';') }
}
