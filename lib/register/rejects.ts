import 'server-only'
import { recordActivity } from '@/lib/activity'
import { CSV_BOM, csvLines } from '@/lib/csv'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { type Rejected, readRejects } from '@/lib/register/staged'

/** Rows of the table read at a time. */
const PAGE = 5_000

type Words = { heads: string[]; reason: (reason: string) => string }

/**
 * All rejected rows as CSV for Excel, page by page, of a dry run or of an import that was written. Raw rows may hold
 * personal data: who downloaded them is written down first. Refuses an unknown import (`notFound`).
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
  yield Buffer.from(CSV_BOM + csvLines([heads]))
  const line = (row: Rejected) => [String(row.line), row.column, row.value, reason(row.reason), row.row]
  for (let after = 0; ; ) {
    const rows = await readRejects(importId, after, PAGE)
    const last = rows.at(-1)
    if (!last) return
    yield Buffer.from(csvLines(rows.map(line)))
    after = last.ordinal
  }
}
