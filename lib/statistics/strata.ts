import jStat from 'jstat'
import { kish } from './weights'
import { type Interval, score } from './wilson'

/** What is known of one stratum, in firms. */
export type Stratum = {
  /** In the frame: N of the stratum. */
  frame: number
  /** Of these, seen: n of the stratum. */
  sampled: number
  /** Of the seen, those the share is of; all of them, unless a filter leaves out some. */
  base?: number
  /** Of the base, those that have what is counted. */
  successes: number
}

export type Stratified = {
  /** Estimated share of the frame, between 0 and 1. */
  share: number
  interval: Interval
  /** Of the estimated share; 0 for a census and where no stratum varies. */
  variance: number
  /** Satterthwaite's; infinite for a census. */
  freedom: number
  /** So many firms of a simple random sample would say as much. */
  effective: number
  /** Part of the frame whose strata have nobody seen: of it the estimate says nothing. */
  unseen: number
}

/** A stratum of one has no variance of its own: such strata are put together, a lone one with the smallest other. */
function collapse(strata: Required<Stratum>[]): Required<Stratum>[] {
  const alone = strata.filter(({ sampled, frame }) => sampled === 1 && frame > 1)
  const others = strata.filter((stratum) => !alone.includes(stratum))
  if (alone.length === 1 && others.length) {
    const smallest = others.reduce((least, stratum) => (stratum.sampled < least.sampled ? stratum : least))
    others.splice(others.indexOf(smallest), 1)
    alone.push(smallest)
  }
  const total = (of: keyof Stratum) => alone.reduce((sum, stratum) => sum + stratum[of], 0)
  const pair = { frame: total('frame'), sampled: total('sampled'), base: total('base'), successes: total('successes') }
  return alone.length ? [...others, pair] : others
}

/**
 * Share of the firms of a frame, estimated from a stratified sample drawn without replacement, each firm weighing
 * N/n of its stratum; null where the base is empty. A filter that cuts across the strata makes it a ratio (domain)
 * estimate.
 * Throws RangeError where the counts of a stratum cannot be.
 *
 * Variance with finite-population correction: W. G. Cochran, Sampling Techniques (3rd ed. 1977), eq. 5.57 for the whole
 * (§5.10), §5A.14 for domains; strata of one are collapsed (§5A.12), which overstates it; degrees of freedom by eq.
 * 5.16. Interval: Wilson's, with the effective base p(1−p)/variance and Student's quantile, since the symmetric one
 * leaves 0–1 and covers too little near its ends (E. L. Korn, B. I. Graubard, Survey Methodology 24 (1998), 193–201).
 * Where nothing varies within the strata, the effective base is Kish's.
 */
export function stratified(all: Stratum[], level = 0.95): Stratified | null {
  const strata = all.map(complete)
  const seen = strata.filter(({ sampled }) => sampled > 0)
  const weighted = (of: 'base' | 'successes') => seen.reduce((sum, one) => sum + (one.frame / one.sampled) * one[of], 0)
  const total = weighted('base')
  if (total === 0) return null
  const share = weighted('successes') / total
  const frame = strata.reduce((sum, one) => sum + one.frame, 0)
  const unseen = 1 - seen.reduce((sum, one) => sum + one.frame, 0) / frame

  const parts = collapse(seen).map((stratum) => spread(stratum, share))
  const variance = parts.reduce((sum, one) => sum + one.part, 0) / total ** 2
  if (seen.every((one) => one.sampled === one.frame)) {
    return { share, interval: [share, share], variance, freedom: Infinity, effective: Infinity, unseen }
  }
  const squares = parts.reduce((sum, { part, freedom }) => sum + (freedom ? part ** 2 / freedom : 0), 0)
  const most = seen.reduce((sum, one) => sum + one.sampled - 1, 0)
  const freedom = squares > 0 ? (variance * total ** 2) ** 2 / squares : Math.max(1, most)
  const weights = seen.map((one) => ({ weight: one.frame / one.sampled, n: one.base }))
  const varies = variance > 0 && share > 0 && share < 1
  const effective = varies ? (share * (1 - share)) / variance : kish(weights).effective
  const quantile = jStat.studentt.inv(1 - (1 - level) / 2, freedom)
  return { share, interval: score(share, effective, quantile), variance, freedom, effective, unseen }
}

function complete({ frame, sampled, base = sampled, successes }: Stratum): Required<Stratum> {
  const counts = [successes, base, sampled, frame]
  const possible = counts.every((count, i) => Number.isInteger(count) && count >= (counts[i - 1] ?? 0))
  if (!possible) throw new RangeError(`${successes} of ${base} among ${sampled} seen of ${frame}`)
  return { frame, sampled, base, successes }
}

/** What a stratum adds to the variance of the total of `value − share` over the base. */
function spread({ frame, sampled, base, successes }: Required<Stratum>, share: number) {
  const freedom = sampled - 1
  if (freedom === 0) return { part: 0, freedom }
  const sum = successes - share * base
  const squares = successes * (1 - share) ** 2 + (base - successes) * share ** 2
  const variance = (squares - sum ** 2 / sampled) / freedom
  return { part: Math.max(0, ((frame * (frame - sampled)) / sampled) * variance), freedom }
}
