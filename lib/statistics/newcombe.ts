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
 * Source: G. Y. Zou, A. Donner, "Construction of confidence limits about effect measures: a general approach",
 * Statistics in Medicine 27 (2008), 1693–1702.
 */
export function differ(first: Estimate, second: Estimate): Difference {
  const difference = first.share - second.share
  const low = Math.hypot(first.share - first.interval[0], second.interval[1] - second.share)
  const high = Math.hypot(first.interval[1] - first.share, second.share - second.interval[0])
  return { difference, interval: [difference - low, difference + high] }
}
