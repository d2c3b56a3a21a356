import { beforeAll, describe, expect, test } from 'vitest'
import { PANELS } from '@/lib/api/panels'
import { readSides } from '@/lib/comparison/queries'
import { compareSides } from '@/lib/comparison/rules'
import { db } from '@/lib/db'
import { readLevels } from '@/lib/digital/queries'
import { levelShares } from '@/lib/digital/rules'
import { readableFilter } from '@/lib/insight/queries'
import { otherSide, secondFilter } from '@/lib/insight/schema'
import type { Actor } from '@/lib/permissions'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { rank, sectorRows } from '@/lib/ranking/rules'
import { sectorShareTable, sectorTable } from '@/lib/ranking/tables'
import { readReport } from '@/lib/report/content'
import { reportWish } from '@/lib/report/schema'
import { reportWords } from '@/lib/report/words'
import { actAs } from '@/lib/session'
import { stratified } from '@/lib/statistics/strata'
import { readStrata, weighing } from '@/lib/weighting/queries'
import { weightsOf } from '@/lib/weighting/rules'
import { needTypeId, sectorId } from '@/prisma/catalogues/seed'
import { campaign } from '../support/campaigns'
import { firm } from '../support/firms'
import { person } from '../support/people'
import { asks, visitedOn } from './insight-world'

let manager: Actor
let promoter: Actor
let drawn = ''
let list = ''

/**
 * Drawn in two strata: 900 small firms, of which 20 were visited and 5 ask for credit, and 100 large ones, of which 10
 * were visited and 8 ask; one firm was put on the list by hand, visited, and asks too. Each stratum has one more firm
 * that was not reached.
 */
beforeAll(async () => {
  manager = await person('manager')
  promoter = await person('promoter')
  const firms = []
  for (let i = 0; i < 33; i++) firms.push(await firm({ name: `Impresa ${i}`, sectorId: sectorId('food') }))
  const { campaign: made, assignments } = await campaign({ name: 'Drawn', firms })
  drawn = made.id
  await db.campaign.update({ where: { id: drawn }, data: { kind: 'drawn' } })
  const strata = [
    { key: 'small', position: 1, frame: 900, sample: 21 },
    { key: 'large', position: 2, frame: 100, sample: 11 },
  ]
  await db.campaignStratum.createMany({
    data: strata.map((stratum) => ({ ...stratum, campaignId: drawn, cells: [], reserves: 0 })),
  })
  const stratumOf = (i: number) => (i < 21 ? 'small' : i < 32 ? 'large' : null)
  for (const [i, assignment] of assignments.entries()) {
    await db.assignment.update({ where: { id: assignment.id }, data: { stratum: stratumOf(i) } })
    if (i === 20 || i === 31) continue
    const was = { sector: 'food', young: i < 4 }
    const level = { digitalLevel: i < 10 ? 'none' : 'email' } as const
    const visit = await visitedOn(promoter, assignment, '2026-03-02T09:00:00Z', was, level)
    const credit = i < 5 || (i >= 21 && i < 29) || i === 32
    const of = firms[i]
    if (credit && of)
      await asks(promoter, of, drawn, needTypeId('credit'), { visitId: visit.id, at: '2026-03-02T09:00:00Z' })
  }
  list = (await campaign({ name: 'List', firms: firms.slice(0, 2) })).campaign.id
})

const asManager = <T>(work: () => Promise<T>) => actAs(manager, work)
const figures = async (raw: Record<string, unknown>) => {
  const filter = await readableFilter(raw)
  const [cells, types, weigh] = await Promise.all([readCells(filter), rankedTypes(), weighing(filter)])
  return { filter, cells, types, weigh, credit: rank(cells, types, weigh).find(({ type }) => type.code === 'credit') }
}

