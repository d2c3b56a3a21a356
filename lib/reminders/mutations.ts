import 'server-only'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import type { MorningMailChoice } from '@/lib/reminders/schema'

/** A person wants the morning e-mail, or no longer; the same choice again changes nothing. */
export async function chooseMorningMail(actor: Actor, { isWanted }: MorningMailChoice): Promise<void> {
  permit(actor, 'visits.record')
  await db.$transaction(async (tx) => {
    const where = { id: actor.id, morningMail: !isWanted }
    const { count } = await tx.user.updateMany({ where, data: { morningMail: isWanted } })
    if (count === 0) return
    const changes = { morningMail: [!isWanted, isWanted] }
    await recordActivity(tx, actor, { verb: 'reminder.mailChosen', subjectId: actor.id, changes })
  })
}
