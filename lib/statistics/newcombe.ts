import { type Interval, wilson } from './wilson'

/** How many of how many. */
export type Part = { successes: number; n: number }
/** A share (0–1) and its interval, however it was estimated. */
export type Estimate = { share: number; interval: Interval }
/** First minus second, between −1 and 1. */
export type Difference = { difference: number; interval: Interval }

/**
 * Difference of two independent shares (first minus second, between −1 and 1) with its interval; null where one of the
 * groups has no answers.
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17 (1998), 873–890: method 10, the hybrid of two Wilson intervals without continuity correction.
 */
export function newcombe(first: Part, second: Part, level = 0.95): Difference | null {
  const one = wilson(first.successes, first.n, level)
  const two = wilson(second.successes, second.n, level)
  if (!one || !two) return null
  const [share, other] = [first.successes / first.n, second.successes / second.n]
  return differ({ share, interval: one }, { share: other, interval: two })
}

/**
 * The same hybrid for shares estimated in another way, such as weighted ones; both intervals of the same level.
 * `correlation` of the two estimates (`correlationOf`); 0 for independent ones.
 * Sources: G. Y. Zou, A. Donner, "Construction of confidence limits about effect measures: a general approach",
 * Statistics in Medicine 27 (2008), 1693–1702; correlated ones: G. Y. Zou, "Toward using confidence intervals to compare
 * correlations", Psychological Methods 12 (2007), 399–413.
 */
export function differ(first: Estimate, second: Estimate, correlation = 0): Difference {
  const difference = first.share - second.share
  const reach = (one: number, two: number) => Math.sqrt(Math.max(0, one ** 2 + two ** 2 - 2 * correlation * one * two))
  const low = reach(first.share - first.interval[0], second.interval[1] - second.share)
  const high = reach(first.interval[1] - first.share, second.share - second.interval[0])
  return { difference, interval: [difference - low, difference + high] }
}

/** Firms that are in both bases: how many, how many count on the first side, on the second, and on both. */
export type Shared = { n: number; first: number; second: number; both: number }

/**
 * Correlation of two shares whose bases have some firms in common (−1 to 1; 0 where they have none, or where those give
 * all the same answer on a side): φ of these firms, in proportion to their part of the bases.
 * Sources: B. Derrick et al., "Test statistics for comparing two proportions with partially overlapping samples", Journal
 * of Applied Quantitative Methods 10 (2015), 1–14; the correction of φ where it is positive, which widens the interval:
 * R. G. Newcombe, "Improved confidence intervals for the difference between binomial proportions based on paired data",
 * Statistics in Medicine 17 (1998), 2635–2650, method 10.
 */
export function correlationOf(bases: readonly [number, number], { n, first, second, both }: Shared): number {
  const spread = Math.sqrt(first * (n - first) * second * (n - second))
  if (spread === 0) return 0
  const product = both * (n - first - second + both) - (first - both) * (second - both)
  const corrected = product > 0 ? Math.max(0, product - n / 2) : product
  return ((corrected / spread) * n) / Math.sqrt(bases[0] * bases[1])
}
