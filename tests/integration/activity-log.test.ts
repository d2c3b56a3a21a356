import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { activityPage, activityPeople } from '@/lib/activity-log/queries'
import { activityFilter } from '@/lib/activity-log/schema'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { officeId } from '@/prisma/catalogues/seed'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const NOW = new Date('2026-06-16T10:00:00Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)
let admin: Actor
let anna: Actor
let firmId: string

const page = (filter: Record<string, string> = {}, locale = 'it') =>
  actAs(admin, () => activityPage(activityFilter.parse(filter), locale, NOW))

beforeAll(async () => {
  admin = await person('admin', { name: 'Marco Rossetti' })
  anna = await person('promoter', { name: 'Anna Bruni' })
  firmId = (await firm()).id
  const deed = (hours: number, verb: string, rest: object) => ({ id: uuidv7(), at: hoursAgo(hours), verb, ...rest })
  await db.activity.createMany({
    data: [
      deed(1, 'user.changed', {
        userId: admin.id,
        subjectId: anna.id,
        changes: { officeId: [null, officeId('credit')] },
      }),
      deed(2, 'user.sign_in_failed', {}),
      deed(50, 'user.signed_in', { userId: anna.id, subjectId: anna.id }),
      // Many at the very same moment: a page may end among them.
      ...Array.from({ length: 120 }, () => deed(80, 'call.logged', { userId: anna.id, firmId })),
    ],
  })
})

describe('the activity log', () => {
  test('shows the newest first, with who did it and to which firm', async () => {
    const { deeds } = await page()
    expect(deeds.slice(0, 4).map(({ verb }) => verb)).toEqual([
      'user.changed',
      'user.sign_in_failed',
      'user.signed_in',
      'call.logged',
    ])
    expect(deeds[0]).toMatchObject({ user: { name: 'Marco Rossetti' }, firm: null })
    expect(deeds[1]?.user).toBeNull()
    expect(deeds[3]?.firm).toMatchObject({ id: firmId })
  })
  test('says whom and what the ids in it mean, in the language of the screen', async () => {
    const italian = (await page()).names
    expect(italian.get(anna.id)).toBe('Anna Bruni')
    expect(italian.get(officeId('credit'))).toBe('Ufficio Credito')
    expect((await page({}, 'en')).names.get(officeId('credit'))).toBe('Credit office')
  })
  test('goes on page by page without leaving out or repeating any, also among deeds of the same moment', async () => {
    const seen: string[] = []
    let after: string | null = ''
    let pages = 0
    while (after !== null) {
      const { deeds, next } = await page({ after })
      seen.push(...deeds.map(({ id }) => id))
      after = next
      pages++
    }
    expect(pages).toBe(5)
    expect(seen).toHaveLength(123)
    expect(new Set(seen).size).toBe(123)
  })
  test('is filtered by person, deed and period', async () => {
    expect((await page({ person: admin.id })).deeds).toHaveLength(1)
    expect((await page({ verb: 'user.changed,user.signed_in' })).deeds).toHaveLength(2)
    expect((await page({ period: 'today' })).deeds).toHaveLength(2)
    expect((await page({ period: 'week', person: anna.id, verb: 'user.signed_in' })).deeds).toHaveLength(1)
    expect((await page({ person: uuidv7() })).deeds).toHaveLength(0)
  })
  test('offers everybody as a person to filter by', async () => {
    expect((await actAs(admin, activityPeople)).map(({ name }) => name)).toEqual(['Anna Bruni', 'Marco Rossetti'])
  })
  test.each(['promoter', 'manager', 'office'] as const)('is forbidden to the role %s', async (role) => {
    const stranger = await person(role)
    await expect(actAs(stranger, () => activityPage(activityFilter.parse({}), 'it'))).rejects.toThrow('403')
    await expect(actAs(stranger, activityPeople)).rejects.toThrow('403')
  })
  test('cannot be changed afterwards, not even with SQL', async () => {
    await expect(db.$executeRaw`update activity set verb = 'nothing.happened'`).rejects.toThrow('append-only')
    await expect(db.$executeRaw`delete from activity`).rejects.toThrow('append-only')
  })
})
