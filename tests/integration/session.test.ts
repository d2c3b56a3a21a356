import type { Session } from 'next-auth'
import { encode, type JWT } from 'next-auth/jwt'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/permissions'
import { actAs, currentActor, gate } from '@/lib/session'
import { changeUser, resetPassword, signOutEverywhere } from '@/lib/users/mutations'
import { hashPassword } from '@/lib/users/password'
import { userToEdit } from '@/lib/users/queries'
import { signIn, signOut } from '@/lib/users/sessions'
import { authOptions } from '@/lib/users/sign-in'
import { person } from '@/tests/support/people'

/** The browser's cookies, as they come with a request. */
const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({ getAll: () => [...jar].map(([name, value]) => ({ name, value })) }),
  headers: async () => new Headers({ 'x-asked': '/firms?q=rossi' }),
}))

const secret = 'only-for-this-test-only-for-this-test'
const COOKIE = 'next-auth.session-token'
const DAY = 24 * 60 * 60 * 1000

/** Gives the browser the cookie that next-auth makes of this token. */
async function wear(token: JWT) {
  jar.set(COOKIE, await encode({ token: { signedInAt: Date.now(), ...token }, secret, maxAge: 60 * 24 * 3600 }))
}

const PASSWORD = 'cavallo batteria graffetta'
let passwordHash: string
let admin: Actor
let anna: Actor
let sessionId: string

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = secret
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(async () => {
  admin = await person('admin')
  anna = await person('promoter', { passwordHash })
  const answer = await signIn({ email: anna.email, password: PASSWORD, address: null })
  if (answer.outcome !== 'signedIn') throw new Error('Anna could not sign in')
  sessionId = answer.sessionId
  await wear({ sessionId })
})

async function change(field: { active?: boolean; role?: 'manager'; name?: string }) {
  const user = await actAs(admin, () => userToEdit(anna.id))
  if (!user) throw new Error('no such user')
  await changeUser(admin, { ...user, officeId: undefined, ...field })
}

describe('the next request', () => {
  test('of a signed-in person is theirs', async () => {
    expect(await currentActor()).toMatchObject({ id: anna.id, role: 'promoter' })
  })
  test('after signing out is a stranger’s, who is sent to sign in and led back', async () => {
    await signOut(sessionId)
    expect(await currentActor()).toBeNull()
    const sent = await gate().catch((error) => error)
    expect(sent.digest).toContain(';/sign-in?callbackUrl=%2Ffirms%3Fq%3Drossi;')
  })
  test('of somebody deactivated meanwhile is a stranger’s', async () => {
    await change({ active: false })
    expect(await currentActor()).toBeNull()
  })
  test('of somebody deactivated and let in again still is', async () => {
    await change({ active: false })
    await change({ active: true })
    expect(await currentActor()).toBeNull()
  })
  test('after a change of role is a stranger’s: they sign in to their new pages', async () => {
    await change({ role: 'manager' })
    expect(await currentActor()).toBeNull()
  })
  test('after a change of name knows the new one', async () => {
    await change({ name: 'Anna Bruni Conti' })
    expect(await currentActor()).toMatchObject({ name: 'Anna Bruni Conti' })
  })
  test('after a new password from the admin is a stranger’s', async () => {
    await resetPassword(admin, { id: anna.id, password: 'una nuova password' })
    expect(await currentActor()).toBeNull()
  })
  test('after being signed out everywhere is a stranger’s', async () => {
    await signOutEverywhere(admin, { id: anna.id })
    expect(await currentActor()).toBeNull()
  })
  test('with a cookie that names no session is a stranger’s', async () => {
    await wear({ sessionId: crypto.randomUUID() })
    expect(await currentActor()).toBeNull()
    await wear({})
    expect(await currentActor()).toBeNull()
  })
  test('without a cookie, or with one somebody else signed, is a stranger’s', async () => {
    jar.clear()
    expect(await currentActor()).toBeNull()
    const token = { sessionId, signedInAt: Date.now() }
    jar.set(COOKIE, await encode({ token, secret: 'another secret, another secret, another' }))
    expect(await currentActor()).toBeNull()
  })
  test('for what the role does not allow is forbidden', async () => {
    await expect(gate('users.write')).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;403')
  })
})

describe('the cookie', () => {
  const session = { expires: '' } as Session

  test('names the session and nothing else of the person', async () => {
    const user = { id: anna.id, sessionId: 'one', name: anna.name, email: anna.email }
    const token = await authOptions.callbacks?.jwt?.({ token: { name: anna.name }, user } as never)
    expect(token).toEqual({ sessionId: 'one', signedInAt: expect.any(Number) })
  })
  test('lasts thirty days, however often it is renewed', async () => {
    await wear({ sessionId, signedInAt: Date.now() - 29 * DAY })
    expect(await currentActor()).toMatchObject({ id: anna.id })
    await wear({ sessionId, signedInAt: Date.now() - 31 * DAY })
    expect(await currentActor()).toBeNull()
    await wear({ sessionId, signedInAt: undefined })
    expect(await currentActor()).toBeNull()
  })
  test('signing out ends the session it names', async () => {
    await authOptions.events?.signOut?.({ token: { sessionId }, session })
    expect(await db.signInSession.count({ where: { userId: anna.id, revokedAt: null } })).toBe(0)
  })
})
