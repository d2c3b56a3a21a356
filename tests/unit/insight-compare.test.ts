import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { compareSides, type Side } from '@/lib/comparison/rules'
import { compareBasis, compareSentence, compareTable, sideNames } from '@/lib/comparison/tables'
import { compareGroups } from '@/lib/groups/rules'
import en from '@/lib/i18n/en/insight.json'
import it from '@/lib/i18n/it/insight.json'
import { brief, formatFigure, sheetOf } from '@/lib/insight/figures'
import type { Words } from '@/lib/insight/sentences'
import type { Cell } from '@/lib/ranking/rules'
import { NEED_TYPES } from '@/prisma/catalogues/lists'

const italian = createTranslator({ locale: 'it', messages: { insight: it }, namespace: 'insight' }) as Words
const english = createTranslator({ locale: 'en', messages: { insight: en }, namespace: 'insight' }) as Words
const types = NEED_TYPES.map((type) => ({
  ...{ id: type.code, code: type.code, retired: false, nameIt: type.it, nameEn: type.en },
  ...{ shortIt: type.shortIt, shortEn: type.shortEn },
}))

const none = { sectorId: null, young: null, female: null, foreign: null }
const cells = (visited: number, needs: Record<string, number>, side: Partial<Cell> = { sectorId: 'food' }): Cell[] =>
  ([[null, visited], ...Object.entries(needs)] as [string | null, number][]).map(([needTypeId, firms]) => {
    return { ...none, ...side, needTypeId, firms }
  })

const side = (contacted: number, visited: number, needs: Record<string, number>): Side => ({
  reach: {
    listed: contacted,
    tried: contacted,
    contacted,
    appointment: visited,
    visited,
    withNeeds: visited,
    takenUp: 0,
    met: 0,
  },
  cells: cells(visited, needs),
  levels: [{ sectorId: 'food', level: 'none', firms: contacted }],
})

describe('two sides', () => {
  const sides = {
    first: side(1500, 312, { credit: 187, export: 44 }),
    second: side(900, 200, { credit: 80, export: 30 }),
  }
  const lines = compareSides(sides, types)
  const line = (key: string) => lines.find((one) => one.key === key)

  test('a change with Newcombe’s interval, called one only where it stands among all lines', () => {
    expect(line('credit')?.change?.difference).toBeCloseTo(187 / 312 - 80 / 200, 12)
    expect(line('credit')?.clear).toBe(true)
    expect(line('export')?.clear).toBe(false)
    expect(line('visited')?.clear).toBe(false)
    expect(line('offline')?.change?.difference).toBe(0)
  })

  test('under ten on one side: counts, no change', () => {
    const few = compareSides({ first: side(1500, 312, { credit: 187 }), second: side(9, 3, { credit: 3 }) }, types)
    expect(few.every(({ change, clear }) => change === null && !clear)).toBe(true)
    expect(compareSentence(italian, 'it', few)).toBe(it.compare.few)
    const alike = compareSides({ first: sides.first, second: sides.first }, types)
    expect(compareSentence(italian, 'it', alike)).toBe(it.compare.same)
    expect(compareSentence(english, 'en', lines)).toMatch(
      /^Differences that exceed the uncertainty: .*Access to credit \+\d+\.\d points \(95% CI \+/,
    )
  })

  test('firms on both sides that answer alike make the interval narrower, those that turn make it wider', () => {
    const shared = (both: number) => new Map([['credit', { n: 180, first: 108, second: 72, both }]])
    const width = (both: number | null) => {
      const line = compareSides({ ...sides, shared: both === null ? undefined : shared(both) }, types)
      const [low = 0, high = 0] = line.find(({ key }) => key === 'credit')?.change?.interval ?? []
      return high - low
    }
    expect(width(72)).toBeLessThan(width(null))
    expect(width(0)).toBeGreaterThan(width(null))
    expect(compareBasis(english, 'en', lines, { asked: false, weighted: false })).toBe(
      'Shares not weighted. No visited firm is on both sides.',
    )
    const few = compareSides(
      { ...sides, shared: new Map([['withNeeds', { n: 3, first: 2, second: 2, both: 2 }]]) },
      types,
    )
    const basis = { asked: false, weighted: false, counted: false }
    expect(compareBasis(italian, 'it', few, basis), 'in a report').not.toContain('3')
    expect(compareBasis(italian, 'it', lines, { asked: true, weighted: false })).toContain(
      'si pondera solo se entrambe le parti',
    )
  })

  test('weighted shares are compared with their own intervals', () => {
    const weigh = { visited: () => ({ share: 0.5, interval: [0.4, 0.6] as const }), answered: () => null }
    const found = compareSides({ first: { ...sides.first, weigh }, second: { ...sides.second, weigh } }, types)
    const credit = found.find(({ key }) => key === 'credit')
    expect(credit?.shares).toEqual([0.5, 0.5])
    expect(credit?.change?.interval[1]).toBeCloseTo(Math.hypot(0.1, 0.1), 12)
    expect(found.find(({ key }) => key === 'visited')?.shares[0]).toBeCloseTo(312 / 1500, 12)
  })

  test('its table has both sides with their bases', () => {
    const table = compareTable(italian, 'it', lines, ['Primavera', 'Autunno'])
    expect(table.rows.find(({ key }) => key === 'credit')?.cells.slice(0, 6)).toEqual([
      187,
      312,
      187 / 312,
      80,
      200,
      0.4,
    ])
    const { head, rows } = sheetOf(brief(table))
    expect(head).toHaveLength(10)
    expect(rows.every((row) => row.length === head.length)).toBe(true)
  })
})

describe('figures', () => {
  test('as a person reads them, and a dash for what may not be shown', () => {
    expect(formatFigure('it', 'share', 0.5994)).toBe('59,9%')
    expect(formatFigure('it', 'points', 0.3242)).toBe('+32,4')
    expect(formatFigure('en', 'pointsInterval', [-0.0381, 0.1926])).toBe('−3.8 / +19.3')
    expect(formatFigure('it', 'share', null)).toBe('–')
    expect(formatFigure('it', 'rate', 6.25)).toBe('6,3')
  })
})

describe('groups', () => {
  const young = (visited: number, asking: number, others: number, othersAsking: number) => [
    ...cells(visited + others, { training: asking + othersAsking }),
    ...cells(visited, { training: asking }, { young: true }),
    ...cells(others, { training: othersAsking }, { young: false }),
  ]

  test('a difference picked from several has to stand against all of them', () => {
    expect(compareGroups(young(74, 47, 238, 74), types)[0]).toMatchObject({ clear: true })
    // Its own interval leaves zero out, but not at the level for seven types of need and three groups.
    const [chance] = compareGroups(young(64, 32, 248, 89), types)
    expect(chance).toMatchObject({ clear: false, shown: { reading: { kind: 'apart' } } })
  })
})

test('the sides are called by what sets them apart', () => {
  const campaigns = [
    { id: 'a', name: 'Primavera' },
    { id: 'b', name: 'Autunno' },
  ]
  const named = (...sides: Parameters<typeof sideNames>[3]) => sideNames(italian, 'it', campaigns, sides)
  const spring = { campaign: ['a'], from: '2026-03-01', to: '2026-05-31' }
  expect(named(spring, { campaign: ['b'] })).toEqual(['Primavera · 1 marzo 2026 – 31 maggio 2026', 'Autunno'])
  expect(named({ campaign: ['a'] }, spring)).toEqual(['Tutto il periodo', '1 marzo 2026 – 31 maggio 2026'])
  expect(named(spring, { ...spring, to: undefined })[1]).toBe('da domenica 1 marzo 2026')
})
