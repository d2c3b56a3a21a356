import 'server-only'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

/** Every key ever made, those that still open something first. Nothing here lets anybody in. */
export async function tokenList(now = new Date()) {
  await gate('tokens.write')
  const tokens = await db.apiToken.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      name: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      lastUsedAt: true,
      madeBy: { select: { name: true, active: true, role: true } },
    },
  })
  const stateOf = ({ revokedAt, expiresAt, madeBy }: (typeof tokens)[number]) => {
    if (revokedAt) return 'revoked'
    if (expiresAt <= now) return 'expired'
    return madeBy.active && madeBy.role === 'admin' ? 'valid' : 'orphaned'
  }
  const rows = tokens.map((token) => ({ ...token, state: stateOf(token) }) as const)
  return rows.sort((one, other) => Number(other.state === 'valid') - Number(one.state === 'valid'))
}
