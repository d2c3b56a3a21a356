import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { forbidden, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { db } from '@/lib/db'
import { type Actor, can, type Permission } from '@/lib/permissions'
import { authOptions } from '@/lib/users/sign-in'

const acting = new AsyncLocalStorage<Actor>()

/** Runs `work` for a person without a browser: the command line, a job, a test. */
export function actAs<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return acting.run(actor, work)
}

/** The signed-in person, asked once a request; null where nobody is, or where the session was ended meanwhile. */
const signedIn = cache(async (): Promise<Actor | null> => {
  const token = await getServerSession(authOptions)
  if (!token?.sessionId) return null
  const session = await db.signInSession.findFirst({
    where: { id: token.sessionId, revokedAt: null, user: { active: true } },
    select: {
      epoch: true,
      user: {
        select: { id: true, name: true, email: true, role: true, officeId: true, locale: true, sessionEpoch: true },
      },
    },
  })
  if (!session || session.epoch !== session.user.sessionEpoch) return null
  const { sessionEpoch: _, ...actor } = session.user
  return actor
})

export async function currentActor(): Promise<Actor | null> {
  return acting.getStore() ?? (await signedIn())
}

/** The gate: first line of every exported query. Sends strangers to sign in and answers 403 to the wrong role. */
export async function gate(permission?: Permission): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  if (permission && !can(actor, permission)) forbidden()
  return actor
}
