import type { Evidence } from '@/lib/evidence/catch-up'
import { MET, TAKEN_UP } from '@/lib/evidence/facts'
import type { Names } from '@/lib/evidence/names'
import { isLater, type Sieve, sieveOf, told } from '@/lib/evidence/sieve'
import type { InsightFilter } from '@/lib/insight/schema'

/** What visited firms asked for: `words` of 32 bits each for a firm, a bit for a type of need at its place in the list. */
export type Asked = {
  words: number
  types: Uint32Array
  /** By the serial of a type. */
  places: Int16Array
  /** By firm: 0 asked for nothing, else `ASKED` and what became of it. */
  outcome: Uint8Array
}
export const ASKED = 1

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
    const { firms, needs } = this.evidence.facts
    const { bits, firm, at, visit, call, campaign, type } = needs.columns
    const { until } = this.sieve
    const { words, places } = spread(this.evidence.lists.needTypes)
    const [types, outcome] = [new Uint32Array(firms.n * words), new Uint8Array(firms.n)]
    const visitedFor = this.visitedFor()
    for (let i = 1; i < needs.n; i++) {
      const of = firm[i] as number
      const status = bits[i] as number
      if (status === 0 || (visit[i] === 0 && call[i] === 0) || !((at[i] as number) < until)) continue
      if (!visitedFor(of, campaign[i] as number)) continue
      const one = places[type[i] as number] as number
      ;(types[of * words + (one >> 5)] as number) |= 1 << (one & 31)
      ;(outcome[of] as number) |= ASKED | (status & (TAKEN_UP | MET))
    }
    return { words, types, places, outcome }
  }

  /** Whether a firm was visited for a campaign. */
  private visitedFor(): (firm: number, campaign: number) => boolean {
    const { facts, lists } = this.evidence
    const { firm, campaign } = facts.visits.columns
    const { words, places } = spread(lists.campaigns)
    const pairs = new Uint32Array(facts.firms.n * words)
    const told = this.visits
    for (let i = 1; i < told.length; i++) {
      const one = places[campaign[i] as number] as number
      if (told[i] === 1) (pairs[(firm[i] as number) * words + (one >> 5)] as number) |= 1 << (one & 31)
    }
    return (of, serial) => {
      const one = places[serial] as number
      return serial > 0 && ((pairs[of * words + (one >> 5)] as number) & (1 << (one & 31))) !== 0
    }
  }
}

/** A bit for each name of a list: how many words of 32 it takes, and the place of each by its serial. */
function spread({ ids }: Names) {
  const places = new Int16Array(ids.length)
  let names = 0
  // Passes over the gaps of a sequence.
  ids.forEach((_, serial) => {
    places[serial] = names++
  })
  return { words: Math.max(1, (names + 31) >> 5), places }
}
