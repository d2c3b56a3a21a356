import 'server-only'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { snapshotOf } from '@/lib/firms/mutations'
import type { NoteInput } from '@/lib/notes/schema'
import { type Actor, permit } from '@/lib/permissions'

/** Leaves a note on the firm's page; the same id again changes nothing. Refuses an unknown firm (`notFound`). */
export async function addNote(actor: Actor, { id, firmId, text }: NoteInput): Promise<void> {
  permit(actor, 'firms.write')
  await db.$transaction(async (tx) => {
    await snapshotOf(tx, firmId)
    const data = [{ id, firmId, text, userId: actor.id }]
    const { count } = await tx.firmNote.createMany({ data, skipDuplicates: true })
    if (count) await recordActivity(tx, actor, { verb: 'note.added', subjectId: id, firmId })
  })
}
