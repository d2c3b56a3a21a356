import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import * as verbs from '@/lib/campaigns/mutations'
import { campaignChoices, campaignDetail, campaignList } from '@/lib/campaigns/queries'
import { campaignChange, chosenFirms, newCampaign } from '@/lib/campaigns/schema'
import { db } from '@/lib/db'
import { frameOf } from '@/lib/frames/queries'
import { takeNextFirm } from '@/lib/leases/mutations'
import * as memberships from '@/lib/memberships/mutations'
import type { Actor } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { addDays, dateColumn, dayOf } from '@/lib/today/rules'
import type { Campaign } from '@/prisma/client/client'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let manager: Actor
let giulia: Actor
let municipality = 59000
beforeEach(async () => {
  manager = await person('manager', { name: 'Anna Testa' })
  giulia = await person('promoter', { name: 'Giulia Ferrante' })
  municipality += 1
})

const TOWNS = ['059001', '059002', '059003', '059004', '059005', '059006', '059007', '059008', '059009', '059010']
/** A town of its own for each test, so that its campaign lists its firms only. */
const town = () => TOWNS[municipality % TOWNS.length] ?? ''
const here = () => `municipality=${town()}`

const wish = (rest: Partial<Parameters<typeof newCampaign.parse>[0] & object> = {}) =>
  newCampaign.parse({
    id: uuidv7(),
    name: 'Metallurgia ed edilizia',
    startsOn: '2026-03-01',
    endsOn: '2026-08-31',
    targetCalls: '1500',
    targetVisits: '300',
    promoterIds: [giulia.id],
    filter: here(),
    // The tests run at night too.
    officeHours: false,
    ...rest,
  })

describe('a campaign is made', () => {
  test('with the firms its filter leaves; the others are counted by reason', async () => {
    const inTown = (wishes: Parameters<typeof firm>[0] = {}) => firm({ municipalityCode: town(), ...wishes })
    const [first, second] = [await inTown(), await inTown()]
    await inTown({ status: 'ceased' })
    await inTown({ status: 'in_liquidation' })
    await inTown({ doNotContactSince: new Date() })
    await inTown({ numbers: [] })
    const [cooling, busy, cooled] = [await inTown(), await inTown(), await inTown()]
    const past = await campaign({ promoters: [giulia], firms: [cooling, cooled], status: 'closed' })
    await campaign({ promoters: [giulia], firms: [busy] })
    for (const [index, months] of [11, 13].entries()) {
      const { id: assignmentId = '', firmId = '' } = past.assignments[index] ?? {}
      const ids = { id: uuidv7(), assignmentId, firmId, campaignId: past.campaign.id, userId: giulia.id }
      const at = new Date()
      at.setMonth(at.getMonth() - months)
      const snapshot = {
        sectorId: first.sectorId,
        sizeClass: 'unknown' as const,
        young: false,
        female: false,
        foreign: false,
      }
      await db.call.create({ data: { ...ids, at, outcome: 'refused', ...snapshot } })
    }
    const filter = chosenFirms({ municipality: town() })
    const { counts } = await actAs(manager, () => frameOf({ filter, coolOffMonths: 12 }))
    expect(counts).toEqual({
      ...{ listed: 3, ceased: 1, notActive: 1 },
      ...{ doNotContact: 1, noPhone: 1, opposed: 0, coolOff: 1, otherCampaign: 1 },
    })

    const input = wish()
    expect(await verbs.makeCampaign(manager, input)).toEqual({ id: input.id, firms: 3 })
    expect(await verbs.makeCampaign(manager, input)).toEqual({ id: input.id, firms: 3 })
    const listed = await db.assignment.findMany({ where: { campaignId: input.id }, orderBy: { drawOrder: 'asc' } })
    expect(listed.map(({ drawOrder }) => drawOrder)).toEqual([1, 2, 3])
    expect(new Set(listed.map(({ firmId }) => firmId))).toEqual(new Set([first.id, second.id, cooled.id]))
    expect(listed.every(({ id }) => id[14] === '7')).toBe(true)
    expect(await db.activity.count({ where: { subjectId: input.id, verb: 'campaign.made' } })).toBe(1)
    expect(await takeNextFirm(giulia, input.id)).toMatchObject({ firmId: listed[0]?.firmId })
  })

  test('refused without firms, without a promoter, and with its end before its start', async () => {
    const empty = wish()
    await expect(verbs.makeCampaign(manager, empty)).rejects.toMatchObject({ key: 'noFirms' })
    expect(await db.campaign.count({ where: { id: empty.id } })).toBe(0)
    await firm({ municipalityCode: town() })
    const stranger = wish({ promoterIds: [manager.id] })
    await expect(verbs.makeCampaign(manager, stranger)).rejects.toMatchObject({ key: 'notFound' })
    expect(() => wish({ promoterIds: [] })).toThrow('promoterNeeded')
    expect(() => wish({ endsOn: '2026-02-28' })).toThrow('periodBackwards')
  })
})

