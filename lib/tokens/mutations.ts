import 'server-only'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import type { NewToken } from '@/lib/tokens/schema'
import { hashSecret, makeSecret } from '@/lib/tokens/secret'

const DAY = 86_400_000

/**
 * Makes a key and answers it, this once: only its hash is kept. The same id again is refused (`tokenMade`), because
 * the first answer cannot be given a second time.
 */
export async function makeToken(actor: Actor, input: NewToken, now = new Date()): Promise<{ secret: string }> {
  permit(actor, 'tokens.write')
  const { id, name, scopes, days } = input
  const secret = makeSecret()
  const expiresAt = new Date(now.getTime() + days * DAY)
  await db.$transaction(async (tx) => {
    const data = [{ id, name, scopes, hash: hashSecret(secret), madeById: actor.id, expiresAt }]
    const { count } = await tx.apiToken.createMany({ data, skipDuplicates: true })
    if (count === 0) throw new Refusal('tokenMade')
    const changes = { name: [null, name], scopes: [null, scopes], expiresAt: [null, expiresAt.toISOString()] }
    await recordActivity(tx, actor, { verb: 'token.made', subjectId: id, changes })
  })
  return { secret }
}

/** Ends a key from the next request on. Once ended it stays so; again changes nothing. Refuses an unknown one. */
export async function revokeToken(actor: Actor, { id }: { id: string }, now = new Date()): Promise<void> {
  permit(actor, 'tokens.write')
  await db.$transaction(async (tx) => {
    const token = await tx.apiToken.findUnique({ where: { id }, select: { name: true } })
    if (!token) throw new Refusal('notFound')
    const { count } = await tx.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
    if (count) await recordActivity(tx, actor, { verb: 'token.revoked', subjectId: id, changes: { name: token.name } })
  })
}
