import { ADD } from '@/lib/evidence/add'
import type { Figures, State } from '@/lib/evidence/counter'
import type { Counted, CountName, Rest } from '@/lib/evidence/counts'
import type { InsightFilter } from '@/lib/insight/schema'

/** The figures of all firms from those of their parts, each of which is counted by itself. */
export class Parts implements Figures {
  constructor(private readonly parts: Figures[]) {}

  async state(): Promise<State> {
    return (await Promise.all(this.parts.map((part) => part.state()))).flat()
  }

  async count<N extends CountName>(state: State, name: N, filter: InsightFilter, rest: Rest<N>): Promise<Counted<N>> {
    const counts = await Promise.all(this.parts.map((part, i) => part.count([state[i] ?? 0], name, filter, rest)))
    const add = ADD[name] as (one: unknown, other: unknown) => unknown
    return counts.reduce((one, other) => add(one, other) as typeof one)
  }
}
