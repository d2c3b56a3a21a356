import type { Evidence } from '@/lib/evidence/catch-up'
import { COUNTS, type Counted, type CountName, type Rest } from '@/lib/evidence/counts'
import type { Copy } from '@/lib/evidence/keep'
import { keeping } from '@/lib/evidence/kept'
import { Selection } from '@/lib/evidence/selection'
import type { InsightFilter } from '@/lib/insight/schema'

/** The states of the parts of the evidence, by their numbers. */
export type State = readonly number[]

/** Answers what is asked of the evidence: in the thread of who asks (`Counter`) or elsewhere (`Line`, `Parts`). */
export type Figures = {
  /** In which state the evidence is now or later: all that one page asks is asked of the same. */
  state(): Promise<State>
  count<N extends CountName>(state: State, name: N, filter: InsightFilter, rest: Rest<N>): Promise<Counted<N>>
}

/** A page has asked all its figures within this time; who is later has those of the newest state. */
const KEPT_MS = 30_000
/** Selections of a page and its second side: their panels come one after another. */
const SELECTIONS = 4
const IDLE_MS = 1_000

export class Counter implements Figures {
  private states = new Map<number, { evidence: Evidence; until: number }>()
  private newest = 0
  private selections = keeping<Selection>(SELECTIONS)
  private idle: NodeJS.Timeout | undefined

  constructor(private readonly copy: Pick<Copy, 'read'>) {}

  async state(): Promise<State> {
    this.know(await this.copy.read())
    return [this.newest]
  }

  async count<N extends CountName>(state: State, name: N, filter: InsightFilter, rest: Rest<N>): Promise<Counted<N>> {
    // Asked for a state of a process that ended.
    if (!this.states.size) await this.state()
    const told = (rest as (InsightFilter | number)[]).map((one) =>
      typeof one === 'number' ? one : this.select(state, one),
    )
    const count = COUNTS[name] as (selection: Selection, ...rest: unknown[]) => Promise<Counted<N>>
    return count(this.select(state, filter), ...told)
  }

  private know(evidence: Evidence) {
    const now = Date.now()
    for (const [known, { until }] of this.states) if (until < now) this.states.delete(known)
    const last = this.states.get(this.newest)
    if (last && isSame(last.evidence, evidence)) return
    // Whoever asked before this one came is at the last one still.
    if (last) last.until = now + KEPT_MS
    this.newest++
    this.states.set(this.newest, { evidence, until: Number.POSITIVE_INFINITY })
  }

  /** What a filter selects, found once for the panels that share it. */
  private select([wanted = 0]: State, filter: InsightFilter): Selection {
    const state = this.states.has(wanted) ? wanted : this.newest
    const key = `${state} ${JSON.stringify(filter)}`
    const { evidence } = this.states.get(state) as { evidence: Evidence }
    // A selection is worth some ten megabytes: nobody holds it while nobody asks.
    clearTimeout(this.idle)
    this.idle = setTimeout(() => {
      this.selections = keeping(SELECTIONS)
    }, IDLE_MS).unref()
    return this.selections(key, () => new Selection(evidence, filter))
  }
}

const isSame = (one: Evidence, other: Evidence) =>
  one.facts === other.facts && one.lists === other.lists && one.perPromoter === other.perPromoter
