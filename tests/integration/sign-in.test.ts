import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { hashPassword } from '@/lib/users/password'
import { signIn, signOut } from '@/lib/users/sessions'
import { authOptions } from '@/lib/users/sign-in'
import { person } from '@/tests/support/people'

const PASSWORD = 'cavallo batteria graffetta'
const HERE = '203.0.113.7'
let passwordHash: string
let clock: Date

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = 'only-for-this-test-only-for-this-test'
  passwordHash = await hashPassword(PASSWORD)
})

beforeEach(async () => {
  await db.signInThrottle.deleteMany()
  clock = new Date('2026-03-02T09:00:00Z')
})

const attempt = (email: string, password: string, address: string | null = HERE) =>
  signIn({ email, password, address }, clock)
const pass = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000)
}

describe('signing in', () => {
  test('opens a session and is written down', async () => {
    const anna = await person('promoter', { passwordHash })
    const answer = await attempt(` ${anna.email.toUpperCase()} `, PASSWORD)
    expect(answer).toMatchObject({ outcome: 'signedIn', userId: anna.id })
    const session = await db.signInSession.findFirstOrThrow({ where: { userId: anna.id } })
    expect(answer).toMatchObject({ sessionId: session.id })
    const deeds = await db.activity.findMany({ where: { userId: anna.id } })
    expect(deeds).toMatchObject([{ verb: 'user.signed_in', subjectId: anna.id }])
  })

  test('forgets sessions that are too old to be used', async () => {
    const anna = await person('promoter', { passwordHash })
    await attempt(anna.email, PASSWORD)
    pass(31 * 24 * 60 * 60)
    await attempt(anna.email, PASSWORD)
    expect(await db.signInSession.count({ where: { userId: anna.id } })).toBe(1)
  })

  test('a wrong password, an unknown person and a deactivated one get the same answer and leave the same traces', async () => {
    const anna = await person('promoter', { passwordHash })
    const gone = await person('promoter', { passwordHash, active: false })
    const before = await db.activity.count({ where: { verb: 'user.sign_in_failed' } })
    expect(await attempt(anna.email, 'sbagliata', '203.0.113.1')).toEqual({ outcome: 'wrong' })
    expect(await attempt('nessuno@example.test', 'sbagliata', '203.0.113.2')).toEqual({ outcome: 'wrong' })
    expect(await attempt(gone.email, PASSWORD, '203.0.113.3')).toEqual({ outcome: 'wrong' })
    expect(await db.activity.count({ where: { verb: 'user.sign_in_failed' } })).toBe(before + 3)
    expect(await db.signInThrottle.count()).toBe(6)
    expect(await db.signInSession.count({ where: { userId: { in: [anna.id, gone.id] } } })).toBe(0)
  })

  test('takes as long for an unknown person as for a wrong password', async () => {
    const anna = await person('promoter', { passwordHash })
    const time = async (email: string, address: string) => {
      const start = performance.now()
      await attempt(email, 'sbagliata', address)
      return performance.now() - start
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
    await time('warm.up@example.test', '203.0.113.200')
    const known: number[] = []
    const unknown: number[] = []
    for (let turn = 0; turn < 4; turn++) {
      known.push(await time(anna.email, `203.0.113.${turn}`))
      unknown.push(await time('nessuno@example.test', `203.0.113.${100 + turn}`))
    }
    // Without a hash to verify an answer would come in a tenth of the time.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.4)
    expect(median(unknown) / median(known)).toBeLessThan(2.5)
  })
})

describe('guessing', () => {
  test('is slowed down after five failures, for longer each time, and then also for the right password', async () => {
    const anna = await person('promoter', { passwordHash })
    for (let turn = 0; turn < 5; turn++) expect(await attempt(anna.email, 'no')).toEqual({ outcome: 'wrong' })
    expect(await attempt(anna.email, PASSWORD)).toEqual({ outcome: 'slowed', seconds: 30 })
    pass(29)
    expect(await attempt(anna.email, PASSWORD)).toEqual({ outcome: 'slowed', seconds: 1 })
    pass(1)
    expect(await attempt(anna.email, 'no')).toEqual({ outcome: 'wrong' })
    expect(await attempt(anna.email, 'no')).toEqual({ outcome: 'slowed', seconds: 60 })
    pass(60)
    expect(await attempt(anna.email, PASSWORD)).toMatchObject({ outcome: 'signedIn' })
  })

  test('slows an unknown account down just the same', async () => {
    for (let turn = 0; turn < 5; turn++) await attempt('nessuno@example.test', 'no', null)
    expect(await attempt('nessuno@example.test', 'no', null)).toEqual({ outcome: 'slowed', seconds: 30 })
  })

  test('at many accounts from one address slows that address, and others go on', async () => {
    const anna = await person('promoter', { passwordHash })
    for (let turn = 0; turn < 5; turn++) await attempt(`guess.${turn}@example.test`, 'no')
    expect(await attempt(anna.email, PASSWORD)).toEqual({ outcome: 'slowed', seconds: 30 })
    expect(await attempt(anna.email, PASSWORD, '198.51.100.9')).toMatchObject({ outcome: 'signedIn' })
  })

  test('at one account from many addresses slows that account', async () => {
    const anna = await person('promoter', { passwordHash })
    for (let turn = 0; turn < 5; turn++) await attempt(anna.email, 'no', `198.51.100.${turn}`)
    expect(await attempt(anna.email, PASSWORD, '198.51.100.99')).toEqual({ outcome: 'slowed', seconds: 30 })
  })

  test('many at once get no more guesses than one after the other', async () => {
    const anna = await person('promoter', { passwordHash })
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(anna.email, 'no')))
    expect(answers.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(5)
  })

  test('signing in clears the account, and takes back only its own attempt from the address', async () => {
    const anna = await person('promoter', { passwordHash })
    for (let turn = 0; turn < 4; turn++) await attempt(anna.email, 'no')
    expect(await attempt(anna.email, PASSWORD)).toMatchObject({ outcome: 'signedIn' })
    expect(await db.signInThrottle.findMany()).toMatchObject([{ failures: 4, blockedUntil: null }])
  })

  test('is forgotten after an hour of quiet', async () => {
    for (let turn = 0; turn < 4; turn++) await attempt('anna@example.test', 'no')
    pass(61 * 60)
    for (let turn = 0; turn < 4; turn++) expect(await attempt('anna@example.test', 'no')).toEqual({ outcome: 'wrong' })
  })

  test('leaves neither e-mail nor address behind', async () => {
    await attempt('anna@example.test', 'no')
    const rows = JSON.stringify(await db.signInThrottle.findMany())
    expect(rows).not.toContain('anna')
    expect(rows).not.toContain(HERE)
  })
})

