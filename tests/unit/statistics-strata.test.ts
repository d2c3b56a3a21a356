import { describe, expect, test } from 'vitest'
import { type Stratum, stratified } from '@/lib/statistics/strata'
import { wilson } from '@/lib/statistics/wilson'
import { seeded } from '@/prisma/demo/random'

/** A fraction of whole numbers, kept exactly. */
type Fraction = { over: bigint; under: bigint }
const fraction = (over: number, under = 1): Fraction => ({ over: BigInt(over), under: BigInt(under) })
const plus = (a: Fraction, b: Fraction) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under })
const decimal = ({ over, under }: Fraction) => Number((over * 10n ** 15n) / under) / 1e15

describe('a share estimated from strata', () => {
  // R. L. Scheaffer, W. Mendenhall, L. Ott, Elementary Survey Sampling: households watching a programme in two towns and
  // a rural area (N 155, 62, 93; 16 of 20, 2 of 8, 6 of 12): estimate .60, variance .0045.
  const towns = [
    { frame: 155, sampled: 20, successes: 16 },
    { frame: 62, sampled: 8, successes: 2 },
    { frame: 93, sampled: 12, successes: 6 },
  ]

  test('as published, and in exact fractions by Cochran’s eq. 5.57', () => {
    const found = stratified(towns)
    expect(found?.share).toBeCloseTo(0.6, 12)
    expect(found?.variance.toFixed(4)).toBe('0.0045')
    const exact = towns
      .map(({ frame: N, sampled: n, successes: a }) => fraction(N * (N - n) * a * (n - a), n * n * (n - 1)))
      .reduce(plus)
    expect(found?.variance).toBeCloseTo(decimal({ over: exact.over, under: exact.under * 310n * 310n }), 12)
  })

  test('on every possible sample of a small frame: right on average, and so is its variance', () => {
    // Three of four firms and one of five ask; two and three of them are seen: 6 × 10 samples.
    const [first, second] = [
      [1, 1, 1, 0],
      [1, 0, 0, 0, 0],
    ] as const
    const pairs = first.flatMap((a, i) => first.slice(i + 1).map((b) => a + b))
    const triples = second.flatMap((a, i) =>
      second.slice(i + 1).flatMap((b, j) => second.slice(i + j + 2).map((c) => a + b + c)),
    )
    expect([pairs.length, triples.length]).toEqual([6, 10])
    const samples = pairs.flatMap((one) =>
      triples.map((two) =>
        stratified([
          { frame: 4, sampled: 2, successes: one },
          { frame: 5, sampled: 3, successes: two },
        ]),
      ),
    )
    const mean = (of: (found: { share: number; variance: number }) => number) =>
      samples.reduce((sum, found) => sum + (found ? of(found) : Number.NaN), 0) / samples.length
    expect(mean(({ share }) => share)).toBeCloseTo(4 / 9, 12)
    expect(mean(({ variance }) => variance)).toBeCloseTo(
      mean(({ share }) => (share - 4 / 9) ** 2),
      12,
    )
  })

  test('part of the firms: the same as the linearised variance firm by firm', () => {
    const strata = [
      { frame: 60, sampled: 8, base: 5, successes: 3 },
      { frame: 200, sampled: 11, base: 4, successes: 1 },
    ]
    const found = stratified(strata)
    const total = strata.reduce((sum, { frame, sampled, base }) => sum + (frame / sampled) * base, 0)
    const share = strata.reduce((sum, { frame, sampled, successes }) => sum + (frame / sampled) * successes, 0) / total
    const byHand = strata.map(({ frame, sampled, base, successes }) => {
      const values = Array.from({ length: sampled }, (_, i) => (i < base ? Number(i < successes) - share : 0))
      const mean = values.reduce((sum, value) => sum + value, 0) / sampled
      const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sampled - 1)
      return (frame * (frame - sampled) * spread) / sampled / total ** 2
    })
    expect(found?.share).toBeCloseTo(share, 12)
    expect(found?.variance).toBeCloseTo(
      byHand.reduce((sum, part) => sum + part),
      12,
    )
  })

  test('one stratum of a large frame is nearly Wilson’s interval', () => {
    const found = stratified([{ frame: 50_000_000, sampled: 2000, successes: 700 }])
    const plain = wilson(700, 2000) as [number, number]
    expect(found?.interval[0]).toBeCloseTo(plain[0], 4)
    expect(found?.interval[1]).toBeCloseTo(plain[1], 4)
  })

  test('everybody seen: no doubt left; nobody: nothing to say', () => {
    expect(stratified([{ frame: 12, sampled: 12, successes: 9 }])?.interval).toEqual([0.75, 0.75])
    expect(stratified([{ frame: 12, sampled: 0, successes: 0 }])).toBeNull()
    expect(stratified([])).toBeNull()
    expect(stratified([{ frame: 12, sampled: 4, base: 0, successes: 0 }])).toBeNull()
  })

  test('says which part of the frame nobody has seen', () => {
    const found = stratified([
      { frame: 300, sampled: 30, successes: 12 },
      { frame: 100, sampled: 0, successes: 0 },
    ])
    expect(found).toMatchObject({ share: 0.4, unseen: 0.25 })
  })

  test('a stratum of one borrows the variance of another', () => {
    const lone = { frame: 40, sampled: 1, successes: 1 }
    const found = stratified([lone, ...towns])
    expect(found?.share).toBeCloseTo((0.6 * 310 + 40) / 350, 12)
    expect(found?.interval[1]).toBeLessThan(1)
    const only = stratified([lone])
    expect(only?.interval[1]).toBe(1)
    expect(only?.interval[0]).toBeLessThan(0.2)
  })

  test('none at all: an interval from 0 that is not empty', () => {
    const found = stratified(towns.map((town) => ({ ...town, successes: 0 })))
    expect(found?.interval[0]).toBe(0)
    expect(found?.interval[1]).toBeGreaterThan(0.05)
  })

  test('refuses counts that cannot be', () => {
    expect(() => stratified([{ frame: 5, sampled: 6, successes: 1 }])).toThrow(RangeError)
    expect(() => stratified([{ frame: 5, sampled: 4, base: 2, successes: 3 }])).toThrow(RangeError)
  })
})

