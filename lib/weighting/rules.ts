import { type Stratified, stratified } from '@/lib/statistics/strata'
import { kish } from '@/lib/statistics/weights'
import { type Interval, wilson } from '@/lib/statistics/wilson'

/** Firms counted, all of one stratum of the draw where the figures are weighted. */
export type Counted = { stratum?: string | null; firms: number }
export type Estimated = { share: number; interval: Interval }
/** The share that the second list is of the first, with its interval; null where the first is empty. */
export type Weigh = (base: Counted[], successes: Counted[], level?: number) => Estimated | null

const total = (list: Counted[]) => list.reduce((sum, { firms }) => sum + firms, 0)

/** Every visited firm counts once: a share of those visited. */
export const unweighted: Weigh = (base, successes, level) => {
  const [n, some] = [total(base), total(successes)]
  const interval = wilson(some, n, level)
  return interval && { share: some / n, interval }
}

/** A stratum of the draw: firms of its frame, and how many of them answered. */
export type StratumCount = { key: string; frame: number; visited: number; answered: number }

/**
 * Each firm weighs the frame of its stratum divided by the firms there that answered: those not reached are taken to be
 * like the others of their stratum. Firms that were not drawn weigh nothing.
 */
export function weighBy(strata: StratumCount[], seen: 'visited' | 'answered'): Weigh {
  return (base, successes, level) => {
    const found = estimate(strata, seen, base, successes, level)
    return found && { share: found.share, interval: found.interval }
  }
}

function estimate(
  strata: StratumCount[],
  seen: 'visited' | 'answered',
  base: Counted[],
  successes: Counted[],
  level?: number,
): Stratified | null {
  const [all, some] = [byStratum(base), byStratum(successes)]
  const parts = strata.map((stratum) => {
    const part = all.get(stratum.key) ?? 0
    const sampled = Math.max(stratum[seen], part)
    return { frame: Math.max(stratum.frame, sampled), sampled, base: part, successes: some.get(stratum.key) ?? 0 }
  })
  return stratified(parts, level)
}

function byStratum(list: Counted[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { stratum, firms } of list) if (stratum) sums.set(stratum, (sums.get(stratum) ?? 0) + firms)
  return sums
}

/**
 * What the weights of a campaign are made of: firms of the frame, those visited, what part nobody visited, Kish's design
 * effect, and so many firms of equal weight would say as much (`effective`).
 */
export function weightsOf(strata: StratumCount[]) {
  const frame = strata.reduce((sum, stratum) => sum + stratum.frame, 0)
  const seen = strata.filter(({ visited }) => visited > 0)
  const covered = seen.reduce((sum, stratum) => sum + stratum.frame, 0)
  const { designEffect, effective } = kish(
    seen.map((stratum) => ({ weight: stratum.frame / stratum.visited, n: stratum.visited })),
  )
  const weighed = seen.reduce((sum, { visited }) => sum + visited, 0)
  return { frame, weighed, unseen: frame ? 1 - covered / frame : 0, designEffect, effective }
}
