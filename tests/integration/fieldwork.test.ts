import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeCampaign } from '@/lib/campaigns/mutations'
import { settingsFrom } from '@/lib/chamber/schema'
import { db } from '@/lib/db'
import { fieldworkOf, paceOf, promisesOf, promoterFigures } from '@/lib/fieldwork/queries'
import { added } from '@/lib/fieldwork/rules'
import { unsharedFirms } from '@/lib/memberships/queries'
import type { Actor } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { momentOf } from '@/lib/today/rules'
import { sectorId } from '@/prisma/catalogues/seed'
import type { Prisma } from '@/prisma/client/client'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let manager: Actor
let giulia: Actor
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: momentOf('2026-06-16', '10:00') })
  manager = await person('manager')
  giulia = await person('promoter', { name: 'Giulia Ferrante' })
})
afterEach(() => {
  vi.useRealTimers()
})

const asManager = <T>(work: () => Promise<T>) => actAs(manager, work)
const SPOKEN = { attempts: 1, contactedAt: momentOf('2026-06-10', '10:00') }

/** One firm for each of these, in the order given. */
async function standing(
  assignments: Partial<Prisma.AssignmentUncheckedUpdateInput>[],
  rest: Parameters<typeof campaign>[0] = {},
) {
  const firms = []
  for (let index = 0; index < assignments.length; index++) firms.push(await firm({ sectorId: sectorId('metals') }))
  const made = await campaign({ firms, promoters: [giulia], ...rest })
  for (const [index, data] of assignments.entries()) {
    await db.assignment.update({ where: { id: made.assignments[index]?.id }, data })
  }
  return made
}

const OUTCOMES = [
  { state: 'visited' as const, ...SPOKEN },
  { state: 'interviewed' as const, ...SPOKEN },
  { state: 'appointment' as const, ...SPOKEN },
  { state: 'refused' as const, ...SPOKEN },
  { state: 'do_not_contact' as const, ...SPOKEN },
  { state: 'do_not_contact' as const },
  { state: 'callback' as const, ...SPOKEN },
  { state: 'unreached' as const, attempts: 5 },
  { state: 'unreachable' as const, attempts: 1 },
  { state: 'to_call' as const, attempts: 2 },
  { state: 'to_call' as const },
  { state: 'ceased' as const, attempts: 1 },
  { state: 'reserve' as const },
]