describe('a campaign is changed', () => {
  test('by one; the other is told what the first changed', async () => {
    const { campaign: made } = await campaign({ name: 'Prima' })
    const { id, startsOn, endsOn, targetCalls, targetVisits, version } = made
    const day = (date: Date) => date.toISOString().slice(0, 10)
    const period = { startsOn: day(startsOn), endsOn: day(endsOn) }
    const change = (rest: object) =>
      campaignChange.parse({ id, version, name: 'Prima', ...period, targetCalls, targetVisits, ...rest })
    await verbs.changeCampaign(manager, change({ name: 'Nord', targetVisits: 25 }))
    expect(await verbs.changeCampaign(manager, change({ name: 'Nord', targetVisits: 25 }))).toEqual({ version: 1 })
    await expect(verbs.changeCampaign(manager, change({ name: 'Sud', targetVisits: 25 }))).rejects.toMatchObject({
      key: 'conflict',
      version: 1,
      differences: [{ field: 'name', theirs: 'Nord' }],
      values: { name: 'Anna Testa' },
    })
    const lines = await db.activity.findMany({ where: { subjectId: id, verb: 'campaign.changed' } })
    expect(lines).toMatchObject([{ changes: { name: ['Prima', 'Nord'], targetVisits: [20, 25] } }])
  })

  test('paused, resumed, closed: closing frees the firms that are held', async () => {
    const { campaign: made } = await campaign({ promoters: [giulia], firms: [await firm()] })
    const campaignId = made.id
    await takeNextFirm(giulia, campaignId)
    await verbs.pauseCampaign(manager, { campaignId })
    await expect(takeNextFirm(giulia, campaignId)).rejects.toMatchObject({ key: 'campaignPaused' })
    await verbs.resumeCampaign(manager, { campaignId })
    expect(await takeNextFirm(giulia, campaignId)).not.toBeNull()
    await verbs.closeCampaign(manager, { campaignId })
    await verbs.closeCampaign(manager, { campaignId })
    expect(await db.assignment.count({ where: { campaignId, leaseUserId: { not: null } } })).toBe(0)
    const verbsDone = await db.activity.findMany({ where: { subjectId: campaignId }, orderBy: { id: 'asc' } })
    expect(verbsDone.map(({ verb }) => verb)).toEqual(['campaign.paused', 'campaign.resumed', 'campaign.closed'])
  })

  test('extended once its end has passed, while it runs and when it is closed, which opens it again', async () => {
    const today = dayOf(new Date())
    const yesterday = dateColumn(addDays(today, -1))
    const moved: [Partial<Pick<Campaign, 'endsOn' | 'status'>>, string, string][] = [
      [{ endsOn: yesterday }, today, 'open'],
      [{ endsOn: yesterday, status: 'paused' }, addDays(today, 90), 'paused'],
      [{ endsOn: yesterday, status: 'closed' }, addDays(today, 90), 'open'],
      [{ endsOn: dateColumn(addDays(today, 30)) }, addDays(today, 31), 'open'],
    ]
    for (const [before, endsOn, status] of moved) {
      const { campaign: made } = await campaign({ startsOn: new Date('2026-01-01'), ...before })
      const input = { campaignId: made.id, endsOn }
      await verbs.extendCampaign(manager, input)
      await verbs.extendCampaign(manager, input)
      const after = await db.campaign.findUniqueOrThrow({ where: { id: made.id } })
      expect(after).toMatchObject({ endsOn: dateColumn(endsOn), status, version: 1 })
      const lines = await db.activity.findMany({ where: { subjectId: made.id } })
      expect(lines).toMatchObject([{ verb: 'campaign.extended', userId: manager.id }])
      const was = made.endsOn.toISOString().slice(0, 10)
      expect(lines[0]?.changes).toEqual({ endsOn: [was, endsOn], status: [made.status, status] })
    }
  })

  test('an extension is refused to an end that is earlier, or has passed itself', async () => {
    const today = dayOf(new Date())
    const over = await campaign({ startsOn: new Date('2026-01-01'), endsOn: dateColumn(addDays(today, -9)) })
    const running = await campaign({ endsOn: dateColumn(addDays(today, 9)) })
    for (const [{ id }, days] of [
      [over.campaign, -10],
      [over.campaign, -1],
      [running.campaign, 8],
    ] as const) {
      const extended = verbs.extendCampaign(manager, { campaignId: id, endsOn: addDays(today, days) })
      await expect(extended).rejects.toMatchObject({ key: 'endNotLater' })
    }
    const subjectId = { in: [over.campaign.id, running.campaign.id] }
    expect(await db.activity.count({ where: { subjectId } })).toBe(0)
  })

  test('a promoter who leaves holds nothing more, and their callbacks are everybody’s', async () => {
    const luca = await person('promoter')
    const list = await campaign({ promoters: [giulia, luca], firms: [await firm(), await firm()] })
    const campaignId = list.campaign.id
    const promise = { state: 'callback' as const, callbackUserId: giulia.id, callbackAt: new Date() }
    await db.assignment.update({ where: { id: list.assignments[0]?.id }, data: promise })
    await takeNextFirm(giulia, campaignId)
    await memberships.removePromoter(manager, { campaignId, userId: giulia.id })
    await memberships.removePromoter(manager, { campaignId, userId: giulia.id })
    await expect(takeNextFirm(giulia, campaignId)).rejects.toMatchObject({ key: 'notFound' })
    expect(await takeNextFirm(luca, campaignId)).toMatchObject({ assignmentId: list.assignments[0]?.id })
    await memberships.addPromoter(manager, { campaignId, userId: giulia.id })
    expect(await takeNextFirm(giulia, campaignId)).not.toBeNull()
    const office = await person('office')
    await expect(memberships.addPromoter(manager, { campaignId, userId: office.id })).rejects.toMatchObject({
      key: 'notFound',
    })
  })

  test('refused where there is none, forbidden for promoters', async () => {
    const campaignId = uuidv7()
    const userId = giulia.id
    const attempts = (actor: Actor) => [
      () => verbs.pauseCampaign(actor, { campaignId }),
      () => verbs.resumeCampaign(actor, { campaignId }),
      () => verbs.closeCampaign(actor, { campaignId }),
      () => verbs.extendCampaign(actor, { campaignId, endsOn: '2030-01-01' }),
      () => memberships.addPromoter(actor, { campaignId, userId }),
      () => memberships.removePromoter(actor, { campaignId, userId }),
      () => verbs.changeCampaign(actor, { ...wish(), version: 0 }),
    ]
    for (const attempt of attempts(manager)) await expect(attempt()).rejects.toMatchObject({ key: 'notFound' })
    for (const attempt of [...attempts(giulia), () => verbs.makeCampaign(giulia, wish())]) {
      await expect(attempt()).rejects.toThrow('Not allowed')
    }
  })
})

