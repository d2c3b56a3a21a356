import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { readLevels } from '@/lib/digital/queries'
import { levelShares } from '@/lib/digital/rules'
import { firmsBehind } from '@/lib/evidence/queries'
import { compareGroups } from '@/lib/groups/rules'
import { insightChoices, readNeedTotals, readReach, readRegister } from '@/lib/insight/queries'
import { behindInput, insightFilter } from '@/lib/insight/schema'
import type { Actor } from '@/lib/permissions'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, rank, sectorRows } from '@/lib/ranking/rules'
import { actAs } from '@/lib/session'
import { needTypeId, sectorId } from '@/prisma/catalogues/seed'
import type { Firm } from '@/prisma/client/client'
import { campaign } from '../support/campaigns'
import { firm } from '../support/firms'
import { person } from '../support/people'
import { asks, called, visitedOn } from './insight-world'

let manager: Actor
let promoter: Actor
let spring = ''
let autumn = ''
const firms: Record<string, Firm> = {}

/**
 * Spring: Alfa called, visited, asks for credit (met) and training; Beta interviewed by phone on 31 January at 23:30 in
 * Italy; Gamma did not answer; Delta only listed; Epsilon a reserve; Zeta visited without a call on 1 February at
 * 00:15 in Italy, nothing asked for. Autumn: Alfa visited again, now under food; Eta refused.
 */
