import { latestOf } from '@/lib/evidence/columns'
import { MET, SAID, TAKEN_UP } from '@/lib/evidence/facts'
import { nextIn, type Selection } from '@/lib/evidence/selection'

export const ASKED = 1

/**
 * What visited firms asked for in the campaigns they were visited for in the filter, at the visit or on the phone before
 * it, up to the end of the period: of one firm after another.
 */
export class Asked {
  /** Of the firm looked at: bits `ASKED`, `TAKEN_UP` and `MET`. */
  outcome = 0
  /** Of the firm looked at: the serials of the types of need, each once; the first `count`. */
  readonly types: Int16Array
  count = 0
  /** By the serial of a type: the firm that asked for it last, of those looked at. */
  private readonly by: Int32Array

  constructor(private readonly selection: Selection) {
    const { length } = selection.evidence.lists.needTypes.ids
    this.types = new Int16Array(length)
    this.by = new Int32Array(length)
  }

  /** `visit`: its last one in the filter. */
  look(firm: number, visit: number): this {
    const { needs } = this.selection.evidence.facts
    const { bits, at, campaign, type } = needs.columns
    const { until } = this.selection.sieve
    this.outcome = 0
    this.count = 0
    for (let need = latestOf(needs, firm); need !== 0; need = needs.chain.previous[need] as number) {
      const status = bits[need] as number
      if ((status & SAID) === 0 || !((at[need] as number) < until)) continue
      if (!this.isVisitedFor(campaign[need] as number, visit)) continue
      this.outcome |= ASKED | (status & (TAKEN_UP | MET))
      const what = type[need] as number
      if (this.by[what] === firm) continue
      this.by[what] = firm
      this.types[this.count++] = what
    }
    return this
  }

  asks(type: number): boolean {
    return this.types.subarray(0, this.count).includes(type)
  }

  private isVisitedFor(campaign: number, last: number): boolean {
    const { chain, columns } = this.selection.evidence.facts.visits
    let visit = last
    while (visit !== 0 && columns.campaign[visit] !== campaign) {
      visit = nextIn(this.selection.visits, chain.previous, chain.previous[visit] as number)
    }
    return visit !== 0
  }
}
