/** How a sample is shared out among its strata. */
export const ALLOCATIONS = ['proportional', 'equal', 'optimal', 'by_hand'] as const
export type Allocation = (typeof ALLOCATIONS)[number]

export type AllocationStratum = {
  /** Units of the frame in the stratum, a whole number. */
  size: number
  /** What an estimate is wanted for (a sector): strata of one domain answer together. */
  domain: string
  /** Share of the measure, between 0 and 1, where an earlier survey tells it; else 0.5, the widest case. */
  share?: number
}

type Bounds = { low: number; high: number }

/**
 * Whole numbers of units to draw from each stratum, in the order given: their sum is exactly `total`, none is above the
 * stratum's size, none below `minimum` (or the whole stratum where that is smaller).
 * - proportional: n_h ∝ N_h, every firm with the same chance.
 * - equal: n_h the same everywhere.
 * - optimal: the widest of the domains' intervals becomes as narrow as `total` allows, that is, all become equally wide
 *   (n_d = 1 / (V / S_d² + 1 / N_d), with V the variance they share); inside a domain Neyman's n_h ∝ N_h S_h.
 * Throws RangeError where the bounds leave no such numbers: see `possibleTotal`.
 * Sources: J. Neyman, JRSS 97 (1934), 558–625; W. G. Cochran, Sampling Techniques, 3rd ed. (1977), §§ 4.6, 5.5 and 5.6; equal
 * precision of domains is the limit q → 0 of M. D. Bankier's power allocation, The American Statistician 42 (1988), 174–177.
 */
export function allocate(
  strata: AllocationStratum[],
  total: number,
  rule: Exclude<Allocation, 'by_hand'>,
  minimum = 0,
): number[] {
  const bounds = strata.map(({ size }) => ({ low: Math.min(minimum, size), high: size }))
  const { low, high } = possibleTotal(strata, minimum)
  if (!Number.isInteger(total) || total < low || total > high) {
    throw new RangeError(`${total} units of ${low} to ${high}`)
  }
  if (rule === 'optimal') return wholeNumbers(equallyPrecise(strata, bounds, total), bounds, total)
  const weights = strata.map(({ size }) => (rule === 'equal' ? Math.sign(size) : size))
  return wholeNumbers(inProportion(weights, bounds, total), bounds, total)
}

/** The fewest and the most units that can be drawn with this minimum in each stratum. */
export function possibleTotal(strata: Pick<AllocationStratum, 'size'>[], minimum = 0): Bounds {
  const sum = (of: (size: number) => number) => strata.reduce((all, { size }) => all + of(size), 0)
  return { low: sum((size) => Math.min(minimum, size)), high: sum((size) => size) }
}

/** Standard deviation of a yes or no in the stratum: S² = N P Q / (N − 1), Cochran § 3.2. */
function deviation({ size, share = 0.5 }: AllocationStratum): number {
  return size > 1 ? Math.sqrt((size / (size - 1)) * share * (1 - share)) : 0.5
}

function equallyPrecise(strata: AllocationStratum[], bounds: Bounds[], total: number): number[] {
  const members = Map.groupBy(strata.keys(), (index) => strata[index]?.domain ?? '')
  const domains = [...members.values()].map((indexes) => {
    const own = indexes.flatMap((index) => strata[index] ?? [])
    const size = own.reduce((sum, stratum) => sum + stratum.size, 0)
    // Neyman inside the domain: its variance falls like (Σ W_h S_h)² / n, and its end is at the whole domain.
    const spread = own.reduce((sum, stratum) => sum + (size ? stratum.size / size : 0) * deviation(stratum), 0)
    return { indexes, size, variance: spread ** 2, bounds: added(indexes.flatMap((index) => bounds[index] ?? [])) }
  })
  const parts = filled(
    domains.map((domain) => domain.bounds),
    total,
    (index, level) => {
      const { size = 0, variance = 0 } = domains[index] ?? {}
      return size && variance ? 1 / (1 / (level * variance) + 1 / size) : 0
    },
  )
  const numbers: number[] = strata.map(() => 0)
  domains.forEach(({ indexes }, at) => {
    const weights = indexes.map((index) => (strata[index] ? strata[index].size * deviation(strata[index]) : 0))
    const own = inProportion(
      weights,
      indexes.flatMap((index) => bounds[index] ?? []),
      parts[at] ?? 0,
    )
    indexes.forEach((index, place) => {
      numbers[index] = own[place] ?? 0
    })
  })
  return numbers
}

const added = (all: Bounds[]): Bounds =>
  all.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 })

const inProportion = (weights: number[], bounds: Bounds[], total: number) =>
  filled(bounds, total, (index, level) => level * (weights[index] ?? 0))

/** Real numbers within the bounds whose sum is `total`: `at(index, level)` grows with `level`, which is bisected. */
function filled(bounds: Bounds[], total: number, at: (index: number, level: number) => number): number[] {
  const within = (level: number) =>
    bounds.map(({ low, high }, index) => Math.min(high, Math.max(low, at(index, level))))
  let [low, high] = [-60, 60]
  for (let step = 0; step < 120; step++) {
    const middle = (low + high) / 2
    const sum = within(2 ** middle).reduce((all, one) => all + one, 0)
    if (sum < total) low = middle
    else high = middle
  }
  return within(2 ** high)
}

/** Largest remainder (Hamilton's method), inside the bounds; among equals the earlier stratum. */
function wholeNumbers(numbers: number[], bounds: Bounds[], total: number): number[] {
  // A sum that bisection met to the last few digits may lie just under a whole number.
  const whole = numbers.map((number, index) => Math.min(bounds[index]?.high ?? 0, Math.floor(number + 1e-9)))
  let left = total - whole.reduce((sum, one) => sum + one, 0)
  const byRemainder = [...whole.keys()].sort(
    (a, b) => remainder(numbers, whole, b) - remainder(numbers, whole, a) || a - b,
  )
  while (left !== 0) {
    const step = Math.sign(left)
    const open = (step > 0 ? byRemainder : byRemainder.toReversed()).filter((index) => {
      const next = (whole[index] ?? 0) + step
      return next >= (bounds[index]?.low ?? 0) && next <= (bounds[index]?.high ?? 0)
    })
    for (const index of open.slice(0, Math.abs(left))) whole[index] = (whole[index] ?? 0) + step
    left = total - whole.reduce((sum, one) => sum + one, 0)
  }
  return whole
}

const remainder = (numbers: number[], whole: number[], index: number) => (numbers[index] ?? 0) - (whole[index] ?? 0)