beforeAll(async () => {
  manager = await person('manager')
  promoter = await person('promoter')
  for (const name of ['Alfa', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta']) {
    firms[name] = await firm({ name, sectorId: sectorId(name === 'Zeta' ? 'metals' : 'food') })
  }
  await firm({ name: 'Ceased', status: 'ceased' })
  const { Alfa, Beta, Gamma, Delta, Epsilon, Zeta, Eta } = firms as Record<string, Firm>
  if (!Alfa || !Beta || !Gamma || !Delta || !Epsilon || !Zeta || !Eta) throw new Error('firms')
  const one = await campaign({ name: 'Spring', firms: [Alfa, Beta, Gamma, Delta, Epsilon, Zeta] })
  const two = await campaign({ name: 'Autumn', firms: [Alfa, Eta] })
  spring = one.campaign.id
  autumn = two.campaign.id
  const [alfa, beta, gamma, , epsilon, zeta] = one.assignments
  const [alfaAgain, eta] = two.assignments
  if (!alfa || !beta || !gamma || !epsilon || !zeta || !alfaAgain || !eta) throw new Error('assignments')
  await db.assignment.update({ where: { id: epsilon.id }, data: { state: 'reserve' } })

  const metals = { sector: 'metals', young: true }
  const food = { sector: 'food', municipality: '059032' }
  const call = await called(promoter, alfa, '2026-01-10T09:00:00Z', 'appointment', metals, { digitalLevel: 'none' })
  const visit = await visitedOn(promoter, alfa, '2026-01-12T09:00:00Z', metals, { digitalLevel: 'website' })
  const late = await called(promoter, beta, '2026-01-31T22:30:00Z', 'interviewed', food, { digitalLevel: 'none' })
  await called(promoter, gamma, '2026-01-20T09:00:00Z', 'no_answer', food)
  await visitedOn(promoter, zeta, '2026-01-31T23:15:00Z', { sector: 'metals' }, { digitalLevel: 'email' })
  const again = await visitedOn(promoter, alfaAgain, '2026-10-01T09:00:00Z', { sector: 'food' })
  await called(promoter, eta, '2026-10-01T09:00:00Z', 'refused', food)

  const credit = needTypeId('credit')
  const both = { callId: call.id, visitId: visit.id, at: '2026-01-10T09:00:00Z' }
  await asks(promoter, Alfa, spring, credit, both, { status: 'met', takenUpAt: new Date('2026-01-14T09:00:00Z') })
  // The same thing asked for twice is one firm that asks for it.
  await asks(promoter, Alfa, spring, credit, { visitId: visit.id, at: '2026-01-12T09:00:00Z' })
  const due = { status: 'referred' as const, dueOn: new Date('2026-02-01') }
  await asks(promoter, Alfa, spring, needTypeId('training'), { visitId: visit.id, at: '2026-01-12T09:00:00Z' }, due)
  await asks(promoter, Beta, spring, credit, { callId: late.id, at: '2026-01-31T22:30:00Z' })
  await asks(promoter, Alfa, autumn, needTypeId('export'), { visitId: again.id, at: '2026-10-01T09:00:00Z' })
})

const filter = (raw: Record<string, unknown> = {}) => insightFilter.parse(raw)
const asManager = <T>(work: () => Promise<T>) => actAs(manager, work)
const behind = async (raw: Record<string, unknown>) => {
  const { firms, total } = await asManager(() => firmsBehind(behindInput.parse(raw)))
  expect(total).toBe(firms.length)
  return firms.map(({ name }) => name)
}
const ranking = async (raw: Record<string, unknown> = {}) => {
  const [cells, types] = await asManager(() => Promise.all([readCells(filter(raw)), rankedTypes()]))
  const counts = rank(cells, types).flatMap(({ type, firms }) => (firms ? [[type.code, firms]] : []))
  return { cells, types, n: baseOf(cells), counts: Object.fromEntries(counts) }
}

describe('how far the firms got', () => {
  test('in every campaign', async () => {
    expect(await asManager(() => readReach(filter()))).toEqual({
      listed: 6,
      tried: 5,
      contacted: 4,
      appointment: 2,
      visited: 2,
      withNeeds: 1,
      takenUp: 1,
      met: 1,
    })
  })

  test('in one campaign, without its reserves', async () => {
    const found = await asManager(() => readReach(filter({ campaign: spring })))
    expect(found).toMatchObject({ listed: 5, tried: 4, contacted: 3, visited: 2, withNeeds: 1 })
    const other = await asManager(() => readReach(filter({ campaign: autumn })))
    expect(other).toMatchObject({ listed: 2, contacted: 2, visited: 1, withNeeds: 1, takenUp: 0, met: 0 })
  })

  test('days begin and end at midnight in Italy', async () => {
    const january = await asManager(() => readReach(filter({ campaign: spring, from: '2026-01-01', to: '2026-01-31' })))
    expect(january).toMatchObject({ tried: 3, contacted: 2, visited: 1 })
    const lastDay = await asManager(() => readReach(filter({ campaign: spring, from: '2026-01-31', to: '2026-01-31' })))
    expect(lastDay).toMatchObject({ tried: 1, contacted: 1, visited: 0 })
    const february = await asManager(() => readReach(filter({ campaign: spring, from: '2026-02-01' })))
    expect(february).toMatchObject({ tried: 1, contacted: 1, appointment: 1, visited: 1, withNeeds: 0 })
  })

  test('a firm is what it was that day', async () => {
    const metals = await asManager(() => readReach(filter({ campaign: spring, sector: sectorId('metals') })))
    expect(metals).toMatchObject({ tried: 2, contacted: 2, visited: 2 })
    const young = await asManager(() => readReach(filter({ campaign: spring, young: '1' })))
    expect(young).toMatchObject({ listed: 1, contacted: 1, visited: 1, withNeeds: 1 })
    expect(await asManager(() => readReach(filter({ size: 'staff_50_plus' })))).toMatchObject({ listed: 0, met: 0 })
  })

  test('an empty campaign', async () => {
    const { campaign: empty } = await campaign()
    const asked = filter({ campaign: empty.id })
    expect(await asManager(() => readReach(asked))).toMatchObject({ listed: 0, contacted: 0, met: 0 })
    expect(await asManager(() => readNeedTotals(asked))).toMatchObject({ recorded: 0, daysToTakeUp: null })
    expect(await asManager(() => readCells(asked))).toEqual([])
    expect(await asManager(() => readLevels(asked))).toEqual([])
  })
})

describe('needs', () => {
  test('all that were said, and how far they got', async () => {
    const now = new Date('2026-02-01T23:30:00Z')
    expect(await asManager(() => readNeedTotals(filter(), now))).toEqual({
      recorded: 5,
      firms: 2,
      atVisits: 4,
      takenUp: 1,
      met: 1,
      overdue: 1,
      daysToTakeUp: 4,
    })
    const lastDay = new Date('2026-02-01T22:30:00Z')
    expect(await asManager(() => readNeedTotals(filter(), lastDay))).toMatchObject({ overdue: 0 })
  })

  test('those said on the phone have the firm of the call', async () => {
    const found = await asManager(() => readNeedTotals(filter({ municipality: '059032' })))
    expect(found).toMatchObject({ recorded: 1, atVisits: 0 })
    const january = filter({ to: '2026-01-31', municipality: '059032' })
    expect(await asManager(() => readNeedTotals(january))).toMatchObject({ recorded: 1 })
    const day = filter({ from: '2026-02-01', municipality: '059032' })
    expect(await asManager(() => readNeedTotals(day))).toMatchObject({ recorded: 0 })
  })

  test('a firm counts once for each type, among the visited', async () => {
    expect(await ranking({ campaign: spring })).toMatchObject({ n: 2, counts: { credit: 1, training: 1 } })
    expect(await ranking()).toMatchObject({ n: 2, counts: { credit: 1, training: 1, export: 1 } })
    expect(await ranking({ campaign: autumn })).toMatchObject({ n: 1, counts: { export: 1 } })
  })

  test('what was first said on the phone before the period counts with the visit in it', async () => {
    expect(await ranking({ campaign: spring, from: '2026-01-12' })).toMatchObject({ n: 2, counts: { credit: 1 } })
    expect((await ranking({ campaign: spring, to: '2026-01-11' })).n).toBe(0)
  })

  test('by sector, as at the last visit of the filter', async () => {
    const first = sectorRows((await ranking({ campaign: spring })).cells)
    expect(first).toMatchObject([{ sectorId: sectorId('metals'), visited: 2 }])
    expect(first[0]?.byType.get(needTypeId('credit'))).toBe(1)
    const both = sectorRows((await ranking()).cells)
    expect(Object.fromEntries(both.map((row) => [row.sectorId, row.visited]))).toEqual({
      [sectorId('food')]: 1,
      [sectorId('metals')]: 1,
    })
  })

  test('young firms and the others', async () => {
    const { cells, types } = await ranking({ campaign: spring })
    const young = compareGroups(cells, types).find(({ flag }) => flag === 'young')
    const found = young?.needs.find(({ type }) => type.code === 'training')
    expect(found?.group).toMatchObject({ firms: 1, n: 1 })
    expect(found?.others).toMatchObject({ firms: 0, n: 1 })
    expect(found?.reading).toEqual({ kind: 'few' })
  })
})

describe('digital level', () => {
  test('the latest answer of the filter counts', async () => {
    const found = async (raw = {}) => {
      const shares = levelShares(await asManager(() => readLevels(filter(raw))))
      return shares.map(({ level, firms, n }) => [level, firms, n])
    }
    expect(await found()).toEqual([
      ['email', 1, 3],
      ['website', 1, 3],
      ['none', 1, 3],
    ])
    expect(await found({ to: '2026-01-11' })).toEqual([
      ['email', 0, 1],
      ['website', 0, 1],
      ['none', 1, 1],
    ])
  })
})

test('the register is counted as it is today, ceased firms apart', async () => {
  expect(await asManager(() => readRegister(filter()))).toEqual({ total: 7, described: 7 })
  const metals = filter({ sector: sectorId('metals') })
  expect(await asManager(() => readRegister(metals))).toEqual({ total: 7, described: 1 })
})

describe('the firms behind a number', () => {
  test('of a step', async () => {
    expect(await behind({ step: 'contacted' })).toEqual(['Alfa', 'Beta', 'Eta', 'Zeta'])
    expect(await behind({ step: 'met', campaign: spring })).toEqual(['Alfa'])
    expect(await behind({ step: 'listed', campaign: spring })).toEqual(['Alfa', 'Beta', 'Delta', 'Gamma', 'Zeta'])
  })

  test('of a need, of a cell, of a group', async () => {
    expect(await behind({ need: needTypeId('credit') })).toEqual(['Alfa'])
    expect(await behind({ need: needTypeId('credit'), row: sectorId('food') })).toEqual(['Alfa'])
    expect(await behind({ need: needTypeId('credit'), row: sectorId('metals') })).toEqual([])
    expect(await behind({ row: sectorId('metals') })).toEqual(['Zeta'])
    expect(await behind({ group: 'others', campaign: spring })).toEqual(['Zeta'])
    expect(await behind({ group: 'young', need: needTypeId('training'), campaign: spring })).toEqual(['Alfa'])
  })

  test('of a digital level and of the needs said', async () => {
    expect(await behind({ level: 'none' })).toEqual(['Beta'])
    expect(await behind({ level: 'email', row: sectorId('metals') })).toEqual(['Zeta'])
    expect(await behind({ said: 'recorded' })).toEqual(['Alfa', 'Beta'])
    expect(await behind({ said: 'takenUp' })).toEqual(['Alfa'])
  })

  test('goes on after the last of a page', async () => {
    const after = `alfa.${firms.Alfa?.id}`
    const found = await asManager(() => firmsBehind(behindInput.parse({ step: 'visited', after })))
    expect(found.firms.map(({ name }) => name)).toEqual(['Zeta'])
    expect(found.total).toBe(2)
  })
})

describe('who may read it', () => {
  test('not a promoter', async () => {
    const asPromoter = (work: () => Promise<unknown>) => expect(actAs(promoter, work)).rejects.toThrow('403')
    await asPromoter(() => readReach(filter()))
    await asPromoter(() => readNeedTotals(filter()))
    await asPromoter(() => readRegister(filter()))
    await asPromoter(() => readCells(filter()))
    await asPromoter(() => readLevels(filter()))
    await asPromoter(() => rankedTypes())
    await asPromoter(() => insightChoices())
    await asPromoter(() => firmsBehind(behindInput.parse({})))
  })

  test('an office and an admin', async () => {
    for (const role of ['office', 'admin'] as const) {
      const actor = await person(role)
      expect((await actAs(actor, () => insightChoices())).campaigns.length).toBeGreaterThan(1)
    }
  })
})
