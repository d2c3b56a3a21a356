import { db } from '@/lib/db'
import { Refusal } from '@/lib/refusal'
import { findAdmin } from '@/lib/register/cli-import'
import { insistOnLatest, latestApplied } from '@/lib/register/marks'
import { importFormat } from '@/lib/register/schema'
import { previewUndo } from '@/lib/register/undo-preview'
import { undoImport } from '@/lib/register/work'

/** Tells what undoing the last import would do and, with `yes`, does it. Refuses `registerNothingToUndo`. */
export async function runUndo({ as, yes }: { as?: string; yes: boolean }) {
  if (as) await findAdmin(as)
  const row = await latestApplied(db)
  if (!row) throw new Refusal('registerNothingToUndo')
  await db.$transaction((tx) => insistOnLatest(tx, row))
  if (!yes) {
    const plan = await previewUndo(row.id)
    tell(`Undoing ${row.fileName} would do this (add --yes):`, plan)
    return { ...plan, undone: 0 }
  }
  await db.registerImport.update({ where: { id: row.id }, data: { status: 'undoing' } })
  await undoImport(row.id, { otherwise: 'refuse' })
  const { format, status } = await db.registerImport.findUniqueOrThrow({ where: { id: row.id } })
  if (status !== 'undone') throw new Refusal('registerFailed')
  const { undo = {} } = importFormat.parse(format)
  tell(`${row.fileName} was undone:`, undo)
  return { ...undo, undone: 1 }
}

function tell(heading: string, numbers: Record<string, number>) {
  console.info(heading)
  for (const [what, count] of Object.entries(numbers)) console.info(`  ${what}: ${count}`)
}
