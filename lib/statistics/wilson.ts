import jStat from 'jstat'

/** Shares between 0 and 1, low first. */
export type Interval = readonly [low: number, high: number]

/** Two-sided quantile of the standard normal: 1.959964 for 0.95. */
export function zOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level of confidence lies between 0 and 1, not ${level}`)
  return jStat.normal.inv(1 - (1 - level) / 2, 0, 1)
}

/**
 * Score interval of a share, without continuity correction; null where nobody answered. No successes begin exactly at
 * 0 and all successes end exactly at 1.
 * Throws RangeError where `successes` are not whole numbers between 0 and `n`.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212.
 */
export function wilson(successes: number, n: number, level = 0.95): Interval | null {
  if (!Number.isInteger(n) || !Number.isInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(`${successes} successes of ${n}`)
  }
  return n === 0 ? null : score(successes / n, n, zOf(level))
}

/** Wilson's interval of a share (0–1) for a base that need not be whole, such as an effective one, and its quantile. */
export function score(share: number, n: number, quantile: number): Interval {
  const centre = share + quantile ** 2 / (2 * n)
  const reach = quantile * Math.sqrt((share * (1 - share)) / n + quantile ** 2 / (4 * n ** 2))
  const scale = 1 + quantile ** 2 / n
  return [share === 0 ? 0 : (centre - reach) / scale, share === 1 ? 1 : (centre + reach) / scale]
}
