import 'server-only'
import { randomBytes } from 'node:crypto'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { hashOf } from '@/lib/feeds/owner'
import { SECRET_BYTES } from '@/lib/feeds/rules'
import { type Actor, permit } from '@/lib/permissions'

/**
 * Makes the secret address of the person's own calendar; an older one is void from now on. The secret is answered here
 * and never again. Asked twice, the second answer holds.
 */
export async function makeFeed(actor: Actor): Promise<{ secret: string }> {
  permit(actor, 'visits.record')
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const secretHash = hashOf(secret)
  await db.$transaction(async (tx) => {
    const userId = actor.id
    await tx.calendarFeed.upsert({
      where: { userId },
      create: { userId, secretHash },
      update: { secretHash, createdAt: new Date() },
    })
    await recordActivity(tx, actor, { verb: 'feed.made', subjectId: userId })
  })
  return { secret }
}

/** The address answers nobody any more; where there is none, nothing changes. */
export async function revokeFeed(actor: Actor): Promise<void> {
  permit(actor, 'visits.record')
  await db.$transaction(async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { userId: actor.id } })
    if (count > 0) await recordActivity(tx, actor, { verb: 'feed.revoked', subjectId: actor.id })
  })
}
