import type { Evidence } from '@/lib/evidence/catch-up'
import { isLater } from '@/lib/evidence/columns'
import { needsSaid } from '@/lib/evidence/needs-said'
import { type Sieve, sieveOf, told } from '@/lib/evidence/sieve'
import type { InsightFilter } from '@/lib/insight/schema'

/** The evidence a filter selects. What several aggregates need of it is found once. */
export class Selection {
  readonly sieve: Sieve
  private found: { calls?: Uint8Array; visits?: Uint8Array; needs?: Uint8Array } = {}

  constructor(
    readonly evidence: Evidence,
    readonly filter: InsightFilter,
  ) {
    this.sieve = sieveOf(evidence, filter)
  }

  /** 1 at each call of the filter. */
  get calls(): Uint8Array {
    this.found.calls ??= told(this.sieve, this.evidence.facts.calls)
    return this.found.calls
  }

  /** 1 at each visit of the filter. */
  get visits(): Uint8Array {
    this.found.visits ??= told(this.sieve, this.evidence.facts.visits)
    return this.found.visits
  }

  /** 1 at each need said in the filter. */
  get needs(): Uint8Array {
    this.found.needs ??= needsSaid(this)
    return this.found.needs
  }
}

/** What several aggregates need of a selection, found once. */
export function once<T>(find: (selection: Selection) => T): (selection: Selection) => T {
  const found = new WeakMap<Selection, T>()
  return (selection) => {
    const known = found.get(selection)
    if (known !== undefined) return known
    const one = find(selection)
    found.set(selection, one)
    return one
  }
}

/** By firm: its last visit in the filter, as which it is counted; 0 where it has none. */
export const lastVisits = once(({ evidence, visits: chosen }: Selection): Int32Array => {
  const { firms, visits } = evidence.facts
  const { firm } = visits.columns
  const last = new Int32Array(firms.n)
  for (let visit = 1; visit < chosen.length; visit++) {
    if (chosen[visit] === 0) continue
    const of = firm[visit] as number
    const other = last[of] as number
    if (other === 0 || isLater(visits, visit, visits, other)) last[of] = visit
  }
  return last
})

/** The first row from `row` on that is chosen, 0 for none. */
export function nextIn(chosen: Uint8Array, previous: Int32Array, row: number): number {
  let one = row
  while (one !== 0 && chosen[one] === 0) one = previous[one] as number
  return one
}
