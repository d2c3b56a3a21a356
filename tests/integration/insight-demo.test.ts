import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { readLevels } from '@/lib/digital/queries'
import { levelShares } from '@/lib/digital/rules'
import { firmsBehind } from '@/lib/evidence/queries'
import { compareGroups } from '@/lib/groups/rules'
import { readNeedTotals, readReach, readRegister } from '@/lib/insight/queries'
import { behindInput, insightFilter } from '@/lib/insight/schema'
import type { Actor } from '@/lib/permissions'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, rank, sectorRows } from '@/lib/ranking/rules'
import { actAs } from '@/lib/session'
import { sectorId } from '@/prisma/catalogues/seed'
import { copyDemo } from '@/tests/support/demo'

/** What the programme published (shared/data/README.md), read through the queries of the insight page. */
let manager: Actor
const asManager = <T>(work: () => Promise<T>) => actAs(manager, work)
const all = insightFilter.parse({})

beforeAll(async () => {
  await copyDemo()
  const select = { id: true, name: true, email: true, role: true, officeId: true, locale: true }
  manager = await db.user.findFirstOrThrow({ where: { role: 'manager' }, select })
}, 120_000)

test('1,500 contacted, 3 % of the register, and more than 300 visited', async () => {
  const reach = await asManager(() => readReach(all))
  expect(reach).toMatchObject({ contacted: 1500, visited: 312 })
  const { total } = await asManager(() => readRegister(all))
  expect(((reach.contacted / total) * 100).toFixed(0)).toBe('3')
  expect(await db.firm.count()).toBe(50_000)
})

test('visited by sector as published', async () => {
  const rows = sectorRows(await asManager(() => readCells(all)))
  const bySector = Object.fromEntries(rows.map((row) => [row.sectorId, row.visited]))
  const published = {
    construction: 56,
    services: 41,
    food: 41,
    minerals: 31,
    metals: 29,
    electrical: 27,
    textiles: 25,
    transport: 15,
    furniture: 13,
    catering: 12,
    shipbuilding: 7,
    other: 15,
  }
  const expected = Object.entries(published).map(([code, firms]) => [sectorId(code), firms])
  expect(bySector).toEqual(Object.fromEntries(expected))
})

test('needs in the published order', async () => {
  const [cells, types] = await asManager(() => Promise.all([readCells(all), rankedTypes()]))
  expect(baseOf(cells)).toBe(312)
  const ranked = rank(cells, types)
  const order = ['credit', 'chamber_services', 'training', 'quality', 'new_business', 'export', 'other']
  expect(ranked.map(({ type }) => type.code)).toEqual(order)
  const firms = ranked.map((one) => one.firms)
  expect(new Set(firms).size).toBe(firms.length)
  const { recorded } = await asManager(() => readNeedTotals(all))
  expect(recorded).toBe(firms.reduce((sum, count) => sum + count, 0))
})

test('young firms are clearly ahead on training', async () => {
  const [cells, types] = await asManager(() => Promise.all([readCells(all), rankedTypes()]))
  const young = compareGroups(cells, types).find(({ flag }) => flag === 'young')
  expect(young).toMatchObject({ clear: true, shown: { type: { code: 'training' } } })
  expect(young?.shown?.reading).toMatchObject({
    kind: 'apart',
    difference: expect.toSatisfy((points: number) => points > 0.1),
  })
})

test('of the contacted 64 % have e-mail, 3 % a website, 33 % no connection', async () => {
  const shares = levelShares(await asManager(() => readLevels(all)))
  expect(shares.map(({ level, share, n }) => [level, Math.round((share ?? 0) * 100), n])).toEqual([
    ['email', 64, 1500],
    ['website', 3, 1500],
    ['none', 33, 1500],
  ])
})

test('each number leads to as many firms', async () => {
  const total = async (raw: Record<string, unknown>) =>
    (await asManager(() => firmsBehind(behindInput.parse(raw)))).total
  expect(await total({ step: 'contacted' })).toBe(1500)
  expect(await total({ level: 'website' })).toBe(45)
  expect(await total({ row: sectorId('shipbuilding') })).toBe(7)
})