describe('a drawn campaign', () => {
  test('its strata, and who answered there', async () => {
    const strata = await asManager(() => readStrata(drawn))
    expect(strata).toEqual([
      { key: 'small', frame: 900, visited: 20, answered: 20 },
      { key: 'large', frame: 100, visited: 10, answered: 10 },
    ])
    const { frame, weighed, unseen, designEffect, effective } = weightsOf(strata)
    expect({ frame, weighed, unseen }).toEqual({ frame: 1000, weighed: 30, unseen: 0 })
    // Kish: 30 × (20·45² + 10·10²) ÷ 1000².
    expect(designEffect).toBeCloseTo(1.245, 10)
    expect(effective).toBeCloseTo(weighed / 1.245, 10)
  })

  test('weighs each firm by the frame of its stratum; one added by hand weighs nothing', async () => {
    const { credit } = await asManager(() => figures({ campaign: drawn, weighted: '1' }))
    expect(credit).toMatchObject({ firms: 14, n: 31 })
    expect(credit?.share).toBeCloseTo((900 * (5 / 20) + 100 * (8 / 10)) / 1000, 12)
    const expected = stratified([
      { frame: 900, sampled: 20, successes: 5 },
      { frame: 100, sampled: 10, successes: 8 },
    ])
    expect(credit?.interval).toEqual(expected?.interval)
    const plain = await asManager(() => figures({ campaign: drawn }))
    expect(plain.credit?.share).toBeCloseTo(14 / 31, 12)
  })

  test('in each sector and for the digital level alike', async () => {
    const { cells, weigh, filter } = await asManager(() => figures({ campaign: drawn, weighted: '1' }))
    const [row] = sectorRows(cells, undefined, weigh)
    expect(row?.shares.get(needTypeId('credit'))?.share).toBeCloseTo(0.305, 12)
    const types = rank(cells, await asManager(rankedTypes), weigh)
    const credit = types.findIndex(({ type }) => type.id === needTypeId('credit'))
    const { insight: words } = await reportWords('it')
    const counted = sectorTable(words, 'it', row ? [row] : [], types, [])
    const table = sectorShareTable(words, counted, row ? [row] : [], types)
    const told = (cells: unknown[] = []) => cells.slice(1 + credit * 3, 4 + credit * 3)
    expect(told(table.columns.map(({ kind }) => kind))).toEqual(['count', 'share', 'interval'])
    const estimated = types[credit]
    for (const { cells } of table.rows) expect(told(cells)).toEqual([14, estimated?.share, estimated?.interval])
    const api = await asManager(() => PANELS.sectors.read(filter))
    const inApi = api.sectors[0]?.needs.find(({ need }) => need === 'credit')
    expect(inApi).toMatchObject({ firms: 14, n: 31, share: estimated?.share, low: estimated?.interval?.[0] })
    const counts = await asManager(() => readLevels(filter))
    const answered = await asManager(() => weighing(filter, 'answered'))
    expect(levelShares(counts, answered).find(({ level }) => level === 'none')?.share).toBeCloseTo(0.45, 12)
  })

  test('in the report for the board, which says so, and in the API', async () => {
    const wish = reportWish.parse({ chapter: ['ranking', 'digital'] })
    const report = await asManager(() => readReport(wish, { campaign: drawn, weighted: '1' }))
    const credit = report.chapters[0]?.tables[0]?.rows.find(([name]) => name === 'Accesso al credito')
    expect(credit?.slice(1, 3)).toEqual(['14', '30,5%'])
    const said = 'Quote ponderate sull’universo dell’estrazione, non sulle sole imprese visitate.'
    for (const { sentences } of report.chapters) expect(sentences).toContain(said)
    expect(report.summary).toContain(said)
    expect(report.method[0]).toMatch(/^Quote ponderate sull’universo dell’estrazione \(1\.000 imprese in 2 strati\)/)
    const plain = await asManager(() => readReport(wish, { campaign: list, weighted: '1' }))
    expect(JSON.stringify(plain)).not.toContain('ponderate sull’universo')

    const asked = async (raw: Record<string, unknown>) => PANELS.ranking.read(await readableFilter(raw))
    const panel = await asManager(() => asked({ campaign: drawn, weighted: '1' }))
    expect(panel.weighted).toBe(true)
    expect(panel.needs.find(({ need }) => need === 'credit')?.share).toBeCloseTo(0.305, 12)
    expect((await asManager(() => asked({ campaign: drawn }))).weighted).toBe(false)
  })

  test('part of it: the weights stay those of the whole', async () => {
    const { credit } = await asManager(() => figures({ campaign: drawn, weighted: '1', young: '1' }))
    expect(credit).toMatchObject({ firms: 4, n: 4, share: 1 })
    expect(credit?.interval?.[0]).toBeLessThan(0.7)
  })
})

describe('a comparison', () => {
  const sides = async (raw: Record<string, unknown>, other: Record<string, unknown>) => {
    const [filter, types] = await Promise.all([readableFilter({ ...raw, weighted: '1' }), rankedTypes()])
    const second = secondFilter(filter, otherSide.parse(other))
    if (!second) throw new Error('nothing compared')
    const found = await readSides(filter, second)
    const lines = compareSides(found, types)
    return { weighted: found.weighted, lines, credit: lines.find(({ key }) => key === needTypeId('credit')) }
  }

  test('is weighted where both sides are drawn, and knows the firms on both', async () => {
    const { weighted, credit, lines } = await asManager(() => sides({ campaign: drawn }, { vsFrom: '2026-01-01' }))
    expect(weighted).toBe(true)
    expect(credit?.shares[0]).toBeCloseTo((900 * (5 / 20) + 100 * (8 / 10)) / 1000, 12)
    expect(credit?.shares[1]).toBe(credit?.shares[0])
    expect(credit?.shared).toEqual({ n: 31, first: 14, second: 14, both: 14 })
    expect(lines.find(({ key }) => key === 'offline')?.shared).toEqual({ n: 31, first: 10, second: 10, both: 10 })
    expect(credit?.change?.difference).toBe(0)
  })
  test('is weighted on neither side where one was not drawn', async () => {
    const { weighted, credit } = await asManager(() => sides({ campaign: drawn }, { vs: list }))
    expect(weighted).toBe(false)
    expect(credit?.shares).toEqual([14 / 31, null])
    expect(credit?.shared.n).toBe(0)
  })
})

test('weights are offered for one drawn campaign and nothing else', async () => {
  const weighted = async (raw: Record<string, unknown>) =>
    (await asManager(() => readableFilter({ weighted: '1', ...raw }))).weighted
  expect(await weighted({ campaign: drawn })).toBe(true)
  expect(await weighted({ campaign: list })).toBe(false)
  expect(await weighted({ campaign: `${drawn},${list}` })).toBe(false)
  expect(await weighted({})).toBe(false)
})

test('a promoter reads none of it: not allowed', async () => {
  await expect(actAs(promoter, () => readStrata(drawn))).rejects.toThrow('403')
  await expect(actAs(promoter, () => figures({}))).rejects.toThrow('403')
  const all = await actAs(manager, () => readableFilter({}))
  await expect(actAs(promoter, () => readSides(all, all))).rejects.toThrow('403')
})
