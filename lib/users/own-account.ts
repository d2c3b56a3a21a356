import 'server-only'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { hashPassword, verifyPassword } from '@/lib/users/password'
import { attemptOf, countAttempt, forgiveAttempt } from '@/lib/users/throttle'

type OwnPassword = { current: string; next: string; keepSessionId?: string }

/**
 * A person changes their own password. Every other browser of theirs is signed out; the session `keepSessionId`, where
 * it is done, goes on. Guessing the present password slows the account down as at the sign-in page.
 */
export async function changeOwnPassword(actor: Actor, input: OwnPassword, now = new Date()): Promise<void> {
  const attempt = attemptOf(actor.email, null)
  const seconds = await countAttempt(attempt, now)
  if (seconds > 0) throw new Refusal('signInSlowed', { minutes: Math.ceil(seconds / 60) })
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: actor.id }, select: { passwordHash: true } })
  if (!(await verifyPassword(passwordHash, input.current))) throw new Refusal('passwordWrong')
  await forgiveAttempt(attempt)
  const fresh = await hashPassword(input.next)
  await db.$transaction(async (tx) => {
    const { sessionEpoch } = await tx.user.update({
      where: { id: actor.id },
      data: { passwordHash: fresh, sessionEpoch: { increment: 1 } },
      select: { sessionEpoch: true },
    })
    if (input.keepSessionId) {
      const here = { id: input.keepSessionId, userId: actor.id, revokedAt: null }
      await tx.signInSession.updateMany({ where: here, data: { epoch: sessionEpoch } })
    }
    await recordActivity(tx, actor, { verb: 'user.password_changed', subjectId: actor.id })
  })
}
