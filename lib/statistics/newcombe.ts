import { type Interval, wilson } from './wilson'

/** How many of how many. */
export type Part = { successes: number; n: number }

/**
 * Difference of two independent shares (first minus second, between −1 and 1) with its interval; null where one of the
 * groups has no answers.
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17 (1998), 873–890: method 10, the hybrid of two Wilson intervals without continuity correction.
 */
export function newcombe(first: Part, second: Part, level = 0.95): { difference: number; interval: Interval } | null {
  const one = wilson(first.successes, first.n, level)
  const two = wilson(second.successes, second.n, level)
  if (!one || !two) return null
  const share1 = first.successes / first.n
  const share2 = second.successes / second.n
  const difference = share1 - share2
  const low = difference - Math.hypot(share1 - one[0], two[1] - share2)
  const high = difference + Math.hypot(one[1] - share1, share2 - two[0])
  return { difference, interval: [low, high] }
}
