import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { recordActivity } from '@/lib/activity'
import { letGo } from '@/lib/assignments/mutations'
import { db } from '@/lib/db'
import { verifyPassword } from '@/lib/users/password'
import { normalEmail, SESSION_SECONDS } from '@/lib/users/rules'
import { attemptOf, countAttempt, forgiveAttempt } from '@/lib/users/throttle'

const DAY_SECONDS = 24 * 3600

type Answer =
  | { outcome: 'signedIn'; userId: string; sessionId: string }
  /** No such person, wrong password or account switched off: the three look and take the same. */
  | { outcome: 'wrong' }
  | { outcome: 'slowed'; seconds: number }

type Credentials = { email: string; password: string; address: string | null }

/** Checks e-mail and password and opens a session. */
export async function signIn({ email, password, address }: Credentials, now = new Date()): Promise<Answer> {
  const attempt = attemptOf(email, address)
  const seconds = await countAttempt(attempt, now)
  if (seconds > 0) return { outcome: 'slowed', seconds }
  const user = await db.user.findUnique({ where: { email: normalEmail(email) } })
  const right = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user?.active || !right) {
    // The log says whose account it was, where there is one; never what was typed, nor from where.
    await db.$transaction((tx) => recordActivity(tx, null, { verb: 'user.sign_in_failed', subjectId: user?.id }))
    return { outcome: 'wrong' }
  }
  await forgiveAttempt(attempt)
  return { outcome: 'signedIn', userId: user.id, sessionId: await openSession(user, now) }
}

async function openSession(user: { id: string; sessionEpoch: number }, now: Date): Promise<string> {
  const id = uuidv7()
  const expired = { lt: new Date(now.getTime() - SESSION_SECONDS * 1000) }
  await db.$transaction(async (tx) => {
    await tx.signInSession.deleteMany({ where: { userId: user.id, createdAt: expired } })
    await tx.signInSession.create({ data: { id, userId: user.id, epoch: user.sessionEpoch, createdAt: now } })
    await recordActivity(tx, user, { verb: 'user.signed_in', subjectId: user.id })
  })
  return id
}

/**
 * Ends the session of one browser; the next request from there is a stranger's. Ending it twice changes nothing. With
 * the last one the firm on the telephone goes back.
 */
export async function signOut(sessionId: string, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const open = await tx.signInSession.findFirst({ where: { id: sessionId, revokedAt: null } })
    if (!open) return
    await tx.signInSession.update({ where: { id: sessionId }, data: { revokedAt: now } })
    await recordActivity(tx, { id: open.userId }, { verb: 'user.signed_out', subjectId: open.userId })
    const since = new Date(now.getTime() - SESSION_SECONDS * 1000)
    const others = { userId: open.userId, revokedAt: null, epoch: open.epoch, createdAt: { gte: since } }
    if ((await tx.signInSession.count({ where: others })) > 0) return
    await letGo(tx, { id: open.userId }, { leaseUserId: open.userId })
  })
}

/** What has run out is of no use to anybody any more: sessions past their days, and brakes an hour of quiet let go. */
export async function clearSignIns(now = new Date()): Promise<{ sessions: number; brakes: number }> {
  const before = (seconds: number) => ({ lt: new Date(now.getTime() - seconds * 1000) })
  const { count: sessions } = await db.signInSession.deleteMany({ where: { createdAt: before(SESSION_SECONDS) } })
  const { count: brakes } = await db.signInThrottle.deleteMany({ where: { updatedAt: before(DAY_SECONDS) } })
  return { sessions, brakes }
}
