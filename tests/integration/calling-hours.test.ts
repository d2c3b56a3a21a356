import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listHours } from '@/lib/calling-hours/queries'
import { changeCampaign } from '@/lib/campaigns/mutations'
import { campaignChange, promoterShare } from '@/lib/campaigns/schema'
import { db } from '@/lib/db'
import { releaseFirms, takeFirm, takeNextFirm } from '@/lib/leases/mutations'
import { shareWork } from '@/lib/memberships/mutations'
import type { Actor } from '@/lib/permissions'
import { queueOf } from '@/lib/queue/queries'
import { actAs } from '@/lib/session'
import { momentOf } from '@/lib/today/rules'
import { sectorId } from '@/prisma/catalogues/seed'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let manager: Actor
let giulia: Actor
let luca: Actor
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: momentOf('2026-06-16', '10:00') })
  manager = await person('manager')
  giulia = await person('promoter')
  luca = await person('promoter')
})
afterEach(async () => {
  vi.useRealTimers()
  await db.setting.deleteMany({ where: { key: 'chamber' } })
})

describe('the list comes up', () => {
  test('in the hours and parts of the day of the campaign; a promised callback at any hour', async () => {
    const firms = [await firm(), await firm()]
    const list = await campaign({ promoters: [giulia], firms, officeHours: true })
    const campaignId = list.campaign.id
    const next = async (day: string, time: string) => {
      vi.setSystemTime(momentOf(day, time))
      const taken = await takeNextFirm(giulia, campaignId)
      await releaseFirms(giulia, campaignId)
      return taken?.firmId ?? null
    }
    expect(await next('2026-06-16', '10:00')).toBe(firms[0]?.id)
    expect(await next('2026-06-16', '08:59')).toBeNull()
    expect(await next('2026-06-16', '18:00')).toBeNull()
    expect(await next('2026-12-25', '10:00')).toBeNull()
    expect(await next('2026-06-20', '10:00')).toBeNull()
    await db.campaign.update({ where: { id: campaignId }, data: { saturdays: true } })
    expect(await next('2026-06-20', '10:00')).toBe(firms[0]?.id)
    await db.campaign.update({ where: { id: campaignId }, data: { dayParts: ['afternoon'] } })
    expect(await next('2026-06-16', '10:00')).toBeNull()
    expect(await next('2026-06-16', '15:00')).toBe(firms[0]?.id)

    const promise = {
      state: 'callback' as const,
      callbackUserId: giulia.id,
      callbackAt: momentOf('2026-06-16', '19:30'),
    }
    await db.assignment.update({ where: { id: list.assignments[1]?.id }, data: promise })
    expect(await next('2026-06-16', '19:30')).toBe(firms[1]?.id)
  })

  test('a colleague’s callback keeps a working day of the Chamber: the patron saint’s day is none', async () => {
    const list = await campaign({ promoters: [giulia, luca], firms: [await firm()], officeHours: true })
    const id = list.assignments[0]?.id ?? ''
    const promise = { callbackUserId: luca.id, callbackAt: momentOf('2026-06-15', '11:00') }
    await db.assignment.update({ where: { id }, data: { state: 'callback', ...promise } })
    const value = { patron: '06-16' }
    await db.setting.upsert({ where: { key: 'chamber' }, create: { key: 'chamber', value }, update: { value } })
    vi.setSystemTime(momentOf('2026-06-17', '10:00'))
    const seen = () => actAs(giulia, () => queueOf(list.campaign.id, { whole: false }))
    expect(await takeNextFirm(giulia, list.campaign.id)).toBeNull()
    await expect(takeFirm(giulia, id)).rejects.toMatchObject({ key: 'callbackOfOther' })
    expect(await seen()).toEqual([])
    vi.setSystemTime(momentOf('2026-06-17', '11:00'))
    expect(await seen()).toMatchObject([{ assignmentId: id }])
    expect(await takeNextFirm(giulia, list.campaign.id)).toMatchObject({ assignmentId: id })
  })

  test('and the desk is told when it comes up next', async () => {
    const list = await campaign({ promoters: [giulia], officeHours: true })
    const hours = () => actAs(giulia, () => listHours(list.campaign))
    expect(await hours()).toMatchObject({ open: true })
    vi.setSystemTime(momentOf('2026-06-19', '18:30'))
    expect(await hours()).toEqual({ open: false, opensAt: momentOf('2026-06-22', '09:00') })
    await expect(actAs(manager, () => listHours(list.campaign))).rejects.toThrow()
  })

  test('as the manager changes it; refused without a part of the day', async () => {
    const { campaign: made } = await campaign({ promoters: [giulia] })
    const { id, version } = made
    const day = (date: Date) => date.toISOString().slice(0, 10)
    const facts = { id, version, name: made.name, startsOn: day(made.startsOn), endsOn: day(made.endsOn) }
    const input = { ...facts, targetCalls: made.targetCalls, targetVisits: made.targetVisits }
    const hours = { officeHours: 'on', saturdays: true, dayParts: ['morning'] }
    await changeCampaign(manager, campaignChange.parse({ ...input, ...hours }))
    const changed = await db.campaign.findUniqueOrThrow({ where: { id } })
    expect(changed).toMatchObject({ officeHours: true, saturdays: true, dayParts: ['morning'] })
    const [line] = await db.activity.findMany({ where: { subjectId: id, verb: 'campaign.changed' } })
    expect(line?.changes).toEqual({
      officeHours: [false, true],
      saturdays: [false, true],
      dayParts: ['afternoon, evening, morning', 'morning'],
    })
    expect(campaignChange.safeParse({ ...input, dayParts: [] }).error?.issues).toMatchObject([
      { message: 'dayPartNeeded' },
    ])
  })
})

