import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { makeFeed, revokeFeed } from '@/lib/feeds/mutations'
import { ownerOf } from '@/lib/feeds/owner'
import { feedAppointments, ownFeed } from '@/lib/feeds/queries'
import { Forbidden } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const deedsOf = async (userId: string) =>
  (await db.activity.findMany({ where: { userId }, orderBy: { id: 'asc' } })).map(({ verb }) => verb)

describe('the secret address of a calendar', () => {
  it('opens the calendar of its own person, and is kept nowhere', async () => {
    const promoter = await person('promoter')
    const { secret } = await makeFeed(promoter)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect((await ownerOf(secret))?.id).toBe(promoter.id)
    expect(await actAs(promoter, ownFeed)).not.toBeNull()
    const kept = JSON.stringify([await db.calendarFeed.findMany(), await db.activity.findMany()])
    expect(kept).not.toContain(secret)
    expect(await deedsOf(promoter.id)).toEqual(['feed.made'])
  })

  it('is void once there is a new one', async () => {
    const promoter = await person('promoter')
    const old = await makeFeed(promoter)
    const fresh = await makeFeed(promoter)
    expect(await ownerOf(old.secret)).toBeNull()
    expect((await ownerOf(fresh.secret))?.id).toBe(promoter.id)
    expect(await db.calendarFeed.count({ where: { userId: promoter.id } })).toBe(1)
  })

  it('is void once revoked, and revoking again changes nothing', async () => {
    const promoter = await person('promoter')
    const { secret } = await makeFeed(promoter)
    await revokeFeed(promoter)
    await revokeFeed(promoter)
    expect(await ownerOf(secret)).toBeNull()
    expect(await deedsOf(promoter.id)).toEqual(['feed.made', 'feed.revoked'])
  })

  it('opens nothing for a stranger, nor for a person switched off or in another role', async () => {
    expect(await ownerOf('A'.repeat(43))).toBeNull()
    const promoter = await person('promoter')
    const { secret } = await makeFeed(promoter)
    await db.user.update({ where: { id: promoter.id }, data: { active: false } })
    expect(await ownerOf(secret)).toBeNull()
    await db.user.update({ where: { id: promoter.id }, data: { active: true, role: 'manager' } })
    expect(await ownerOf(secret)).toBeNull()
  })

  it('is forbidden to whoever visits no firms', async () => {
    for (const role of ['manager', 'office', 'admin'] as const) {
      const other = await person(role)
      await expect(makeFeed(other)).rejects.toBeInstanceOf(Forbidden)
      await expect(revokeFeed(other)).rejects.toBeInstanceOf(Forbidden)
    }
  })
})

it('a feed holds the own appointments of 30 days back and 180 ahead, called off or not', async () => {
  const [promoter, colleague] = [await person('promoter'), await person('promoter')]
  const { campaign: ours, assignments } = await campaign({ promoters: [promoter, colleague], firms: [await firm()] })
  const [assignment] = assignments
  if (!assignment) throw new Error('no assignment')
  const now = new Date('2026-06-16T10:00:00Z')
  const at = async (startsAt: string, visitorId = promoter.id, state: 'done' | 'cancelled' = 'done') => {
    const id = uuidv7()
    const { id: assignmentId, firmId } = assignment
    const whose = { campaignId: ours.id, assignmentId, firmId, visitorId, arrangedById: colleague.id }
    await db.appointment.create({ data: { id, ...whose, startsAt: new Date(startsAt), minutes: 45, state } })
    return id
  }
  await at('2026-05-16T21:00:00Z')
  const oldest = await at('2026-05-17T07:00:00Z')
  const calledOff = await at('2026-06-17T07:00:00Z', promoter.id, 'cancelled')
  await at('2026-06-17T07:00:00Z', colleague.id)
  const last = await at('2026-12-13T08:00:00Z')
  await at('2026-12-14T08:00:00Z')
  const found = await actAs(promoter, () => feedAppointments(now))
  expect(found.map(({ id }) => id)).toEqual([oldest, calledOff, last])
})
