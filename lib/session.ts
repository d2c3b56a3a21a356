import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Route } from 'next'
import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { getToken, type JWT } from 'next-auth/jwt'
import { cache } from 'react'
import { ASKED } from '@/lib/asked'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { type Actor, can, type Permission } from '@/lib/permissions'
import { signInFor } from '@/lib/users/rules'
import { sessionNamedBy } from '@/lib/users/sign-in'

const acting = new AsyncLocalStorage<Actor>()

/** Runs `work` for a person without a browser: the command line, a job, a test. */
export function actAs<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return acting.run(actor, work)
}

/** Cookies read lately: the same text always says the same, and deciphering it takes as long as a query. */
const read = new Map<string, JWT>()
const MOST_READ = 1_000

async function tokenIn(jar: Record<string, string>): Promise<JWT | null> {
  const req = { cookies: jar, headers: {} } as Parameters<typeof getToken>[0]['req']
  const secret = env.NEXTAUTH_SECRET
  const cookie = await getToken({ req, secret, raw: true })
  if (!cookie) return null
  const known = read.get(cookie)
  if (known) return known
  const token = await getToken({ req, secret })
  if (read.size >= MOST_READ) read.clear()
  if (token) read.set(cookie, token)
  return token
}

/** The session this browser's cookie names. next-auth's own reading would renew the cookie each time. */
export const namedSession = cache(async (): Promise<string | undefined> => {
  const jar = (await cookies()).getAll().map(({ name, value }) => [name, value])
  return sessionNamedBy(await tokenIn(Object.fromEntries(jar)))
})

/** The signed-in person, asked once a request; null where nobody is, or where the session was ended meanwhile. */
const signedIn = cache(async (): Promise<Actor | null> => {
  const id = await namedSession()
  if (!id) return null
  const session = await db.signInSession.findFirst({
    where: { id, revokedAt: null, user: { active: true } },
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
  if (!actor) redirect(signInFor((await headers()).get(ASKED)) as Route)
  if (permission && !can(actor, permission)) forbidden()
  return actor
}
