import type { Evidence } from '@/lib/evidence/catch-up'
import { type Chain, latestOf } from '@/lib/evidence/columns'
import { keeping } from '@/lib/evidence/kept'
import { needsSaid } from '@/lib/evidence/needs-said'
import { described, narrowed, type Sieve, sieveOf } from '@/lib/evidence/sieve'
import { firmPart, type InsightFilter } from '@/lib/insight/schema'

/** What a filter selects of the calls or the visits. */
export type Chosen = {
  /** 1 at each row. */
  is: Uint8Array
  /** The rows in their order, but those of the firms that are `apart`. */
  rows: Int32Array
}

/** Which firms fit does not hang on the period: two sides of a page, or two periods one after the other, share it. */
const fitting = keeping<Uint8Array>(24)

/** The evidence a filter selects. What several aggregates need of it is found once. */
export class Selection {
  readonly sieve: Sieve
  private found: { apart?: number[]; calls?: Chosen; visits?: Chosen; needs?: Int32Array } = {}

  constructor(
    readonly evidence: Evidence,
    readonly filter: InsightFilter,
  ) {
    this.sieve = sieveOf(evidence, filter)
  }

  /** Firms of which some call or visit was put apart from their others since these were laid: each is walked on its own. */
  get apart(): number[] {
    const { firms, calls, visits } = this.evidence.facts
    this.found.apart ??= [...new Set([...calls.chain.loose, ...visits.chain.loose])].filter((firm) => firm < firms.n)
    return this.found.apart
  }

  /** 1 at each firm that is, and at each call or visit whose firm was that day, as the filter says. */
  described(table: 'firms' | 'calls' | 'visits'): Uint8Array {
    const { columns, n, version } = this.evidence.facts[table]
    const key = JSON.stringify([version, this.evidence.lists.version, firmPart(this.filter)])
    return fitting(key, () => described(this.sieve, columns, n))
  }

  get calls(): Chosen {
    this.found.calls ??= this.choose('calls')
    return this.found.calls
  }

  get visits(): Chosen {
    this.found.visits ??= this.choose('visits')
    return this.found.visits
  }

  /** The needs said in the filter. */
  get needs(): Int32Array {
    this.found.needs ??= placesOf(needsSaid(this))
    return this.found.needs
  }

  private choose(table: 'calls' | 'visits'): Chosen {
    const deeds = this.evidence.facts[table]
    const is = narrowed(this.described(table), this.sieve, deeds.columns)
    if (!this.apart.length) return { is, rows: placesOf(is) }
    const laid = is.slice()
    for (const firm of this.apart) {
      for (let row = latestOf(deeds, firm); row !== 0; row = deeds.chain.previous[row] as number) laid[row] = 0
    }
    return { is, rows: placesOf(laid) }
  }
}

/** Used again by each counting: memory never touched before costs more than the counting. */
let scratch = new Int32Array(0)
function scratchFor(length: number): Int32Array {
  if (scratch.length < length) scratch = new Int32Array(Math.ceil(length * 1.1))
  return scratch
}

/**
 * Where a bit is set. Without a condition on the way, which would be guessed wrong as often as right; and what goes
 * through them counts their places, since JavaScript goes through numbers with `of` three times as slowly.
 */
export function placesOf(ones: Uint8Array, bit = 0): Int32Array {
  const places = scratchFor(ones.length)
  let n = 0
  for (let place = 1; place < ones.length; place++) {
    places[n] = place
    n += ((ones[place] as number) >> bit) & 1
  }
  return places.slice(0, n)
}

/** The rows that have one of these bits, in memory that the next one to ask is given too: to be gone through at once. */
export function rowsWith(rows: Int32Array, bits: Uint16Array, mask: number): Int32Array {
  const found = scratchFor(rows.length)
  let n = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    found[n] = row
    n += Number(((bits[row] as number) & mask) !== 0)
  }
  return found.subarray(0, n)
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

/** The first row from `row` on that is chosen, 0 for none. */
export function nextIn(chosen: Uint8Array, previous: Int32Array, row: number): number {
  let one = row
  while (one !== 0 && chosen[one] === 0) one = previous[one] as number
  return one
}

/** Calls back for each chosen row of a firm, from its latest. */
export function eachOf(
  deeds: { n: number; chain: Chain },
  chosen: Uint8Array,
  firm: number,
  look: (row: number) => void,
) {
  const { previous } = deeds.chain
  let row = nextIn(chosen, previous, latestOf(deeds, firm))
  for (; row !== 0; row = nextIn(chosen, previous, previous[row] as number)) look(row)
}
