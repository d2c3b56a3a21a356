import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { freeFirm, releaseFirms, skipFirm, takeFirm, takeNextFirm } from '@/lib/leases/mutations'
import { firmsHeld } from '@/lib/leases/queries'
import type { Actor } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { changeUser, resetPassword, signOutEverywhere } from '@/lib/users/mutations'
import { userToEdit } from '@/lib/users/queries'
import { signOut } from '@/lib/users/sessions'
import type { Prisma } from '@/prisma/client/client'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const HOUR = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR)
const DAYS = 24

let giulia: Actor
let luca: Actor
beforeEach(async () => {
  giulia = await person('promoter', { name: 'Giulia Ferrante' })
  luca = await person('promoter', { name: 'Luca Orsini' })
})

afterEach(() => vi.useRealTimers())

async function listOf(count: number, wishes: Parameters<typeof firm>[0] = {}) {
  const firms = await Promise.all(Array.from({ length: count }, () => firm(wishes)))
  return campaign({ promoters: [giulia, luca], firms })
}

const change = (id: string | undefined, data: Prisma.AssignmentUncheckedUpdateInput) =>
  db.assignment.update({ where: { id: id ?? '' }, data })

describe('the next firm', () => {
  test('two promoters who take at the same moment never get the same one', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => person('promoter')))
    const firms = await Promise.all(Array.from({ length: 20 }, () => firm()))
    const list = await campaign({ promoters: many, firms })
    const taken = await Promise.all(many.map((promoter) => takeNextFirm(promoter, list.campaign.id)))
    expect(new Set(taken.map((one) => one?.firmId)).size).toBe(20)
    expect(
      await db.activity.count({ where: { verb: 'assignment.taken', userId: { in: many.map(({ id }) => id) } } }),
    ).toBe(20)
  })

  test('leases that ran out are free again, each for one person', async () => {
    const list = await listOf(2)
    await Promise.all([takeNextFirm(giulia, list.campaign.id), takeNextFirm(luca, list.campaign.id)])
    await db.assignment.updateMany({ where: { campaignId: list.campaign.id }, data: { leaseUntil: ago(1) } })
    const taken = await Promise.all([takeNextFirm(giulia, list.campaign.id), takeNextFirm(luca, list.campaign.id)])
    expect(new Set(taken.map((one) => one?.firmId)).size).toBe(2)
  })

  test('one person holds one firm, however many tabs ask', async () => {
    const list = await listOf(3)
    const tabs = await Promise.all([1, 2, 3].map(() => takeNextFirm(giulia, list.campaign.id)))
    expect(new Set(tabs.map((one) => one?.firmId)).size).toBe(1)
    expect(await db.assignment.count({ where: { leaseUserId: giulia.id } })).toBe(1)
  })

  test('own callbacks first, the oldest before; then those of others a working day late; then the list in its order', async () => {
    const list = await listOf(5)
    const [pool, later, own, older, lapsed] = list.assignments
    const promised = (userId: string, hours: number) => ({
      state: 'callback' as const,
      callbackUserId: userId,
      callbackAt: ago(hours),
    })
    await change(own?.id, promised(giulia.id, 1))
    await change(older?.id, promised(giulia.id, 2))
    await change(later?.id, promised(giulia.id, -5))
    await change(lapsed?.id, promised(luca.id, 5 * DAYS))
    const order: (string | undefined)[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      const taken = await takeNextFirm(giulia, list.campaign.id)
      order.push(taken?.assignmentId)
      if (taken) await change(taken.assignmentId, { state: 'refused', leaseUserId: null, leaseUntil: null })
    }
    expect(order).toEqual([older?.id, own?.id, lapsed?.id, pool?.id, undefined])
  })

  test('never one that must not, or cannot, be called', async () => {
    const list = await listOf(1, { doNotContactSince: new Date() })
    const others = [await firm({ status: 'ceased' }), await firm({ numbers: [] }), await firm()]
    await db.firmPhone.updateMany({ where: { firmId: others[2]?.id }, data: { struckAt: new Date() } })
    await db.assignment.createMany({
      data: others.map(({ id: firmId }, i) => ({
        id: uuidv7(),
        campaignId: list.campaign.id,
        firmId,
        drawOrder: i + 5,
      })),
    })
    expect(await takeNextFirm(giulia, list.campaign.id)).toBeNull()
    await expect(takeFirm(giulia, list.assignments[0]?.id ?? '')).rejects.toMatchObject({ key: 'firmNotCallable' })
  })

  test('refused in a campaign that is paused, closed or not one’s own; managers do not call', async () => {
    const list = await listOf(1)
    const { id } = list.campaign
    await expect(takeNextFirm(await person('manager'), id)).rejects.toThrow('Not allowed')
    await expect(takeNextFirm(await person('promoter'), id)).rejects.toMatchObject({ key: 'notFound' })
    await db.campaign.update({ where: { id }, data: { status: 'paused' } })
    await expect(takeNextFirm(giulia, id)).rejects.toMatchObject({ key: 'campaignPaused' })
    await db.campaign.update({ where: { id }, data: { status: 'closed' } })
    await expect(takeFirm(giulia, list.assignments[0]?.id ?? '')).rejects.toMatchObject({ key: 'campaignClosed' })
  })
})

