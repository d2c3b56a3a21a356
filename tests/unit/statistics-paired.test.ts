import { describe, expect, test } from 'vitest'
import { correlationOf, differ, newcombe, type Part, type Shared } from '@/lib/statistics/newcombe'
import { wilson } from '@/lib/statistics/wilson'

function between(first: Part, second: Part, shared: Shared) {
  const [one, two] = [wilson(first.successes, first.n), wilson(second.successes, second.n)]
  if (!one || !two) throw new Error('nobody')
  return differ(
    { share: first.successes / first.n, interval: one },
    { share: second.successes / second.n, interval: two },
    correlationOf([first.n, second.n], shared),
  )
}

/** Numbers that are the same each time (Park and Miller). */
function chance(seed: number) {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

describe('the difference of two shares with firms in common', () => {
  test('is Newcombe’s where they have none', () => {
    const [first, second] = [
      { successes: 56, n: 70 },
      { successes: 48, n: 80 },
    ]
    const found = between(first, second, { n: 0, first: 0, second: 0, both: 0 })
    // Newcombe 1998, 873–890, example (a): method 10 gives 0.0524 to 0.3339.
    expect(found.interval[0]).toBeCloseTo(0.0524, 4)
    expect(found.interval[1]).toBeCloseTo(0.3339, 4)
    expect(found).toEqual(newcombe(first, second))
  })
  test('of the same firms asked twice, calculated by hand from the formulas of Newcombe 1998, 2635–2650', () => {
    // Of 50: 20 on both sides, 12 on the first alone, 3 on the second alone, 15 on neither.
    // φ = (20·15 − 12·3 − 25) / √(32·18·23·27) = 239/598.1; Wilson: 32/50 0.5014–0.7586, 23/50 0.3297–0.5960.
    const shared = { n: 50, first: 32, second: 23, both: 20 }
    expect(correlationOf([50, 50], shared)).toBeCloseTo(239 / Math.sqrt(32 * 18 * 23 * 27), 10)
    const { difference, interval } = between({ successes: 32, n: 50 }, { successes: 23, n: 50 }, shared)
    const phi = 239 / Math.sqrt(32 * 18 * 23 * 27)
    const [l1, u1, l2, u2] = [0.64 - 0.501_406, 0.758_605 - 0.64, 0.46 - 0.329_743, 0.596_033 - 0.46]
    expect(difference).toBeCloseTo(0.18, 12)
    expect(interval[0]).toBeCloseTo(0.18 - Math.sqrt(l1 ** 2 - 2 * phi * l1 * u2 + u2 ** 2), 4)
    expect(interval[1]).toBeCloseTo(0.18 + Math.sqrt(u1 ** 2 - 2 * phi * u1 * l2 + l2 ** 2), 4)
  })
  test('nobody’s answers differ: no correlation to speak of', () => {
    expect(correlationOf([20, 20], { n: 20, first: 20, second: 11, both: 11 })).toBe(0)
  })
  test.each([
    ['nobody in common', 0, 0.8],
    ['half in common, answers last', 60, 0.8],
    ['half in common, answers turn', 60, 0.1],
    ['the same firms, answers last', 120, 0.8],
  ])(
    'covers the true difference in 95 % ± 1.5 of 10,000 draws or, with lasting answers, more: %s',
    (_, common, lasts) => {
      const [n, p, q] = [120, 0.45, 0.3]
      const random = chance(20_261_124)
      // A firm that asked the first time asks again with `again`, one that did not with `anew`; in all `q` ask.
      const again = Math.min(1, lasts * 0.6)
      const anew = (q - p * again) / (1 - p)
      let covered = 0
      const draws = 10_000
      for (let draw = 0; draw < draws; draw++) {
        const shared = { n: common, first: 0, second: 0, both: 0 }
        const [first, second] = [
          { successes: 0, n },
          { successes: 0, n },
        ]
        for (let firm = 0; firm < n; firm++) {
          const asks = random() < p
          const isShared = firm < common
          const then = isShared ? random() < (asks ? again : anew) : random() < q
          first.successes += Number(asks)
          second.successes += Number(then)
          if (isShared) {
            shared.first += Number(asks)
            shared.second += Number(then)
            shared.both += Number(asks && then)
          }
        }
        const { interval } = between(first, second, shared)
        covered += Number(interval[0] <= p - q && p - q <= interval[1])
      }
      expect(covered / draws).toBeGreaterThanOrEqual(0.935)
      expect(covered / draws).toBeLessThanOrEqual(0.965 + (common > 0 && lasts > 0.5 ? 0.015 : 0))
    },
  )
})
