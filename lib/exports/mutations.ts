import 'server-only'
import { recordActivity } from '@/lib/activity'
import { readFirms } from '@/lib/api/queries'
import { CSV_BOM, csvLines } from '@/lib/csv'
import { db } from '@/lib/db'
import { needsForFile } from '@/lib/exports/queries'
import { type CellWords, type ExportedFirm, firmCells, needCells } from '@/lib/exports/rules'
import type { FirmFilter } from '@/lib/firms/schema'
import { firmsNamed } from '@/lib/needs/queries'
import type { NeedFilter } from '@/lib/needs/schema'
import { type Actor, permit } from '@/lib/permissions'
import { actAs } from '@/lib/session'

/** Rows read at a time: what one download holds in memory, however long the file. */
const PAGE = 400

export type FileWords = { heads: string[]; cells: CellWords }

/**
 * The firms of the filter as CSV for Excel, page by page: the next page is read when the browser has taken the one
 * before. Contact data of firms that must not be contacted are left out. Who took the file away is written down first.
 */
export async function exportFirms(actor: Actor, filter: FirmFilter, words: FileWords) {
  permit(actor, 'export.all')
  await recordExport(actor, 'firms.exported', filter)
  const read = (after?: string) => readFirms(filter, { after, limit: PAGE, personal: true })
  return lines(words.heads, actor, read, (row) => firmCells(row as unknown as ExportedFirm, words.cells))
}

/** The needs of the filter as CSV for Excel, page by page; without a status all of them, closed ones too. */
export async function exportNeeds(actor: Actor, filter: NeedFilter, words: FileWords) {
  permit(actor, 'export.all')
  await recordExport(actor, 'needs.exported', filter)
  // Once for the whole file, not for each of its pages.
  const named = await actAs(actor, () => firmsNamed(filter))
  const read = (after?: string) => needsForFile(filter, named, after, PAGE)
  return lines(words.heads, actor, read, (row) => needCells(row, words.cells))
}

/** Which filters, not what was typed into the search box: that may be a person's name. */
async function recordExport(actor: Actor, verb: string, { q, ...filter }: { q?: string; after?: string }) {
  const set = Object.entries(filter).filter(([, value]) => (Array.isArray(value) ? value.length : value))
  const filters = [...set.map(([name]) => name), ...(q ? ['q'] : [])]
  await db.$transaction((tx) => recordActivity(tx, actor, { verb, changes: { filters } }))
}

async function* lines<R extends { id: string }>(
  heads: string[],
  actor: Actor,
  read: (after?: string) => Promise<R[]>,
  cells: (row: R) => string[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  // TextEncoder keeps the mark by which Excel knows UTF-8.
  yield encoder.encode(CSV_BOM + csvLines([heads]))
  for (let after: string | undefined; ; ) {
    const rows = await actAs(actor, () => read(after))
    after = rows.at(-1)?.id
    if (after === undefined) return
    yield encoder.encode(csvLines(rows.map(cells)))
  }
}
