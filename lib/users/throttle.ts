import 'server-only'
import { createHmac } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { delayAfter, FORGET_AFTER_SECONDS, normalEmail } from '@/lib/users/rules'

type Attempt = { account: string; address: string | null }

/** Neither e-mail nor address is kept: only a hash nobody can compute without the server's secret. */
const keyOf = (text: string) => createHmac('sha256', env.NEXTAUTH_SECRET).update(text).digest('hex')

/** `account` by e-mail, `address` null where only the account counts. */
export function attemptOf(email: string, address: string | null): Attempt {
  return { account: keyOf(`account:${normalEmail(email)}`), address: address && keyOf(`address:${address}`) }
}

/**
 * Counts the attempt as failed before the password is looked at, so that many at once get no more guesses than one
 * after the other. Answers the seconds to wait (then nothing was counted), or 0: go ahead.
 */
export async function countAttempt(attempt: Attempt, now: Date): Promise<number> {
  const keys = [attempt.account, attempt.address].filter((key) => key !== null).sort()
  return await db.$transaction(async (tx) => {
    await tx.signInThrottle.createMany({ data: keys.map((key) => ({ key })), skipDuplicates: true })
    const rows = await tx.$queryRaw<{ key: string; failures: number; blockedUntil: Date | null; updatedAt: Date }[]>`
      select key, failures, blocked_until as "blockedUntil", updated_at as "updatedAt"
      from sign_in_throttle where key = any(${keys}) order by key for update`
    const wait = Math.max(...rows.map((row) => (row.blockedUntil?.getTime() ?? 0) - now.getTime()))
    if (wait > 0) return Math.ceil(wait / 1000)
    for (const row of rows) {
      const quiet = now.getTime() - row.updatedAt.getTime() > FORGET_AFTER_SECONDS * 1000
      const failures = quiet ? 1 : row.failures + 1
      const delay = delayAfter(failures)
      const blockedUntil = delay ? new Date(now.getTime() + delay * 1000) : null
      await tx.signInThrottle.update({ where: { key: row.key }, data: { failures, blockedUntil, updatedAt: now } })
    }
    return 0
  })
}

/**
 * The attempt was right: the account starts afresh. The address gets only this attempt back, or whoever has one
 * account could guess at the others for ever.
 */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  await db.signInThrottle.deleteMany({ where: { key: attempt.account } })
  if (!attempt.address) return
  await db.signInThrottle.updateMany({
    where: { key: attempt.address, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, blockedUntil: null },
  })
}
