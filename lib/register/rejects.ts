import 'server-only'
import Papa from 'papaparse'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'

/** Rows of the table read at a time. */
const PAGE = 5_000

type Words = { heads: string[]; reason: (reason: string) => string }

/**
 * All rejected rows as CSV for Excel (`;`, UTF-8 with BOM), page by page. Raw rows may hold personal data: who
 * downloaded them is written down first. Refuses an unknown import (`notFound`).
 */
export async function downloadRejects(actor: Actor, importId: string, words: Words): Promise<AsyncGenerator<Buffer>> {
  permit(actor, 'register.import')
  await db.$transaction(async (tx) => {
    const row = await tx.registerImport.findUnique({
      where: { id: importId },
      select: { fileName: true, rejected: true },
    })
    if (!row) throw new Refusal('notFound')
    const changes = { fileName: row.fileName, rejected: row.rejected }
    await recordActivity(tx, actor, { verb: 'register.rejectsDownloaded', subjectId: importId, changes })
  })
  return csv(importId, words)
}

async function* csv(importId: string, { heads, reason }: Words): AsyncGenerator<Buffer> {
  yield Buffer.from(`\ufeff${csvLines([heads])}`)
  for (let after = 0; ; ) {
    const rows = await db.registerReject.findMany({
      where: { importId, ordinal: { gt: after } },
      orderBy: { ordinal: 'asc' },
      take: PAGE,
    })
    const last = rows.at(-1)
    if (!last) return
    yield Buffer.from(
      csvLines(rows.map((row) => [String(row.line), row.column, row.value, reason(row.reason), row.row])),
    )
    after = last.ordinal
  }
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. Source: OWASP, CSV injection. */
export const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** Lines of a CSV for Excel: `;`, CRLF, no formulas. */
export const csvLines = (rows: string[][]) =>
  `${Papa.unparse(
    rows.map((row) => row.map(harmless)),
    { delimiter: ';', newline: '\r\n' },
  )}\r\n`