describe('a chosen firm', () => {
  test('is claimed, and the one held before is let go', async () => {
    const list = await listOf(2)
    const first = await takeNextFirm(giulia, list.campaign.id)
    const second = list.assignments[1]?.id ?? ''
    await takeFirm(giulia, second)
    expect(await db.assignment.findMany({ where: { leaseUserId: giulia.id } })).toMatchObject([{ id: second }])
    const verbs = await db.activity.findMany({ where: { subjectId: first?.assignmentId }, orderBy: { id: 'asc' } })
    expect(verbs.map(({ verb }) => verb)).toEqual(['assignment.taken', 'assignment.released'])
  })

  test('is refused with the name of who holds it, or to whom it is promised', async () => {
    const list = await listOf(2)
    const [held, promised] = list.assignments
    await takeFirm(luca, held?.id ?? '')
    const holding = { key: 'firmHeld', values: { name: 'Luca Orsini' } }
    await expect(takeFirm(giulia, held?.id ?? '')).rejects.toMatchObject(holding)
    await change(promised?.id, { state: 'callback', callbackUserId: luca.id, callbackAt: ago(-1) })
    const promise = { key: 'callbackOfOther', values: { name: 'Luca Orsini' } }
    await expect(takeFirm(giulia, promised?.id ?? '')).rejects.toMatchObject(promise)
    await expect(takeFirm(await person('office'), held?.id ?? '')).rejects.toThrow('Not allowed')
  })
})

describe('not now', () => {
  test('a skipped firm stays away for ten minutes, a callback too', async () => {
    const list = await listOf(2)
    await change(list.assignments[1]?.id, { state: 'callback', callbackUserId: giulia.id, callbackAt: ago(1) })
    const callback = await takeNextFirm(giulia, list.campaign.id)
    await skipFirm(giulia, callback?.assignmentId ?? '')
    const listed = await takeNextFirm(giulia, list.campaign.id)
    await skipFirm(giulia, listed?.assignmentId ?? '')
    expect(listed?.assignmentId).not.toBe(callback?.assignmentId)
    expect(await takeNextFirm(giulia, list.campaign.id)).toBeNull()
    await change(listed?.assignmentId, { notBefore: ago(0.01) })
    expect(await takeNextFirm(giulia, list.campaign.id)).toMatchObject({ firmId: listed?.firmId })
  })

  test('a pause frees what this person holds, and nothing of others', async () => {
    const list = await listOf(2)
    await takeNextFirm(giulia, list.campaign.id)
    const other = await takeNextFirm(luca, list.campaign.id)
    await releaseFirms(giulia, list.campaign.id)
    await skipFirm(giulia, other?.assignmentId ?? '')
    expect(
      await db.assignment.findMany({ where: { leaseUserId: { not: null }, campaignId: list.campaign.id } }),
    ).toMatchObject([{ id: other?.assignmentId, leaseUserId: luca.id }])
  })

  test('refused for strangers, forbidden for managers', async () => {
    const list = await listOf(1)
    const { id } = list.campaign
    const stranger = await person('promoter')
    await expect(releaseFirms(stranger, id)).rejects.toMatchObject({ key: 'notFound' })
    await expect(skipFirm(stranger, list.assignments[0]?.id ?? '')).rejects.toMatchObject({ key: 'notFound' })
    const manager = await person('manager')
    await expect(releaseFirms(manager, id)).rejects.toThrow('Not allowed')
    await expect(skipFirm(manager, list.assignments[0]?.id ?? '')).rejects.toThrow('Not allowed')
  })
})

