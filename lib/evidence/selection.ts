import type { Evidence } from '@/lib/evidence/catch-up'
import { latestOf } from '@/lib/evidence/columns'
import { THERE } from '@/lib/evidence/facts'
import { type Laid, laidOf } from '@/lib/evidence/laid'
import { needsSaid } from '@/lib/evidence/needs-said'
import { rowsThat } from '@/lib/evidence/rows'
import { askedOfBoth, askedOfFirm, type Condition, passesAll, type Sieve, sieveOf } from '@/lib/evidence/sieve'
import type { InsightFilter } from '@/lib/insight/schema'

export type DeedName = 'calls' | 'visits'

/**
 * The evidence a filter selects: the serials of firms, the rows of what was done and said. What several aggregates need of
 * it is found once.
 */
export class Selection {
  readonly sieve: Sieve
  readonly laid: Laid
  private readonly asked: Record<DeedName, Condition[]>
  private found: { firms?: Int32Array; calls?: Int32Array; visits?: Int32Array; needs?: Int32Array } = {}

  constructor(
    readonly evidence: Evidence,
    readonly filter: InsightFilter,
  ) {
    const { facts } = evidence
    this.sieve = sieveOf(evidence, filter)
    this.laid = laidOf(facts)
    this.asked = {
      calls: askedOfBoth(this.sieve, facts.calls.columns),
      visits: askedOfBoth(this.sieve, facts.visits.columns),
    }
  }

  /** The firms that are today as the filter says. */
  get firms(): Int32Array {
    const { columns } = this.evidence.facts.firms
    this.found.firms ??= rowsThat(this.laid.firms, askedOfFirm(this.sieve, columns))
    return this.found.firms
  }

  /** Those of the firms that are apart are not among them (`of`). */
  get calls(): Int32Array {
    this.found.calls ??= rowsThat(this.laid.calls, this.asked.calls)
    return this.found.calls
  }

  /** Those of the firms that are apart are not among them (`of`). */
  get visits(): Int32Array {
    this.found.visits ??= rowsThat(this.laid.visits, this.asked.visits)
    return this.found.visits
  }

  /** The needs said in the filter. */
  get needs(): Int32Array {
    this.found.needs ??= needsSaid(this)
    return this.found.needs
  }

  /** The rows of a firm, from its latest. */
  of(firm: number, table: DeedName): number[] {
    const deeds = this.evidence.facts[table]
    const { previous } = deeds.chain
    const rows: number[] = []
    for (let row = latestOf(deeds, firm); row !== 0; row = previous[row] as number)
      if (this.has(table, row)) rows.push(row)
    return rows
  }

  has(table: DeedName, row: number): boolean {
    return ((this.evidence.facts[table].columns.bits[row] as number) & THERE) !== 0 && passesAll(this.asked[table], row)
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
