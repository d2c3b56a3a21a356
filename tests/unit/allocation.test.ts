import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oddities, planDraw, strataOf } from '@/lib/draws/rules'
import { drawDesign } from '@/lib/draws/schema'
import { luckBelow } from '@/lib/frames/rules'
import { firmsNeeded, isLeftToChance, outlookOf, ratesFor } from '@/lib/outlook/rules'
import { type AllocationStratum, allocate, possibleTotal } from '@/lib/statistics/allocation'
import { expectedMargin } from '@/lib/statistics/expected-margin'

const of = (...sizes: number[]): AllocationStratum[] => sizes.map((size, at) => ({ size, domain: `d${at}` }))

describe('the allocation of a sample', () => {
  // W. G. Cochran, Sampling Techniques, 3rd ed., § 5.5 and table 5.1: 24 of the 64 largest cities, strata of 16 and 48.
  test('proportional, as in Cochran: 6 and 18 of 64 cities', () => {
    expect(allocate(of(16, 48), 24, 'proportional')).toEqual([6, 18])
  })

  // Neyman: n_h = n N_h S_h / Σ N_h S_h. Worked here for strata of 1000 and 400 with shares of 50 % and 10 %: 50 × 1000
  // against 30 × 400, that is 80.6 % and 19.4 % of the sample.
  test('inside a domain by Neyman: more where the stratum is larger or more mixed', () => {
    const strata = [
      { size: 1000, domain: 'metals', share: 0.5 },
      { size: 400, domain: 'metals', share: 0.1 },
    ]
    expect(allocate(strata, 100, 'optimal')).toEqual([81, 19])
  })

  test('equal, and never more than there are', () => {
    expect(allocate(of(5000, 300, 4), 100, 'equal')).toEqual([48, 48, 4])
  })

  test('largest remainder: thirds of ten are four, three and three', () => {
    expect(allocate(of(50, 50, 50), 10, 'proportional')).toEqual([4, 3, 3])
  })

  test('optimal: every sector gets the same interval, so a small one needs fewer firms', () => {
    const sizes = [20_000, 5000, 300, 80]
    const drawn = allocate(of(...sizes), 1000, 'optimal')
    expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(1000)
    const margins = sizes.map((size, at) => expectedMargin([{ size, answers: drawn[at] ?? 0 }])?.margin ?? 1)
    expect(Math.max(...margins) - Math.min(...margins)).toBeLessThan(0.002)
    const equal = allocate(of(...sizes), 1000, 'equal')
    const widest = Math.max(
      ...sizes.map((size, at) => expectedMargin([{ size, answers: equal[at] ?? 0 }])?.margin ?? 1),
    )
    expect(Math.max(...margins)).toBeLessThan(widest)
  })

  test('refuses what the bounds do not allow', () => {
    expect(possibleTotal(of(100, 3), 5)).toEqual({ low: 8, high: 103 })
    expect(() => allocate(of(100, 3), 7, 'equal', 5)).toThrow(RangeError)
    expect(() => allocate(of(100, 3), 104, 'proportional')).toThrow(RangeError)
  })

  const strata = fc.array(
    fc.record({
      size: fc.integer({ min: 0, max: 3000 }),
      domain: fc.constantFrom('metals', 'food', 'services'),
      share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    }),
    { minLength: 1, maxLength: 120 },
  )
  const rules = fc.constantFrom('proportional', 'equal', 'optimal')
  test('always sums exactly, stays within each stratum and keeps the minimum', () => {
    fc.assert(
      fc.property(strata, rules, fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (all, rule, minimum, part) => {
        const { low, high } = possibleTotal(all, minimum)
        const total = low + Math.round((high - low) * part)
        const drawn = allocate(all, total, rule as 'equal', minimum)
        expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(total)
        drawn.forEach((one, at) => {
          const { size = 0 } = all[at] ?? {}
          expect(Number.isInteger(one)).toBe(true)
          expect(one).toBeGreaterThanOrEqual(Math.min(minimum, size))
          expect(one).toBeLessThanOrEqual(size)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('proportional stays within one firm of the exact share where nothing bounds it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 60 }), (sizes) => {
        const all = sizes.reduce((sum, one) => sum + one, 0)
        const total = Math.ceil(all / 3)
        allocate(of(...sizes), total, 'proportional').forEach((one, at) => {
          expect(Math.abs(one - ((sizes[at] ?? 0) * total) / all)).toBeLessThan(1)
        })
      }),
    )
  })
})

describe('the interval to expect', () => {
  // A simple random sample of 400 from an endless frame: 1.96 √(0.25 / 400) = 4.9 points; textbook figure.
  test('of 400 answers: 4.9 points', () => {
    expect(expectedMargin([{ size: 1e9, answers: 400 }])?.margin).toBeCloseTo(0.049, 4)
  })

  test('shrinks to nothing when everybody answers, and strata without answers are left out', () => {
    expect(expectedMargin([{ size: 120, answers: 120 }])?.margin).toBe(0)
    expect(expectedMargin([{ size: 120, answers: 0 }])).toBeNull()
    const half = expectedMargin([
      { size: 100, answers: 30 },
      { size: 100, answers: 0 },
    ])
    expect(half?.covered).toBe(0.5)
  })

  // The same through the formula by hand: W = 3/4 and 1/4, 60 of 300 and 20 of 100, S² = 0.25 N / (N − 1).
  test('adds the strata by their weights', () => {
    const both = expectedMargin([
      { size: 300, answers: 60 },
      { size: 100, answers: 20 },
    ])
    const variance = 0.5625 * 0.8 * ((0.25 * 300) / 299 / 60) + 0.0625 * 0.8 * ((0.25 * 100) / 99 / 20)
    expect(both?.margin).toBeCloseTo(1.959964 * Math.sqrt(variance), 6)
  })
})

describe('the plan of a draw', () => {
  const cells = [
    { key: 'food/staff_0_1', firms: 400 },
    { key: 'food/staff_50_plus', firms: 3 },
    { key: 'metals/staff_0_1', firms: 97 },
  ]
  const design = (rest: object) =>
    drawDesign.parse({ by: ['size', 'sector'], allocation: 'proportional', total: 50, ...rest })

  test('gives each stratum its firms and as many reserves, as far as there are', () => {
    const { strata, problem } = planDraw(cells, design({ minimum: 3 }))
    expect(problem).toBeNull()
    expect(strata.map(({ sample, reserves }) => [sample, reserves])).toEqual([
      [38, 38],
      [3, 0],
      [9, 9],
    ])
  })

  test('counts a merged stratum once, and leaves a circle of merges as it is', () => {
    const merged = strataOf(cells, { 'food/staff_50_plus': 'food/staff_0_1' })
    expect(merged.map(({ key, frame, cells: own }) => [key, frame, own.length])).toEqual([
      ['food/staff_0_1', 403, 2],
      ['metals/staff_0_1', 97, 1],
    ])
    const circle = { 'food/staff_0_1': 'metals/staff_0_1', 'metals/staff_0_1': 'food/staff_0_1' }
    const round = strataOf(cells, circle)
    expect(round.reduce((sum, { frame }) => sum + frame, 0)).toBe(500)
  })

  test('says which strata are too small, which give nothing and which are used up, until they are merged', () => {
    const named = (rest: object) => {
      const { small, undrawn, usedUp } = oddities(planDraw(cells, design(rest)).strata, 5)
      return [small, undrawn, usedUp].map((strata) => strata.map(({ key }) => key))
    }
    const byHand = (tiny: number) => ({
      ...{ allocation: 'by_hand', total: undefined },
      byHand: { 'food/staff_0_1': 40, 'food/staff_50_plus': tiny },
    })
    expect(named({ minimum: 5 })).toEqual([['food/staff_50_plus'], [], ['food/staff_50_plus']])
    expect(named(byHand(0))).toEqual([['food/staff_50_plus'], ['food/staff_50_plus', 'metals/staff_0_1'], []])
    expect(named({ minimum: 5, merged: { 'food/staff_50_plus': 'food/staff_0_1' } })).toEqual([[], [], []])
  })

  test('says what cannot be drawn', () => {
    expect(planDraw([], design({})).problem).toMatchObject({ key: 'noFirms' })
    expect(planDraw(cells, design({ total: 501 })).problem).toMatchObject({ key: 'drawTooLarge', most: 500 })
    expect(planDraw(cells, design({ total: 8, minimum: 3 })).problem).toMatchObject({ key: 'drawTooSmall', least: 9 })
    const byHand = { allocation: 'by_hand', total: undefined, byHand: { 'food/staff_50_plus': 4 } }
    expect(planDraw(cells, design(byHand)).problem).toMatchObject({ key: 'drawTooLarge' })
    const many = Array.from({ length: 501 }, (_, at) => ({ key: `s${at}/x`, firms: 9 }))
    expect(planDraw(many, design({})).problem).toMatchObject({ key: 'tooManyStrata' })
  })

  test('by municipality or by province, not by both; a total unless by hand', () => {
    const refused = (rest: object) => drawDesign.safeParse({ allocation: 'equal', total: 9, ...rest }).error?.issues
    expect(refused({ by: ['municipality', 'province'] })).toMatchObject([{ message: 'oneArea' }])
    expect(refused({ total: undefined })).toMatchObject([{ path: ['total'], message: 'required' }])
    expect(refused({ allocation: 'by_hand', total: undefined })).toBeUndefined()
  })
})

describe('what to expect before drawing', () => {
  const food = { sectorId: 'food', tried: 40, contacted: 20, visited: 5 }
  const metals = { sectorId: 'metals', tried: 29, contacted: 29, visited: 29 }

  test('a sector’s own rates from thirty firms tried on, else those of all, else the usual ones', () => {
    expect(ratesFor([food, metals], 'food')).toEqual({ contact: 0.5, visit: 0.25, known: true })
    expect(ratesFor([food, metals], 'metals')).toEqual({ contact: 49 / 69, visit: 34 / 49, known: true })
    expect(ratesFor([metals], 'metals')).toEqual({ contact: 0.5, visit: 0.2, known: false })
    expect(firmsNeeded(1500, ratesFor([]), 50_000)).toBe(3000)
    expect(firmsNeeded(1500, ratesFor([]), 1)).toBe(1)
  })

  const strata = (sample: number) =>
    planDraw(
      [
        { key: 'food', firms: 3000 },
        { key: 'metals', firms: 1000 },
      ],
      drawDesign.parse({ by: ['sector'], allocation: 'proportional', total: sample }),
    ).strata

  test('all firms first, then each sector; half of those drawn answer, a fifth of them is visited', () => {
    const [all, foods, metal] = outlookOf(strata(800), ['sector'], [], { targetCalls: 0, targetVisits: 0 })
    expect([all, foods, metal].map((one) => [one?.sectorId, one?.sample, one?.contacts, one?.visits])).toEqual([
      [null, 800, 400, 80],
      ['food', 600, 300, 60],
      ['metals', 200, 100, 20],
    ])
    expect(foods?.contactMargin).toBeCloseTo(expectedMargin([{ size: 3000, answers: 300 }])?.margin ?? 0, 10)
    expect(all?.contactMargin).toBeLessThan(foods?.contactMargin ?? 0)
  })

  // Worked by hand: 1000 firms without staff (900 food, 100 metals) give 100, 100 with staff (20 and 80) give 50. Of food
  // 100 × 0.9 + 50 × 0.2 = 100 are to be expected, of metals 100 × 0.1 + 50 × 0.8 = 50; half of them answer.
  const across = [
    { key: 'staff_0_1', firms: 1000, bySector: [900, 100] },
    { key: 'staff_2_9', firms: 100, bySector: [20, 80] },
  ]
  const bySize = planDraw(
    across,
    drawDesign.parse({ by: ['size'], allocation: 'by_hand', byHand: { staff_0_1: 100, staff_2_9: 50 } }),
  )

  test('a sector that runs across the strata gets its part of each, and the interval of that', () => {
    const [all, foods, metal] = outlookOf(bySize.strata, ['size'], [], { targetCalls: 0, targetVisits: 0 }, [
      'food',
      'metals',
    ])
    expect([all, foods, metal].map((one) => [one?.sectorId, one?.frame, one?.sample, one?.contacts])).toEqual([
      [null, 1100, 150, 75],
      ['food', 920, 100, 50],
      ['metals', 180, 50, 25],
    ])
    const ofFood = (900 / 920) ** 2 * 0.95 * ((0.25 * 900) / 899 / 45) + (20 / 920) ** 2 * 0.75 * ((0.25 * 20) / 19 / 5)
    expect(foods?.contactMargin).toBeCloseTo(1.959964 * Math.sqrt(ofFood), 6)
    const whole = [
      { size: 1000, answers: 50 },
      { size: 100, answers: 25 },
    ]
    expect(all?.contactMargin).toBeCloseTo(expectedMargin(whole)?.margin ?? 0, 10)
    expect(isLeftToChance(bySize.strata, ['size'])).toBe(true)
  })

  test('its own rates are those of the sector, and strata of two sectors that were merged keep both', () => {
    const known = [{ sectorId: 'food', tried: 100, contacted: 80, visited: 8 }]
    const [, foods] = outlookOf(bySize.strata, ['size'], known, { targetCalls: 0, targetVisits: 0 }, ['food', 'metals'])
    expect([foods?.contacts, foods?.visits].map((one) => Math.round(one ?? 0))).toEqual([80, 8])
    const two = [
      { key: 'food', firms: 300 },
      { key: 'metals', firms: 100 },
    ]
    const design = drawDesign.parse({
      by: ['sector'],
      allocation: 'proportional',
      total: 40,
      merged: { metals: 'food' },
    })
    const merged = planDraw(two, design).strata
    const rows = outlookOf(merged, ['sector'], [], { targetCalls: 0, targetVisits: 0 })
    expect(rows.map(({ sectorId, sample }) => [sectorId, sample])).toEqual([
      [null, 40],
      ['food', 30],
      ['metals', 10],
    ])
    expect(isLeftToChance(merged, ['sector'])).toBe(true)
    expect(isLeftToChance(strata(800), ['sector'])).toBe(false)
  })

  test('the work stops at its targets', () => {
    const [all] = outlookOf(strata(800), ['sector'], [], { targetCalls: 200, targetVisits: 10 })
    expect([all?.contacts, all?.visits].map((one) => Math.round(one ?? 0))).toEqual([200, 10])
  })
})

describe('the bound below which the first of a stratum are looked for', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed))('is above them, and above few others; seed %i', (seed) => {
    const numbers = Array.from({ length: 5000 }, (_, firm) => hash('md5', `${seed}:${firm}`)).sort()
    for (const count of [1, 60, 1000, 4900, 5000]) {
      expect((numbers[count - 1] ?? '') < luckBelow(count, numbers.length)).toBe(true)
    }
    expect(numbers.filter((number) => number < luckBelow(60, numbers.length)).length).toBeLessThan(300)
  })

  test('is above every number where all are needed', () => expect(luckBelow(9, 9) > 'f'.repeat(32)).toBe(true))
})
