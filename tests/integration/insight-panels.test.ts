import { beforeAll, describe, expect, test } from 'vitest'
import { registerMakeup, visitedMakeup } from '@/lib/composition/queries'
import { likeness, places, rateShade, wholeOf } from '@/lib/composition/rules'
import { db } from '@/lib/db'
import { firmsBehind } from '@/lib/evidence/queries'
import { compareOn } from '@/lib/groups/rules'
import { promoterChoices, readableFilter, readReach } from '@/lib/insight/queries'
import { behindInput, insightFilter, otherSide, secondFilter } from '@/lib/insight/schema'
import { mapSpots } from '@/lib/map/queries'
import type { Actor } from '@/lib/permissions'
import { readPresented } from '@/lib/presented/queries'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { actAs } from '@/lib/session'
import { readWeeks } from '@/lib/trend/queries'
import { breaksIn } from '@/lib/trend/rules'
import { needTypeId, sectorId, serviceId } from '@/prisma/catalogues/seed'
import type { Assignment } from '@/prisma/client/client'
import { campaign } from '../support/campaigns'
import { firm } from '../support/firms'
import { person } from '../support/people'
import { asks, called, visitedOn } from './insight-world'

let manager: Actor
let promoter: Actor
let colleague: Actor
let spring = ''
let autumn = ''

/**
 * Spring: Alfa (female, Latina) called on Monday 12 January and visited on Friday 16 by one promoter; Beta (Aprilia)
 * visited on Sunday 25 January at 23:30 in Italy by another, on Easter Monday again by the first. Autumn: Beta. Gamma, of
 * Latina, is only in the register; Delta's municipality is nowhere in the lists.
 */
beforeAll(async () => {
  manager = await person('manager')
  promoter = await person('promoter')
  colleague = await person('promoter')
  const latina = { sectorId: sectorId('food'), municipalityCode: '059011', sizeClass: 'staff_0_1' as const }
  const alfa = await firm({ name: 'Alfa', ...latina, female: true })
  const beta = await firm({ name: 'Beta', ...latina, municipalityCode: '059001', sizeClass: 'staff_2_9' })
  await firm({ name: 'Gamma', ...latina })
  await firm({ name: 'Delta', ...latina, municipalityCode: null })
  const one = await campaign({ name: 'Spring', firms: [alfa, beta] })
  const two = await campaign({ name: 'Autumn', firms: [beta] })
  spring = one.campaign.id
  autumn = two.campaign.id
  const [ofAlfa, ofBeta, again] = [...one.assignments, ...two.assignments] as [Assignment, Assignment, Assignment]
  const female = { sector: 'food', female: true, size: 'staff_0_1' as const }
  const aprilia = { sector: 'metals', municipality: '059001' }
  await called(promoter, ofAlfa, '2026-01-12T09:00:00Z', 'appointment', female)
  const first = await visitedOn(promoter, ofAlfa, '2026-01-16T09:00:00Z', female)
  const second = await visitedOn(colleague, ofBeta, '2026-01-25T22:30:00Z', aprilia)
  const easter = await visitedOn(promoter, ofBeta, '2026-04-06T09:00:00Z', aprilia)
  await visitedOn(promoter, again, '2026-10-05T09:00:00Z', aprilia)
  await asks(promoter, alfa, spring, needTypeId('credit'), { visitId: first.id, at: '2026-01-16T09:00:00Z' })
  await asks(colleague, beta, spring, needTypeId('export'), { visitId: second.id, at: '2026-01-25T22:30:00Z' })
  const service = serviceId('credit_desk')
  await db.visitService.createMany({
    data: [
      { visitId: first.id, serviceId: service, knownBefore: false, usedBefore: false, interested: true },
      { visitId: second.id, serviceId: service, knownBefore: false, usedBefore: null, interested: false },
      { visitId: easter.id, serviceId: service, knownBefore: true, usedBefore: true, interested: true },
    ],
  })
})

const filter = (raw: Record<string, unknown> = {}) => insightFilter.parse(raw)
const asManager = <T>(work: () => Promise<T>) => actAs(manager, work)
const behind = async (raw: Record<string, unknown>) => {
  const { firms, total } = await asManager(() => firmsBehind(behindInput.parse(raw)))
  expect(total).toBe(firms.length)
  return firms.map(({ name }) => name)
}

describe('week by week', () => {
  test('weeks begin on Monday in Italy, and those without anything stand between', async () => {
    const weeks = await asManager(() => readWeeks(filter({ campaign: spring })))
    expect(weeks).toHaveLength(13)
    expect(weeks[0]).toEqual({ monday: '2026-01-12', contacted: 1, visited: 1, needs: 1 })
    expect(weeks[1]).toEqual({ monday: '2026-01-19', contacted: 1, visited: 1, needs: 1 })
    expect(weeks[2]).toMatchObject({ contacted: 0, visited: 0, needs: 0 })
    expect(breaksIn(weeks)).toEqual([{ kind: 'easter', monday: '2026-04-06' }])
  })

  test('a week leads to its firms, within the period', async () => {
    expect(await behind({ week: '2026-01-12', step: 'contacted' })).toEqual(['Alfa'])
    expect(await behind({ week: '2026-01-12', step: 'contacted', to: '2026-01-11' })).toEqual([])
    expect(await behind({ week: '2026-01-19', step: 'visited', from: '2026-01-25' })).toEqual(['Beta'])
  })

  test('without evidence there are no weeks', async () => {
    expect(await asManager(() => readWeeks(filter({ from: '2030-01-01' })))).toEqual([])
  })
})

