import type { Evidence } from '@/lib/evidence/catch-up'
import { MET, SAID, TAKEN_UP } from '@/lib/evidence/facts'
import type { Names } from '@/lib/evidence/names'
import { isLater, type Sieve, sieveOf, told } from '@/lib/evidence/sieve'
import type { InsightFilter } from '@/lib/insight/schema'

/**
 * What visited firms asked for, all of a firm together, since what is scattered over memory is slow to come by: `stride`
 * words of 32 bits from `firm * stride`. From the word `at` on, the first bits are `ASKED`, `TAKEN_UP` and `MET`; then
 * comes one for each type of need, at its place in the list and `FIRST_TYPE`.
 */
export type Asked = {
  stride: number
  at: number
  marks: Uint32Array
  /** By the serial of a type. */
  places: Int16Array
}
export const ASKED = 1
export const OUTCOME = ASKED | TAKEN_UP | MET
export const FIRST_TYPE = 3

/** The evidence a filter selects. What several aggregates need of it is found once. */
export class Selection {
  readonly sieve: Sieve
  private found: { calls?: Uint8Array; visits?: Uint8Array; last?: Int32Array; asked?: Asked } = {}

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

  /** By firm: its last visit in the filter, as which it is counted; 0 where it has none. */
  get last(): Int32Array {
    this.found.last ??= this.lastVisits()
    return this.found.last
  }

  /**
   * What the visited firms asked for in the campaign they were visited for, at the visit or on the phone before it, up to
   * the end of the period.
   */
  get asked(): Asked {
    this.found.asked ??= this.askedFor()
    return this.found.asked
  }

  private lastVisits(): Int32Array {
    const { visits, firms } = this.evidence.facts
    const { firm } = visits.columns
    const last = new Int32Array(firms.n)
    const told = this.visits
    for (let i = 1; i < told.length; i++) {
      if (told[i] === 0) continue
      const of = firm[i] as number
      const before = last[of] as number
      if (before === 0 || isLater(visits, i, visits, before)) last[of] = i
    }
    return last
  }

  private askedFor(): Asked {
    const { facts, lists } = this.evidence
    const { bits, firm, at: when, campaign, type } = facts.needs.columns
    const { until } = this.sieve
    // Before the types of need: a bit for each campaign the firm was visited for.
    const { words: at, places: campaigns } = spread(lists.campaigns, 0)
    const { words, places } = spread(lists.needTypes, FIRST_TYPE)
    const stride = at + words
    const marks = new Uint32Array(facts.firms.n * stride)
    const visits = facts.visits.columns
    const told = this.visits
    for (let i = 1; i < told.length; i++) {
      if (told[i] === 0) continue
      const one = campaigns[visits.campaign[i] as number] as number
      ;(marks[(visits.firm[i] as number) * stride + (one >> 5)] as number) |= 1 << (one & 31)
    }
    for (let i = 1; i < facts.needs.n; i++) {
      const status = bits[i] as number
      if ((status & SAID) === 0 || campaign[i] === 0 || !((when[i] as number) < until)) continue
      const of = (firm[i] as number) * stride
      const one = campaigns[campaign[i] as number] as number
      if (((marks[of + (one >> 5)] as number) & (1 << (one & 31))) === 0) continue
      const place = places[type[i] as number] as number
      ;(marks[of + at] as number) |= ASKED | (status & (TAKEN_UP | MET))
      ;(marks[of + at + (place >> 5)] as number) |= 1 << (place & 31)
    }
    return { stride, at, marks, places }
  }
}

/** A bit for each name of a list from `first` on: how many words of 32 they take, and the place of each by its serial. */
function spread({ ids }: Names, first: number) {
  const places = new Int16Array(ids.length)
  let names = first
  // Passes over the gaps of a sequence.
  ids.forEach((_, serial) => {
    places[serial] = names++
  })
  return { words: Math.max(1, (names + 31) >> 5), places }
}
