import type { Evidence } from '@/lib/evidence/catch-up'
import { COUNTS, type Counted, type CountName, type Rest } from '@/lib/evidence/counts'
import type { Copy } from '@/lib/evidence/keep'
import { keeping } from '@/lib/evidence/kept'
import { Selection } from '@/lib/evidence/selection'
import type { InsightFilter } from '@/lib/insight/schema'

/** Answers what is asked of the evidence, in the thread of who asks or in others (`CountingThreads`). */
export type Figures = {
  /** The number of the state in which the evidence is now or later: all that one page asks is asked of the same. */
  state(): Promise<number>
  count<N extends CountName>(state: number, name: N, filter: InsightFilter, rest: Rest<N>): Promise<Counted<N>>
}

/** A page has asked all its figures within this time; who is later has those of the newest state. */
const KEPT_MS = 30_000
/** Selections of a page and its second side: their panels come one after another. */
const SELECTIONS = 4
const IDLE_MS = 1_000

type Tell = (state: number, evidence: Evidence) => void
type Waiting = { state: number; go: () => void }

export class Counter implements Figures {
  private states = new Map<number, { evidence: Evidence; until: number }>()
  private newest: number
  private readonly tell: Tell
  private waiting: Waiting[] = []
  private selections = keeping<Selection>(SELECTIONS)
  private idle: NodeJS.Timeout | undefined

  /** `after`: the states have higher numbers. `tell`: who else is told of each state, before it is asked for. */
  constructor(
    private readonly copy: Pick<Copy, 'read'>,
    { after = 0, tell = () => {} }: { after?: number; tell?: Tell } = {},
  ) {
    this.newest = after
    this.tell = tell
  }

  async state(): Promise<number> {
    const evidence = await this.copy.read()
    const last = this.states.get(this.newest)
    const isNew = !last || !isSame(last.evidence, evidence)
    const state = isNew ? this.newest + 1 : this.newest
    if (isNew) this.tell(state, evidence)
    this.know(state, evidence)
    return state
  }

  /** From now on figures may be asked in this state. */
  know(state: number, evidence: Evidence) {
    const now = Date.now()
    for (const [known, { until }] of this.states) if (until < now) this.states.delete(known)
    // Whoever asked before this one came is at the last one still.
    const last = this.states.get(this.newest)
    if (last) last.until = now + KEPT_MS
    this.newest = state
    this.states.set(state, { evidence, until: Number.POSITIVE_INFINITY })
    const waiting = this.waiting
    this.waiting = waiting.filter((one) => one.state > state)
    for (const one of waiting) if (one.state <= state) one.go()
  }

  async count<N extends CountName>(state: number, name: N, filter: InsightFilter, rest: Rest<N>): Promise<Counted<N>> {
    // Who hears of the states from another thread may be asked before the last has come.
    if (!this.states.size || state > this.newest) await new Promise<void>((go) => this.waiting.push({ state, go }))
    const told = (rest as (InsightFilter | number)[]).map((one) =>
      typeof one === 'number' ? one : this.select(state, one),
    )
    const count = COUNTS[name] as (selection: Selection, ...rest: unknown[]) => Promise<Counted<N>>
    return count(this.select(state, filter), ...told)
  }

  /** What a filter selects, found once for the panels that share it. */
  private select(wanted: number, filter: InsightFilter): Selection {
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
