import 'server-only'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

const who = { select: { name: true } } as const

/** Deeds of the activity log that the timeline tells itself; the others are told by what they left behind. */
const TOLD = [
  'call.corrected',
  'firm.corrected',
  'firm.correctionUndone',
  'firm.correctionKept',
  'firm.phoneAdded',
  'firm.phoneStruck',
  'firm.contactStopped',
  'firm.readmitted',
  'contact.added',
  'contact.changed',
  'contact.removed',
]

/** Notes for colleagues. */
export async function noteEvents(firmId: string, take: number) {
  await gate('firms.read')
  const rows = await db.firmNote.findMany({
    where: { firmId },
    orderBy: { createdAt: 'desc' },
    take,
    select: { id: true, createdAt: true, text: true, user: who },
  })
  return rows.map(({ createdAt, ...row }) => ({ kind: 'note' as const, at: createdAt, ...row }))
}

/** What imports of the register changed on a firm that was already there; those taken back changed nothing. */
export async function registerEvents(firmId: string) {
  await gate('firms.read')
  const rows = await db.registerChange.findMany({
    where: { firmId, import: { status: 'done' } },
    select: { changes: true, import: { select: { id: true, startedAt: true, finishedAt: true } } },
  })
  return rows.map((row) => ({
    kind: 'register' as const,
    id: row.import.id,
    at: row.import.finishedAt ?? row.import.startedAt,
    changes: row.changes,
  }))
}

/** What colleagues did to the firm's data. */
export async function deedEvents(firmId: string, take: number) {
  await gate('firms.read')
  const rows = await db.activity.findMany({
    where: { firmId, verb: { in: TOLD } },
    orderBy: { at: 'desc' },
    take,
    select: { id: true, at: true, verb: true, changes: true, user: who },
  })
  return rows.map((row) => ({ kind: 'deed' as const, ...row }))
}
