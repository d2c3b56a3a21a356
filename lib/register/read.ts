import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Client } from 'pg'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/refusal'
import { headerName, type Layout } from '@/lib/register/columns'
import { readText, type Scan } from '@/lib/register/decode'
import { type Carried, carriedBy } from '@/lib/register/fields'
import { Gatherer } from '@/lib/register/gather'
import { type Format, findFormat } from '@/lib/register/header'
import { judgeOf, type Reference } from '@/lib/register/judge'
import { type Row, RowReader } from '@/lib/register/parse'
import { openStage, Stage } from '@/lib/register/stage'

/** Enough text for a preamble and a header with long names. */
const BEGINNING = 128 * 1024

/** What the beginning of a file shows: how it is separated, and which columns it has. */
export async function lookAt(path: string, { encoding }: Scan): Promise<Format & { oldMac: boolean }> {
  let beginning = ''
  for await (const text of readText(path, encoding)) {
    beginning += text
    if (beginning.length >= BEGINNING) break
  }
  if (!beginning.trim()) throw new Refusal('registerEmpty')
  const oldMac = !beginning.includes('\n') && beginning.includes('\r')
  return { ...findFormat(oldMac ? beginning.replaceAll('\r', '\n') : beginning), oldMac }
}

/** What rows are judged by: the Chamber's municipalities and sectors as they are now. */
export async function readReference(): Promise<Reference> {
  const [municipalities, prefixes] = await Promise.all([db.municipality.findMany(), db.sectorPrefix.findMany()])
  return { municipalities, prefixes }
}

/**
 * parse → judge → stage, piece by piece: memory does not grow with the file, and between two pieces everybody else's
 * requests get their turn. Refuses a file without rows and one that ends in the middle of a row.
 */
export async function readIntoStage(
  client: Client,
  path: string,
  scan: Scan,
  format: Awaited<ReturnType<typeof lookAt>>,
  progress: (read: number) => Promise<void>,
): Promise<{ read: number; stage: Stage; carried: Carried }> {
  await openStage(client)
  const carried = carriedBy(format.layout)
  const stage = new Stage(client, carried)
  const judge = judgeOf(format.layout, await readReference())
  const isHeader = headerMatcher(format.layout)
  const firms = new Gatherer()
  const reader = new RowReader(format.separator, format.layout.header.length)
  let read = 0

  const take = (row: Row) => {
    if (row.line <= format.headerLine || !/[^\s";,|]/.test(row.text) || isHeader(row.cells)) return
    if (row.cut) throw new Refusal('registerTruncated', { line: row.line })
    read++
    const judged = judge(row.cells)
    if ('reason' in judged) return stage.addReject(row, judged)
    const complete = firms.add(judged)
    if (complete) stage.addFirm(complete)
  }

  for await (const text of readText(path, scan.encoding)) {
    for (const row of reader.push(format.oldMac ? text.replaceAll('\r', '\n') : text)) take(row)
    await stage.flow()
    await progress(read)
    await setImmediate()
  }
  for (const row of reader.end()) take(row)
  const last = firms.end()
  if (last) stage.addFirm(last)
  await stage.end()
  if (read === 0) throw new Refusal('registerHeaderOnly')
  return { read, stage, carried }
}

/** Some extracts repeat the header row on every printed page. */
function headerMatcher({ header, columns }: Layout): (cells: string[]) => boolean {
  const index = columns.codiceFiscale ?? columns.partitaIva ?? 0
  const name = columns.name ?? 0
  const [key, title] = [headerName(header[index] ?? ''), headerName(header[name] ?? '')]
  // A code has a digit, a header has none: the cheap test spares normalising every row.
  return (cells) =>
    !/\d/.test(cells[index] ?? '') && headerName(cells[index] ?? '') === key && headerName(cells[name] ?? '') === title
}
