import 'server-only'
import { Problem } from '@/lib/api/problem'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/permissions'
import type { Scope } from '@/lib/tokens/schema'
import { hashSecret } from '@/lib/tokens/secret'

/** Requests one key may make in a minute, over all processes: the whole register in a few minutes, and no more. */
export const PER_MINUTE = 300

export type Bearer = { actor: Actor; scopes: Scope[] }

/**
 * Who holds the key of the header `Authorization: Bearer …`, counted in the same statement, so that a hundred requests
 * at once do not pass the brake together. A key reads in the name of the admin who made it, and ends with them.
 * Throws Problem `unauthorized` or `tooManyRequests` (with `Retry-After`).
 */
export async function bearerOf(headers: Headers, now = new Date()): Promise<Bearer> {
  const secret = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
  const [token] = secret
    ? await db.$queryRaw<(Actor & { scopes: Scope[]; inMinute: number })[]>`
        update api_token t
        set minute = ${minute}, in_minute = case when t.minute = ${minute} then t.in_minute + 1 else 1 end,
          last_used_at = ${now}
        from app_user u
        where t.hash = ${hashSecret(secret)} and t.revoked_at is null and t.expires_at > ${now}
          and u.id = t.made_by_id and u.active and u.role = 'admin'
        returning t.scopes, t.in_minute as "inMinute", u.id, u.name, u.email, u.role, u.office_id as "officeId", u.locale`
    : []
  if (!token) {
    const headers = { 'WWW-Authenticate': 'Bearer realm="Porta a Porta"' }
    throw new Problem('unauthorized', 'Send a key in the header Authorization: Bearer …', { headers })
  }
  const { scopes, inMinute, ...actor } = token
  if (inMinute > PER_MINUTE) {
    const seconds = Math.ceil((minute.getTime() + 60_000 - now.getTime()) / 1000)
    const headers = { 'Retry-After': String(Math.max(1, seconds)) }
    throw new Problem('tooManyRequests', `A key may make ${PER_MINUTE} requests in a minute.`, { headers })
  }
  return { actor, scopes }
}