describe('signing out', () => {
  test('ends that session once and is written down', async () => {
    const anna = await person('promoter', { passwordHash })
    const answer = await attempt(anna.email, PASSWORD)
    if (answer.outcome !== 'signedIn') throw new Error(answer.outcome)
    await signOut(answer.sessionId, clock)
    await signOut(answer.sessionId, new Date())
    expect(await db.signInSession.findFirst({ where: { id: answer.sessionId } })).toMatchObject({ revokedAt: clock })
    expect(await db.activity.count({ where: { userId: anna.id, verb: 'user.signed_out' } })).toBe(1)
  })
})

describe('the sign-in page', () => {
  /** What next-auth does with the form. */
  const send = (typed: object) => {
    const request = { headers: { 'x-forwarded-for': '192.0.2.1' }, body: {}, query: {}, method: 'POST' }
    const provider = authOptions.providers[0] as { options?: { authorize?: (...given: unknown[]) => Promise<unknown> } }
    return provider.options?.authorize?.(typed, request)
  }

  test('learns who it is, nothing, or how long to wait', async () => {
    const anna = await person('promoter', { passwordHash })
    expect(await send({ email: anna.email, password: PASSWORD })).toMatchObject({ id: anna.id })
    for (let turn = 0; turn < 5; turn++) expect(await send({ email: anna.email, password: 'no' })).toBeNull()
    await expect(send({ email: anna.email, password: PASSWORD })).rejects.toThrow(/^slowed:(30|29)$/)
  })
  test('gets no answer to what is no form', async () => {
    expect(await send({})).toBeNull()
    expect(await send({ email: 'a@example.test', password: 'x'.repeat(10_000) })).toBeNull()
  })
})
