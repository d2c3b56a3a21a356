import 'server-only'
import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/permissions'

/** 256 random bits cannot be guessed: a plain hash keeps them as well as a slow one, and costs a stranger nothing. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/**
 * Whose calendar a secret opens: the sign-in of a calendar program, which can send no cookie. Null where nobody's: never
 * made, revoked, or its person switched off or no longer visiting firms.
 */
export async function ownerOf(secret: string): Promise<Actor | null> {
  const feed = await db.calendarFeed.findUnique({
    where: { secretHash: hashOf(secret), user: { active: true } },
    select: { user: { select: { id: true, name: true, email: true, role: true, officeId: true, locale: true } } },
  })
  return feed && can(feed.user, 'visits.record') ? feed.user : null
}
