import Papa from 'papaparse'
import { Refusal } from '@/lib/refusal'

export type Row = {
  /** Of the file, counted from 1; the first one of a row whose cells hold line breaks. */
  line: number
  cells: string[]
  /** As it stands in the file. */
  text: string
  /** The file ends before this row does. */
  cut?: boolean
}

/** The widest register has a few dozen columns. */
export const MOST_CELLS = 500
/** A longer line is no row of a register; without a limit a file of one line would have to fit into memory. */
const LONGEST_LINE = 1_000_000
/** A quoted cell that has not ended after this much is a stray quotation mark. */
const LONGEST_CELL = { lines: 30, characters: 32_000 }
/** A file with more stray quotation marks than this does not quote cells at all. */
const MOST_STRAYS = 1_000

/**
 * Cuts text, as it comes in, into rows. A line without quotation marks is cut at its separators; one with them is read
 * by papaparse, together with the lines after it while a quoted cell is open. Where that does not give `width` cells
 * but cutting the bare line does, the marks were stray and are taken as they are printed.
 */
export class RowReader {
  private rest = ''
  private next = 1
  private open: { line: number; text: string }[] = []
  private strays = 0
  private readonly parser: Papa.Parser

  constructor(
    private readonly separator: string,
    /** Number of cells of a row; null where it is not known yet. */
    private readonly width: number | null,
  ) {
    this.parser = new Papa.Parser({ delimiter: separator, newline: '\n' })
  }

  push(text: string): Row[] {
    const lines = (this.rest + text).split('\n')
    this.rest = lines.pop() ?? ''
    if (this.rest.length > LONGEST_LINE) throw new Refusal('registerLineTooLong', { line: this.next + lines.length })
    const rows: Row[] = []
    for (const line of lines) this.take(line.endsWith('\r') ? line.slice(0, -1) : line, rows)
    return rows
  }

  /** What is left when the file ends. A last row without its line break may be a cut one. */
  end(): Row[] {
    const rows: Row[] = []
    const unfinished = this.rest !== ''
    if (unfinished) this.take(this.rest.replace(/\r$/, ''), rows)
    while (this.open.length) {
      const first = this.open[0]
      const complete = first && this.width !== null && first.text.split(this.separator).length === this.width
      if (!complete) this.giveUp(rows, true)
      else this.giveUp(rows)
    }
    const last = rows.at(-1)
    if (unfinished && last && this.width !== null && last.cells.length < this.width) last.cut = true
    return rows
  }

  private take(text: string, rows: Row[]) {
    const line = this.next++
    if (this.open.length === 0 && (!text.includes('"') || this.strays > MOST_STRAYS)) {
      rows.push({ line, cells: text.split(this.separator), text })
      return
    }
    this.open.push({ line, text })
    this.close(rows, text)
  }

  /** Tries to end the row held open with the line just added. */
  private close(rows: Row[], added: string) {
    const first = this.open[0]
    if (!first) return
    if (this.open.length === 1 || added.includes('"')) {
      const text = this.open.map((line) => line.text).join('\n')
      const { data, errors } = this.parser.parse(text, 0, false) as { data: string[][]; errors: { code: string }[] }
      const cells = data.length === 1 ? data[0] : undefined
      const fits = this.width === null || cells?.length === this.width
      if (cells && errors.length === 0 && (fits || this.open.length === 1)) {
        rows.push({ line: first.line, cells, text })
        this.open = []
        return
      }
      if (errors.length === 0 || errors.some((error) => error.code !== 'MissingQuotes')) return this.giveUp(rows)
    }
    const characters = this.open.reduce((sum, line) => sum + line.text.length, 0)
    const tooLong = this.open.length > LONGEST_CELL.lines || characters > LONGEST_CELL.characters
    const ownRow = this.open.length > 1 && !added.includes('"') && added.split(this.separator).length === this.width
    if (tooLong || ownRow) this.giveUp(rows)
  }

  /** The first line held open is a row of its own after all; the others are looked at again. */
  private giveUp(rows: Row[], cut = false) {
    const [first, ...others] = this.open
    if (!first) return
    this.strays++
    this.open = []
    rows.push({ line: first.line, cells: bare(first.text, this.separator), text: first.text, ...(cut ? { cut } : {}) })
    const after = this.next
    for (const { line, text } of others) {
      this.next = line
      this.take(text, rows)
    }
    this.next = after
  }
}

/** Cells of a line whose quotation marks do not add up: a pair around a cell is dropped, others stay as printed. */
function bare(text: string, separator: string): string[] {
  return text.split(separator).map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}
