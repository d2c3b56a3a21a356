import 'server-only'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/refusal'
import { isSuspiciouslyFew, undoableUntil } from '@/lib/register/rules'
import type { RegisterImport } from '@/prisma/client/client'

/** Marks a checked import for writing, on the screen and on the command line alike. */
export async function markApplying(tx: Tx, row: RegisterImport, { full, sure }: { full: boolean; sure: boolean }) {
  if (row.status !== 'checked') throw new Refusal('registerNotChecked')
  if (full && !sure) {
    const active = await tx.firm.count({ where: { status: { not: 'ceased' } } })
    const { missing } = row
    if (isSuspiciouslyFew({ missing, active })) throw new Refusal('registerManyMissing', { missing, active })
  }
  await tx.registerImport.update({ where: { id: row.id }, data: { status: 'applying', full } })
}

/** The import that can be undone: the last one in the register. */
export function latestApplied(tx: Pick<Tx, 'registerImport'>): Promise<RegisterImport | null> {
  return tx.registerImport.findFirst({
    where: { status: { in: ['done', 'undoing'] }, appliedAt: { not: null } },
    orderBy: { appliedAt: 'desc' },
  })
}

/** Refuses `registerNotLast` and `registerTooOld`. */
export async function insistOnLatest(tx: Tx, row: RegisterImport) {
  const latest = await latestApplied(tx)
  if (row.status !== 'done' || latest?.id !== row.id) throw new Refusal('registerNotLast')
  const until = undoableUntil(row.appliedAt)
  if (!until || until < new Date()) throw new Refusal('registerTooOld')
}
