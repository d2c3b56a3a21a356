import type { Evidence } from '@/lib/evidence/catch-up'
import { latestOf } from '@/lib/evidence/columns'
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

  /** The firm's last visit in the filter, as which it is counted; 0 where it has none. */
  lastVisit(firm: number): number {
    const { visits } = this.evidence.facts
    return nextIn(this.visits, visits.chain.previous, latestOf(visits, firm))
  }
}

/** The first row from `row` on that is chosen, 0 for none. */
export function nextIn(chosen: Uint8Array, previous: Int32Array, row: number): number {
  let one = row
  while (one !== 0 && chosen[one] === 0) one = previous[one] as number
  return one
}
