import 'server-only'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Refusal } from '@/lib/refusal'
import { isDateFormat, printedDate, printedNumber } from '@/lib/register/cell-value'
import { type Content, wholeOf } from '@/lib/register/content'
import type { ImportChoices } from '@/lib/register/schema'
import { type SheetRow, sheetSource } from '@/lib/register/sheets'
import type { Source } from '@/lib/register/source'

/** 65,536 rows of a register, which is all the format can hold, have some 30 MB. */
const LARGEST = 64 * 2 ** 20
const MEMORY_MB = 768
const PATIENCE = 120_000

/**
 * The library reads a whole book at once, for seconds and with ten times its size in memory: it works in a thread of
 * its own, whose memory is limited, and tells piece by piece what it is asked for. Written as text because a bundled
 * server has no file to start a thread from. A number comes as a list of it and its format.
 */
const READER = `
const { parentPort, workerData } = require('node:worker_threads')
const { read } = require('@e965/xlsx')
const { bytes, wanted, first } = workerData
const value = (cell) => {
  if (!cell || cell.v === undefined || cell.t === 'e') return ''
  if (cell.t === 'b') return cell.v ? 'SI' : 'NO'
  return cell.t === 'n' ? [cell.v, String(cell.z || '')] : String(cell.v)
}
function* pieces() {
  const book = read(bytes, { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false })
  const properties = book.Workbook && book.Workbook.WBProps
  yield { names: book.SheetNames, since1904: Boolean(properties && properties.date1904) }
  for (const name of book.SheetNames) {
    if (wanted !== null && wanted !== name) continue
    const data = (book.Sheets[name] && book.Sheets[name]['!data']) || []
    let rows = []
    for (let line = 0; line < Math.min(data.length, first); line++) {
      if (data[line]) rows.push({ line: line + 1, cells: Array.from(data[line].slice(0, 500), value) })
      if (rows.length === 500) { yield { sheet: name, rows }; rows = [] }
    }
    yield { sheet: name, rows }
  }
}
const all = pieces()
parentPort.on('message', () => parentPort.postMessage(all.next().value || null))
`
type RawRow = { line: number; cells: (string | [number, string])[] }
type Told = { names?: string[]; since1904?: boolean; sheet?: string; rows?: RawRow[] } | null

/** Rows that are read to find the header: blank ones and notes may come first. */
const FIRST = 1_000

/** A workbook of Excel 97 to 2003. Refuses one that is damaged, encrypted or too large. */
export async function openXls(content: Content, choices: Partial<ImportChoices>): Promise<Source> {
  const bytes = await wholeOf(content)
  if (bytes.length > LARGEST) throw new Refusal('registerTooLarge', { most: LARGEST / 2 ** 20 })
  const names: string[] = []
  const firsts = new Map<string, SheetRow[]>()
  for await (const piece of readBook(bytes, null, FIRST)) {
    names.push(...piece.names)
    firsts.set(piece.sheet, [...(firsts.get(piece.sheet) ?? []), ...piece.rows])
  }
  async function* rows(sheet: string, all: boolean) {
    if (!all) yield firsts.get(sheet) ?? []
    else for await (const piece of readBook(bytes, sheet, Number.MAX_SAFE_INTEGER)) yield piece.rows
  }
  return sheetSource('xls', names, rows, choices)
}

/** What the thread tells, printed as the other spreadsheets are; whatever ends it early is a fault of the file. */
async function* readBook(bytes: Buffer, wanted: string | null, first: number) {
  const worker = new Worker(READER, {
    eval: true,
    workerData: { bytes, wanted, first },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  worker.on('error', () => undefined)
  let since1904 = false
  try {
    for (;;) {
      worker.postMessage(null)
      const [told] = (await once(worker, 'message', { signal: AbortSignal.timeout(PATIENCE) })) as [Told]
      if (!told) return
      since1904 ||= told.since1904 === true
      const rows = (told.rows ?? []).map(({ line, cells }) => ({
        line,
        cells: cells.map((cell) => (typeof cell === 'string' ? cell : printed(cell, since1904))),
      }))
      yield { names: told.names ?? [], sheet: told.sheet ?? '', rows }
    }
  } catch (error) {
    throw new Refusal(
      error instanceof Error && /password/i.test(error.message) ? 'registerEncrypted' : 'registerDamaged',
    )
  } finally {
    await worker.terminate()
  }
}

const printed = ([value, format]: [number, string], since1904: boolean) =>
  isDateFormat(0, format) ? printedDate(value, since1904) : printedNumber(value)