describe('visited firms beside the register', () => {
  test('by size and flag, as at the visit', async () => {
    const [register, visited] = await asManager(() => Promise.all([registerMakeup(filter()), visitedMakeup(filter())]))
    expect([wholeOf(register), wholeOf(visited)]).toEqual([4, 2])
    const lines = likeness(register, visited)
    const line = (key: string) => lines.find((one) => one.key === key)
    expect(line('staff_0_1')).toMatchObject({ register: 3, visited: 1, visitedShare: 0.5, apart: false })
    expect(line('female')).toMatchObject({ register: 1, registerShare: 0.25, visited: 1 })
    expect(line(sectorId('metals'))).toMatchObject({ register: 0, visited: 1 })
    expect(line('young')).toBeUndefined()
    expect(await behind({ staff: 'staff_0_1' })).toEqual(['Alfa'])
    expect(await behind({ group: 'notFemale' })).toEqual(['Beta'])
  })

  test('by municipality, also the one nobody went to', async () => {
    const asked = filter({ campaign: autumn })
    const [register, visited] = await asManager(() => Promise.all([registerMakeup(asked), visitedMakeup(asked)]))
    const rows = places(register, visited)
    expect(rows).toEqual([
      { code: '059001', visited: 1, registered: 1, rate: 1000 },
      { code: '059011', visited: 0, registered: 2, rate: 0 },
    ])
    expect(rows.map(rateShade)).toEqual([6, 0])
    expect(await behind({ place: '059001' })).toEqual(['Beta'])
    expect((await asManager(() => mapSpots())).spots).toHaveLength(33)
  })

  test('nobody visited, nobody registered', async () => {
    const asked = filter({ municipality: '059030' })
    const [register, visited] = await asManager(() => Promise.all([registerMakeup(asked), visitedMakeup(asked)]))
    expect(likeness(register, visited)).toEqual([])
    expect(places(register, visited)).toEqual([])
  })
})

test('services presented: known as first said, interest as last said, each firm once', async () => {
  const [row, ...more] = await asManager(() => readPresented(filter({ campaign: spring })))
  expect(more).toEqual([])
  expect(row).toMatchObject({ presented: 2, knownAsked: 2, known: 0, usedAsked: 2, used: 1, interested: 2 })
  const service = serviceId('credit_desk')
  expect(await behind({ campaign: spring, service, answer: 'used' })).toEqual(['Beta'])
  expect(await behind({ campaign: spring, service, answer: 'known' })).toEqual([])
  expect(await behind({ campaign: spring, service })).toEqual(['Alfa', 'Beta'])
})

test('female firms against the others', async () => {
  const [cells, types] = await asManager(() => Promise.all([readCells(filter({ campaign: spring })), rankedTypes()]))
  const credit = types.find(({ code }) => code === 'credit')
  if (!credit) throw new Error('no such type')
  const found = compareOn(cells, 'female', credit)
  expect(found.group).toMatchObject({ firms: 1, n: 1 })
  expect(found.others).toMatchObject({ firms: 0, n: 1 })
})

describe('the filter', () => {
  test('by province', async () => {
    expect(await asManager(() => readReach(filter({ area: 'LT' })))).toMatchObject({ visited: 2 })
    expect(await asManager(() => readReach(filter({ area: 'FR' })))).toMatchObject({ listed: 0, visited: 0 })
  })

  test('by promoter: nothing is found and nothing offered until the Chamber shows such figures', async () => {
    const raw = { promoter: colleague.id }
    expect(await asManager(() => readReach(filter(raw)))).toMatchObject({ listed: 0, visited: 0 })
    expect((await asManager(() => readableFilter(raw))).promoter).toEqual([])
    expect(await asManager(() => promoterChoices())).toEqual([])
    const key = 'chamber'
    const value = { name: 'Camera', perPromoterFigures: true }
    await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
    expect((await asManager(() => promoterChoices())).map(({ id }) => id)).toContain(colleague.id)
    const readable = await asManager(() => readableFilter(raw))
    expect(await asManager(() => readReach(readable))).toMatchObject({ listed: 1, visited: 1, withNeeds: 1 })
    const office = await person('office')
    expect((await actAs(office, () => readableFilter(raw))).promoter).toEqual([])
    await db.setting.delete({ where: { key } })
  })

  test('the second side of a comparison, and the firms behind it', async () => {
    const asked = filter({ campaign: spring })
    expect(secondFilter(asked, otherSide.parse({}))).toBeNull()
    const second = secondFilter(asked, otherSide.parse({ vs: autumn }))
    expect(second).toMatchObject({ campaign: [autumn] })
    expect(await behind({ campaign: spring, vs: autumn, step: 'visited' })).toEqual(['Alfa', 'Beta'])
    expect(await behind({ campaign: spring, vs: autumn, second: '1', step: 'visited' })).toEqual(['Beta'])
  })
})

test('a promoter reads none of it: not allowed', async () => {
  const reads = [
    () => readWeeks(filter()),
    () => registerMakeup(filter()),
    () => visitedMakeup(filter()),
    () => readPresented(filter()),
    () => mapSpots(),
    () => readableFilter({}),
    () => promoterChoices(),
  ]
  for (const read of reads) await expect(actAs(promoter, read as () => Promise<unknown>)).rejects.toThrow('403')
})