describe('a firm that somebody holds', () => {
  test('is seen by the manager, who can give it back', async () => {
    const list = await listOf(2)
    const taken = await takeNextFirm(giulia, list.campaign.id)
    const manager = await person('manager')
    const held = await actAs(manager, () => firmsHeld(list.campaign.id))
    expect(held).toMatchObject([{ id: taken?.assignmentId, leaseUser: { name: 'Giulia Ferrante' } }])
    await freeFirm(manager, taken?.assignmentId ?? '')
    await freeFirm(manager, taken?.assignmentId ?? '')
    expect(await actAs(manager, () => firmsHeld(list.campaign.id))).toEqual([])
    expect(await takeNextFirm(luca, list.campaign.id)).toMatchObject({ assignmentId: taken?.assignmentId })
    const freed = { verb: 'assignment.freed', subjectId: taken?.assignmentId }
    expect(await db.activity.findMany({ where: freed })).toMatchObject([{ userId: manager.id }])
  })

  test('is refused to be freed where it is in no campaign; forbidden to promoters', async () => {
    const list = await listOf(1)
    await takeNextFirm(luca, list.campaign.id)
    await expect(freeFirm(await person('manager'), uuidv7())).rejects.toMatchObject({ key: 'notFound' })
    await expect(freeFirm(giulia, list.assignments[0]?.id ?? '')).rejects.toThrow('Not allowed')
  })

  test('goes back when the browser of its promoter dies: once the lease of the campaign is over, not before', async () => {
    const list = await listOf(1)
    await db.campaign.update({ where: { id: list.campaign.id }, data: { leaseMinutes: 20 } })
    const begin = new Date()
    vi.useFakeTimers({ toFake: ['Date'], now: begin })
    const taken = await takeNextFirm(giulia, list.campaign.id)
    vi.setSystemTime(begin.getTime() + 20 * 60_000 - 1)
    expect(await takeNextFirm(luca, list.campaign.id)).toBeNull()
    expect(await takeNextFirm(giulia, list.campaign.id)).toEqual(taken)
    vi.setSystemTime(begin.getTime() + 20 * 60_000)
    expect(await takeNextFirm(luca, list.campaign.id)).toEqual(taken)
    expect(await takeNextFirm(giulia, list.campaign.id)).toBeNull()
  })

  test('goes back when its promoter signs out of the last browser, not of one of two', async () => {
    const list = await listOf(1)
    const browser = () =>
      db.signInSession.create({ data: { id: uuidv7(), userId: giulia.id, epoch: 0, createdAt: new Date() } })
    const [desk, phone] = [await browser(), await browser()]
    await takeNextFirm(giulia, list.campaign.id)
    await signOut(phone.id)
    expect(await takeNextFirm(luca, list.campaign.id)).toBeNull()
    await signOut(desk.id)
    expect(await takeNextFirm(luca, list.campaign.id)).not.toBeNull()
  })

  test('goes back when an admin ends the sessions of its promoter', async () => {
    const admin = await person('admin')
    const list = await listOf(1)
    const holder = async () => (await db.assignment.findFirst({ where: { campaignId: list.campaign.id } }))?.leaseUserId
    const ends = {
      everywhere: () => signOutEverywhere(admin, { id: giulia.id }),
      password: () => resetPassword(admin, { id: giulia.id, password: 'cavallo batteria graffetta' }),
      deactivated: async () => {
        const user = await actAs(admin, () => userToEdit(giulia.id))
        if (user) await changeUser(admin, { ...user, officeId: undefined, active: false })
      },
    }
    for (const end of Object.values(ends)) {
      await takeNextFirm(giulia, list.campaign.id)
      expect(await holder()).toBe(giulia.id)
      await end()
      expect(await holder()).toBeNull()
    }
  })
})
