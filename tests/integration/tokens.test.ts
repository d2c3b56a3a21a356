import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { bearerOf, PER_MINUTE } from '@/lib/api/bearer'
import { db } from '@/lib/db'
import { type Actor, Forbidden } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { makeToken, revokeToken } from '@/lib/tokens/mutations'
import { tokenList } from '@/lib/tokens/queries'
import { newToken, type Scope } from '@/lib/tokens/schema'
import { person } from '@/tests/support/people'

let admin: Actor
beforeEach(async () => {
  await db.apiToken.deleteMany()
  admin = await person('admin', { name: 'Marco Rossetti' })
})

const wish = (scopes: Scope[] = ['needs']) => ({ id: uuidv7(), name: 'Power BI', scopes, days: 30 })
const withKey = (secret: string) => new Headers({ authorization: `Bearer ${secret}` })
const deeds = (subjectId: string) => db.activity.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })
/** A quiet minute, so that no test begins at the end of one. */
const NOON = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 10_000)

describe('making a key', () => {
  test('answers it once, keeps its hash alone and writes the deed without it', async () => {
    const input = wish(['needs', 'personal'])
    const { secret } = await makeToken(admin, input)
    expect(secret).toMatch(/^pap_[\w-]{43}$/)
    const row = await db.apiToken.findUniqueOrThrow({ where: { id: input.id } })
    expect(row.hash).toMatch(/^[0-9a-f]{64}$/)
    const told = await deeds(input.id)
    expect(told).toMatchObject([{ verb: 'token.made', userId: admin.id, changes: { name: [null, 'Power BI'] } }])
    expect(JSON.stringify([row, told])).not.toContain(secret.slice(4))
    const [shown] = await actAs(admin, () => tokenList())
    expect(shown).toMatchObject({ name: 'Power BI', state: 'valid', lastUsedAt: null, scopes: ['needs', 'personal'] })
  })
  test('is refused under an id that has one: its answer cannot be given again', async () => {
    const input = wish()
    await makeToken(admin, input)
    await expect(makeToken(admin, input)).rejects.toMatchObject({ key: 'tokenMade' })
    expect(await deeds(input.id)).toHaveLength(1)
  })
  test('asks for something to read, and personal data alone are nothing', () => {
    expect(newToken.safeParse(wish(['personal'])).success).toBe(false)
    expect(newToken.safeParse({ ...wish(), days: 36_500 }).success).toBe(false)
    expect(newToken.safeParse(wish()).success).toBe(true)
  })
  test.each(['promoter', 'manager', 'office'] as const)('is forbidden to the role %s', async (role) => {
    await expect(makeToken(await person(role), wish())).rejects.toThrow(Forbidden)
    await expect(actAs(await person(role), () => tokenList())).rejects.toThrow()
  })
})

describe('a key', () => {
  test('opens in the name of its maker and remembers when', async () => {
    const { secret } = await makeToken(admin, wish())
    const { actor, scopes } = await bearerOf(withKey(secret), NOON)
    expect([actor.id, scopes]).toEqual([admin.id, ['needs']])
    expect((await actAs(admin, () => tokenList()))[0]?.lastUsedAt).toEqual(NOON)
  })
  test('opens nothing when unknown, expired, revoked or left behind by its maker', async () => {
    const refused = (secret: string, now = NOON) =>
      expect(bearerOf(withKey(secret), now)).rejects.toMatchObject({ code: 'unauthorized' })
    await refused('pap_unknown')
    await expect(bearerOf(new Headers(), NOON)).rejects.toMatchObject({ code: 'unauthorized' })
    const input = wish()
    const { secret } = await makeToken(admin, input)
    await refused(secret, new Date(Date.now() + 31 * 86_400_000))
    await db.user.update({ where: { id: admin.id }, data: { active: false } })
    await refused(secret)
    await db.user.update({ where: { id: admin.id }, data: { active: true, role: 'manager' } })
    await refused(secret)
    await db.user.update({ where: { id: admin.id }, data: { role: 'admin' } })
    await bearerOf(withKey(secret), NOON)
    await revokeToken(admin, input)
    await refused(secret)
  })
  test('is slowed down after so many requests in a minute, also when they come at once', async () => {
    const input = wish()
    const { secret } = await makeToken(admin, input)
    await db.apiToken.update({
      where: { id: input.id },
      data: { minute: new Date(NOON.getTime() - 10_000), inMinute: PER_MINUTE - 3 },
    })
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => bearerOf(withKey(secret), NOON)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    const headers = { 'Retry-After': '50' }
    await expect(bearerOf(withKey(secret), NOON)).rejects.toMatchObject({ code: 'tooManyRequests', more: { headers } })
    await bearerOf(withKey(secret), new Date(NOON.getTime() + 50_000))
  })
})

describe('revoking a key', () => {
  test('is written down once, however often it is sent', async () => {
    const input = wish()
    await makeToken(admin, input)
    await revokeToken(admin, input)
    await revokeToken(admin, input)
    expect((await deeds(input.id)).map(({ verb }) => verb)).toEqual(['token.made', 'token.revoked'])
    expect((await actAs(admin, () => tokenList()))[0]?.state).toBe('revoked')
  })
  test('is refused for one that does not exist, and forbidden to everybody but the admin', async () => {
    await expect(revokeToken(admin, { id: uuidv7() })).rejects.toMatchObject({ key: 'notFound' })
    for (const role of ['promoter', 'manager', 'office'] as const) {
      await expect(revokeToken(await person(role), { id: uuidv7() })).rejects.toThrow(Forbidden)
    }
  })
})