describe('the field work', () => {
  test('by sector of a list: each firm once, and as AAPOR would call it', async () => {
    const { campaign: made } = await standing(OUTCOMES)
    expect(await asManager(() => fieldworkOf(made.id))).toEqual([
      {
        ...{ key: sectorId('metals'), sectorId: sectorId('metals') },
        ...{ drawn: 12, tried: 10, contacted: 6, refused: 2, unreached: 2, visited: 1, reserves: 1 },
        ...{ interviews: 2, partial: 1, refusals: 2, other: 1, notContacted: 3 },
      },
    ])
  })

  test('by stratum of a drawn campaign, in the order of the draw', async () => {
    const { campaign: made, assignments } = await standing(OUTCOMES, { kind: 'drawn' })
    const row = { campaignId: made.id, cells: [], frame: 20, sample: 6, reserves: 6 }
    const keys = ['north', 'south']
    await db.campaignStratum.createMany({ data: keys.map((key, position) => ({ ...row, key, position })) })
    for (const [index, { id }] of assignments.entries()) {
      await db.assignment.update({ where: { id }, data: { stratum: index < 6 ? 'north' : 'south' } })
    }
    const rows = await asManager(() => fieldworkOf(made.id))
    expect(rows.map(({ key, drawn, visited, reserves }) => ({ key, drawn, visited, reserves }))).toEqual([
      { key: 'north', drawn: 6, visited: 1, reserves: 0 },
      { key: 'south', drawn: 6, visited: 0, reserves: 1 },
    ])
    expect(added(rows)).toMatchObject({ drawn: 12, interviews: 2, notContacted: 3 })
  })

  test('the pace counts first conversations and first visits of the last four weeks, until yesterday', async () => {
    const at = (day: string) => ({ attempts: 1, contactedAt: momentOf(day, '10:00'), state: 'refused' as const })
    const waiting = [{ state: 'to_call' as const }, { state: 'reserve' as const }]
    const days = ['2026-05-18', '2026-05-19', '2026-06-15', '2026-06-16'].map(at)
    const { campaign: made } = await standing([...days, ...waiting])
    expect(await asManager(() => paceOf(made))).toEqual({
      ...{ contacted: 4, contactedLately: 2, callable: 2 },
      ...{ visited: 0, visitedLately: 0 },
    })
  })

  test('by promoter only where the Chamber shows it', async () => {
    const { campaign: made, assignments } = await standing([{ state: 'refused', ...SPOKEN }])
    const [assignment] = assignments
    const ids = { assignmentId: assignment?.id ?? '', firmId: assignment?.firmId ?? '', campaignId: made.id }
    const snapshot = { sectorId: sectorId('metals'), sizeClass: 'unknown' as const, young: false, female: false }
    const call = { id: uuidv7(), ...ids, userId: giulia.id, at: new Date(), ...snapshot, foreign: false }
    await db.call.create({ data: { ...call, outcome: 'refused' } })
    expect(await asManager(() => promoterFigures(made.id))).toBeNull()
    const value = { ...settingsFrom({}), perPromoterFigures: true }
    await db.setting.create({ data: { key: 'chamber', value } })
    expect(await asManager(() => promoterFigures(made.id))).toEqual([
      { id: giulia.id, name: 'Giulia Ferrante', calls: 1, contacted: 1, visits: 0 },
    ])
    await db.setting.delete({ where: { key: 'chamber' } })
  })

  test('is not shown to promoters', async () => {
    const { campaign: made } = await standing([{ state: 'to_call' }])
    const reads: (() => Promise<unknown>)[] = [
      () => fieldworkOf(made.id),
      () => paceOf(made),
      () => promoterFigures(made.id),
      () => promisesOf(made.id),
      () => unsharedFirms(made.id),
    ]
    for (const read of reads) await expect(actAs(giulia, read)).rejects.toThrow()
  })
})

describe('closing', () => {
  test('keeps calls, callbacks and appointments, which are told beforehand', async () => {
    const promise = { state: 'callback' as const, callbackAt: new Date(), callbackUserId: giulia.id, ...SPOKEN }
    const { campaign: made, assignments } = await standing([promise, { state: 'appointment', ...SPOKEN }])
    const [, agreed] = assignments
    await db.appointment.create({
      data: {
        ...{ id: uuidv7(), campaignId: made.id, assignmentId: agreed?.id ?? '', firmId: agreed?.firmId ?? '' },
        ...{ visitorId: giulia.id, arrangedById: giulia.id, startsAt: momentOf('2026-06-20', '11:00'), minutes: 45 },
      },
    })
    const promised = { callbacks: 1, appointments: 1 }
    expect(await asManager(() => promisesOf(made.id))).toEqual(promised)
    await closeCampaign(manager, { campaignId: made.id })
    expect(await asManager(() => promisesOf(made.id))).toEqual(promised)
    expect(await db.assignment.findUniqueOrThrow({ where: { id: assignments[0]?.id } })).toMatchObject({
      state: 'callback',
      callbackUserId: giulia.id,
    })
  })
})

describe('firms that are nobody’s', () => {
  test('are counted once parts of the campaign are given', async () => {
    const firms = [await firm({ sectorId: sectorId('metals') }), await firm({ sectorId: sectorId('food') })]
    const { campaign: made } = await campaign({ promoters: [giulia], firms })
    const nobodys = () => asManager(() => unsharedFirms(made.id))
    expect(await nobodys()).toBe(0)
    const part = { id: uuidv7(), campaignId: made.id, userId: giulia.id }
    await db.campaignPromoterShare.create({ data: { ...part, sectorId: sectorId('metals') } })
    expect(await nobodys()).toBe(1)
    await db.campaignPromoterShare.create({ data: { ...part, id: uuidv7(), municipalityCode: '059001' } })
    expect(await nobodys()).toBe(2)
  })
})