describe('a campaign is looked at', () => {
  test('its progress counts each firm once; promoters see theirs only', async () => {
    const firms = [await firm(), await firm(), await firm(), await firm()]
    const { campaign: made, assignments } = await campaign({ promoters: [giulia], firms })
    const [tried, contacted, reserve] = assignments
    await db.assignment.update({ where: { id: tried?.id }, data: { attempts: 2 } })
    const spoken = { attempts: 1, contactedAt: new Date(), state: 'appointment' as const }
    await db.assignment.update({ where: { id: contacted?.id }, data: spoken })
    await db.assignment.update({ where: { id: reserve?.id }, data: { state: 'reserve' } })
    const all = await actAs(manager, campaignList)
    expect(all.find(({ id }) => id === made.id)).toMatchObject({
      listed: 3,
      tried: 2,
      contacted: 1,
      appointments: 1,
      visited: 0,
      promoters: ['Giulia Ferrante'],
    })
    expect(await actAs(manager, () => campaignDetail(made.id))).toMatchObject({ id: made.id, progress: { listed: 3 } })
    expect(await actAs(manager, () => campaignDetail(uuidv7()))).toBeNull()
    const own = await actAs(giulia, campaignChoices)
    expect(own.map(({ id }) => id)).toContain(made.id)
    const others = await actAs(await person('promoter'), campaignChoices)
    expect(others).toEqual([])
    await expect(actAs(giulia, campaignList)).rejects.toThrow()
  })
})
