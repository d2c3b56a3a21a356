import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newcombe } from '@/lib/statistics/newcombe'
import { overlap, showShare } from '@/lib/statistics/showing'
import { wilson, zOf } from '@/lib/statistics/wilson'

const rounded = (interval: readonly number[] | null | undefined) => interval?.map((end) => Number(end.toFixed(4)))

describe('Wilson interval', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Stat. Med. 17 (1998), table I, method 3.
  test.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('%i of %i, as published', (successes, n, published) => {
    expect(rounded(wilson(successes, n))).toEqual(published)
  })

  test('its quantile is exact enough', () => {
    expect(zOf(0.95)).toBeCloseTo(1.959963984540054, 9)
    expect(zOf(0.99)).toBeCloseTo(2.5758293035489004, 9)
  })

  test('nobody asked: no interval', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  test('none and all end exactly at 0 and 1', () => {
    expect(wilson(0, 7)?.[0]).toBe(0)
    expect(wilson(7, 7)?.[1]).toBe(1)
  })

  test('refuses impossible counts and levels', () => {
    expect(() => wilson(3, 2)).toThrow(RangeError)
    expect(() => wilson(-1, 2)).toThrow(RangeError)
    expect(() => wilson(1.5, 2)).toThrow(RangeError)
    expect(() => wilson(1, 2, 1)).toThrow(RangeError)
  })

  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

  test('holds the share, stays within 0 and 1, mirrors for the failures', () => {
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const [low, high] = wilson(successes, n) as [number, number]
        const mirrored = wilson(n - successes, n) as [number, number]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(successes / n)
        expect(high).toBeGreaterThanOrEqual(successes / n)
        expect(mirrored[0]).toBeCloseTo(1 - high, 10)
        expect(mirrored[1]).toBeCloseTo(1 - low, 10)
      }),
    )
  })

  test('narrows with more answers of the same share', () => {
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const narrow = wilson(successes * 4, n * 4) as [number, number]
        const wide = wilson(successes, n) as [number, number]
        expect(narrow[1] - narrow[0]).toBeLessThan(wide[1] - wide[0])
      }),
    )
  })
})

describe('difference of two shares (Newcombe)', () => {
  // R. G. Newcombe, Stat. Med. 17 (1998), 873–890, table II, method 10, examples (a) to (h).
  test.each([
    [56, 70, 48, 80, [0.0524, 0.3339]],
    [9, 10, 3, 10, [0.1705, 0.809]],
    [6, 7, 2, 7, [0.0582, 0.8062]],
    [5, 56, 0, 29, [-0.0381, 0.1926]],
    [0, 10, 0, 20, [-0.1611, 0.2775]],
    [0, 10, 0, 10, [-0.2775, 0.2775]],
    [10, 10, 0, 20, [0.6791, 1]],
    [10, 10, 0, 10, [0.6075, 1]],
  ])('%i of %i against %i of %i, as published', (a, m, b, n, published) => {
    const found = newcombe({ successes: a, n: m }, { successes: b, n })
    expect(rounded(found?.interval)).toEqual(published)
    expect(found?.difference).toBeCloseTo(a / m - b / n, 12)
  })

  test('one group empty: no comparison', () => {
    expect(newcombe({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toBeNull()
  })

  test('changing places changes the sign', () => {
    const part = fc
      .integer({ min: 1, max: 400 })
      .chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))
    fc.assert(
      fc.property(part, part, (one, two) => {
        const there = newcombe(one, two)
        const back = newcombe(two, one)
        expect(there?.interval[0]).toBeCloseTo(-(back?.interval[1] ?? Number.NaN), 10)
        expect(there?.interval[0]).toBeGreaterThanOrEqual(-1 - 1e-12)
      }),
    )
  })
})

describe('coverage, by simulation', () => {
  /** Mulberry32: the same draws on every machine. */
  function dice(seed: number) {
    let state = seed
    return () => {
      state = (state + 0x6d2b79f5) | 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
    }
  }
  const draw = (roll: () => number, n: number, share: number) =>
    Array.from({ length: n }).reduce<number>((sum) => sum + (roll() < share ? 1 : 0), 0)
  const DRAWS = 10_000

  test.each([
    [0.6, 312],
    [0.14, 312],
    [0.33, 41],
  ])('a share of %d among %i firms lies in 95% ± 1.5 of the intervals', (share, n) => {
    const roll = dice(20260713)
    let held = 0
    for (let i = 0; i < DRAWS; i++) {
      const [low, high] = wilson(draw(roll, n, share), n) as [number, number]
      if (low <= share && share <= high) held++
    }
    expect(Math.abs(held / DRAWS - 0.95)).toBeLessThan(0.015)
  })

  test('so does the difference between 63% of 74 and 31% of 238', () => {
    const roll = dice(7)
    let held = 0
    for (let i = 0; i < DRAWS; i++) {
      const found = newcombe({ successes: draw(roll, 74, 0.63), n: 74 }, { successes: draw(roll, 238, 0.31), n: 238 })
      if (found && found.interval[0] <= 0.32 && 0.32 <= found.interval[1]) held++
    }
    expect(Math.abs(held / DRAWS - 0.95)).toBeLessThan(0.015)
  })
})

test('a percentage needs ten answers', () => {
  expect(showShare(9)).toBe(false)
  expect(showShare(10)).toBe(true)
})

test('intervals that touch overlap', () => {
  expect(overlap([0.1, 0.3], [0.3, 0.5])).toBe(true)
  expect(overlap([0.1, 0.3], [0.31, 0.5])).toBe(false)
  expect(overlap([0.1, 0.9], [0.3, 0.5])).toBe(true)
})