describe('coverage, by simulation', () => {
  const DRAWS = 10_000
  /** Successes among `n` of `N` firms drawn without replacement, `K` of which ask. */
  function draw(next: () => number, N: number, K: number, n: number) {
    let [left, asking, found] = [N, K, 0]
    for (let i = 0; i < n; i++) {
      if (next() * left < asking) {
        asking--
        found++
      }
      left--
    }
    return found
  }

  // Firms in the frame, of these asking, drawn: proportionate, disproportionate, and a large part of a small frame.
  test.each([
    [
      'in proportion',
      [
        [4000, 2600, 80],
        [2500, 1000, 50],
        [1500, 300, 30],
      ],
    ],
    [
      'large firms drawn more often',
      [
        [4000, 1600, 60],
        [600, 330, 60],
        [80, 60, 40],
      ],
    ],
    [
      'half of the frame',
      [
        [120, 70, 60],
        [90, 30, 45],
        [60, 12, 30],
      ],
    ],
    ['many small strata', Array.from({ length: 12 }, (_, i) => [200 + 20 * i, 60 + 9 * i, 10])],
  ])('%s: 95% ± 1.5 of the intervals hold the share of the frame', (_, strata) => {
    const random = seeded(20260713)
    const [frame, asking] = [0, 1].map((i) => strata.reduce((sum, one) => sum + (one[i] ?? 0), 0))
    const truth = (asking ?? 0) / (frame ?? 1)
    let held = 0
    for (let i = 0; i < DRAWS; i++) {
      const seen = strata.map(([N = 0, K = 0, n = 0]): Stratum => {
        return { frame: N, sampled: n, successes: draw(random.next, N, K, n) }
      })
      const found = stratified(seen)
      if (found && found.interval[0] <= truth && truth <= found.interval[1]) held++
    }
    expect(Math.abs(held / DRAWS - 0.95)).toBeLessThan(0.015)
  })
})
