import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differ, newcombe } from '@/lib/statistics/newcombe'
import { rake } from '@/lib/statistics/raking'
import { kish, postStratify } from '@/lib/statistics/weights'
import { wilson } from '@/lib/statistics/wilson'

describe('the cost of weights (Kish)', () => {
  test('alike: none', () => {
    expect(kish([{ weight: 3, n: 40 }])).toEqual({ effective: 40, designEffect: 1 })
  })

  test('half of the firms weigh three times the others: 1.25, since 1 + cv² is 1 + 1/4', () => {
    const found = kish([
      { weight: 1, n: 50 },
      { weight: 3, n: 50 },
    ])
    expect(found.designEffect).toBeCloseTo(1.25, 12)
    expect(found.effective).toBeCloseTo(80, 12)
  })
})

describe('post-stratification', () => {
  const cells = [
    { population: 600, n: 20 },
    { population: 300, n: 60 },
    { population: 100, n: 0 },
  ]

  test('gives the sample the shares of the population, the mean weight 1', () => {
    const weights = postStratify(cells)
    expect(weights).toEqual([expect.closeTo(8 / 3, 12), expect.closeTo(4 / 9, 12), 0])
    expect((weights[0] ?? 0) * 20 + (weights[1] ?? 0) * 60).toBeCloseTo(80, 12)
  })

  test('changes nothing where the sample is like the population', () => {
    expect(
      postStratify([
        { population: 50, n: 5 },
        { population: 80, n: 8 },
      ]),
    ).toEqual([1, 1])
  })
})

describe('raking', () => {
  // Worked by hand: rows to 3/5 and 2/5, columns to 1/2 and 1/2. Raking keeps the cross ratio of the sample, here
  // (10·40)/(20·30) = 2/3; with x the first cell, x(x − 1/10)/((6/10 − x)(1/2 − x)) = 2/3 has the root below.
  const cells = [
    { keys: ['metals', 'small'], n: 10 },
    { keys: ['metals', 'large'], n: 20 },
    { keys: ['food', 'small'], n: 30 },
    { keys: ['food', 'large'], n: 40 },
  ]
  const margins = [
    new Map([
      ['metals', 600],
      ['food', 400],
    ]),
    new Map([
      ['small', 500],
      ['large', 500],
    ]),
  ]
  const share = (weights: number[], i: number) => ((weights[i] ?? 0) * (cells[i]?.n ?? 0)) / 100

  test('a table of two by two, against its closed form', () => {
    const found = rake(cells, margins)
    const [a, b, c] = [1 / 3, 0.1 * -1 + (2 / 3) * 1.1, -0.2]
    const root = (-b + Math.sqrt(b ** 2 - 4 * a * c)) / (2 * a)
    expect(found.converged).toBe(true)
    expect(share(found.weights, 0)).toBeCloseTo(root, 8)
    expect(share(found.weights, 1)).toBeCloseTo(0.6 - root, 8)
    expect(share(found.weights, 2)).toBeCloseTo(0.5 - root, 8)
  })

  test('one margin alone is post-stratification', () => {
    const sectors = [
      { keys: ['metals'], n: 30 },
      { keys: ['food'], n: 70 },
    ]
    const expected = postStratify([
      { population: 600, n: 30 },
      { population: 400, n: 70 },
    ])
    const { weights } = rake(sectors, [margins[0] ?? new Map()])
    expect(weights).toEqual(expected.map((weight) => expect.closeTo(weight, 8)))
  })

  test('any full table: the margins of the population, the cross ratios of the sample, mean weight 1', () => {
    const count = fc.integer({ min: 1, max: 60 })
    const table = fc.tuple(...Array.from({ length: 9 }, () => count))
    fc.assert(
      fc.property(table, fc.tuple(count, count, count), fc.tuple(count, count, count), (seen, rows, columns) => {
        const all = seen.map((n, i) => ({ keys: [`r${Math.floor(i / 3)}`, `c${i % 3}`], n }))
        const population = [rows, columns].map(
          (margin, i) => new Map(margin.map((firms, j) => [`${i ? 'c' : 'r'}${j}`, firms])),
        )
        const { weights, converged } = rake(all, population)
        expect(converged).toBe(true)
        const n = seen.reduce((sum, one) => sum + one, 0)
        expect(all.reduce((sum, cell, i) => sum + cell.n * (weights[i] ?? 0), 0) / n).toBeCloseTo(1, 8)
        const [w0 = 0, w1 = 0, , w3 = 0, w4 = 1] = weights
        expect((w0 * w4) / (w1 * w3)).toBeCloseTo(1, 6)
        const first = seen.slice(0, 3).reduce((sum, one, i) => sum + one * (weights[i] ?? 0), 0) / n
        expect(first).toBeCloseTo(rows[0] / (rows[0] + rows[1] + rows[2]), 7)
      }),
    )
  })

  test('says when margins contradict each other, and whom nobody has seen', () => {
    const diagonal = cells.filter((_, i) => i === 0 || i === 3)
    const found = rake(diagonal, margins)
    expect(found.converged).toBe(false)
    expect(found.off).toBeGreaterThan(0.01)
    const more = [new Map([...(margins[0] ?? []), ['textiles', 100]]), margins[1] ?? new Map()]
    expect(rake(cells, more).unseen).toEqual([['textiles'], []])
    expect(() => rake([{ keys: ['metals'], n: 1 }], margins)).toThrow(RangeError)
  })
})

test('the difference of two estimates is Newcombe’s where both are Wilson’s', () => {
  const [one, two] = [wilson(56, 70), wilson(48, 80)]
  if (!one || !two) throw new Error('no interval')
  expect(differ({ share: 0.8, interval: one }, { share: 0.6, interval: two })).toEqual(
    newcombe({ successes: 56, n: 70 }, { successes: 48, n: 80 }),
  )
})