describe('a promoter calls their part of the campaign', () => {
  const share = (campaignId: string, userId: string, rest: object = {}) =>
    promoterShare.parse({ campaignId, userId, sectorIds: [], municipalityCodes: [], ...rest })

  test('by sector and by area; who has no part calls everything', async () => {
    const metals = await firm({ sectorId: sectorId('metals'), municipalityCode: '059011' })
    const food = await firm({ sectorId: sectorId('food'), municipalityCode: '059011' })
    const away = await firm({ sectorId: sectorId('food'), municipalityCode: '059001' })
    const { campaign: made } = await campaign({ promoters: [giulia, luca], firms: [metals, food, away] })
    const campaignId = made.id
    const firstOf = async (promoter: Actor) => {
      const taken = await takeNextFirm(promoter, campaignId)
      await releaseFirms(promoter, campaignId)
      return taken?.firmId ?? null
    }
    expect(await firstOf(giulia)).toBe(metals.id)
    const parts = share(campaignId, giulia.id, { sectorIds: [sectorId('food')] })
    await shareWork(manager, parts)
    await shareWork(manager, parts)
    expect(await firstOf(giulia)).toBe(food.id)
    expect(await firstOf(luca)).toBe(metals.id)
    await shareWork(manager, { ...parts, municipalityCodes: ['059001'] })
    expect(await firstOf(giulia)).toBe(away.id)
    await shareWork(manager, { ...parts, sectorIds: [sectorId('textiles')] })
    expect(await firstOf(giulia)).toBeNull()
    await shareWork(manager, share(campaignId, giulia.id))
    expect(await firstOf(giulia)).toBe(metals.id)
    const lines = await db.activity.count({ where: { subjectId: campaignId, verb: 'campaign.workShared' } })
    expect(lines).toBe(4)
  })

  test('and callbacks that passed to everybody go to who may call them; their own stay with them', async () => {
    const food = await firm({ sectorId: sectorId('food') })
    const lapsed = {
      state: 'callback' as const,
      callbackUserId: giulia.id,
      callbackAt: momentOf('2026-06-11', '10:00'),
    }
    const list = await campaign({ promoters: [giulia, luca], firms: [food], assignment: lapsed })
    const campaignId = list.campaign.id
    for (const promoter of [giulia, luca]) {
      await shareWork(manager, share(campaignId, promoter.id, { sectorIds: [sectorId('metals')] }))
    }
    expect(await takeNextFirm(luca, campaignId)).toBeNull()
    expect(await takeNextFirm(giulia, campaignId)).toMatchObject({ firmId: food.id })
  })

  test('refused for who is not in the campaign, forbidden for promoters', async () => {
    const { campaign: made } = await campaign({ promoters: [giulia] })
    const stranger = share(made.id, luca.id)
    await expect(shareWork(manager, stranger)).rejects.toMatchObject({ key: 'notFound' })
    await expect(shareWork(manager, share(uuidv7(), giulia.id))).rejects.toMatchObject({ key: 'notFound' })
    await expect(shareWork(giulia, share(made.id, giulia.id))).rejects.toThrow('Not allowed')
  })
})
