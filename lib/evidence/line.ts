import type { Figures, State } from '@/lib/evidence/counter'
import type { Counted, CountName, Rest } from '@/lib/evidence/counts'
import type { InsightFilter } from '@/lib/insight/schema'

export type Question = { id: number } & (
  | { ask: 'state' }
  | { ask: 'count'; state: State; name: CountName; filter: InsightFilter; rest: unknown[] }
)
export type Answer = { id: number } & ({ value: unknown } | { error: string })

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

/** The way to who counts in another thread or process. */
export class Line implements Figures {
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0

  constructor(private readonly say: (question: Question) => void) {}

  state(): Promise<State> {
    return this.ask((id) => ({ id, ask: 'state' })) as Promise<State>
  }

  count<N extends CountName>(state: State, name: N, filter: InsightFilter, rest: Rest<N>): Promise<Counted<N>> {
    return this.ask((id) => ({ id, ask: 'count', state, name, filter, rest })) as Promise<Counted<N>>
  }

  hear(answer: Answer): void {
    const asking = this.waiting.get(answer.id)
    this.waiting.delete(answer.id)
    if ('error' in answer) asking?.reject(new Error(answer.error))
    else asking?.resolve(answer.value)
  }

  /** Nobody is at the other end any more. */
  cut(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('Who counts has ended.'))
    this.waiting.clear()
  }

  private ask(question: (id: number) => Question): Promise<unknown> {
    const id = ++this.asked
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.say(question(id))
    })
  }
}

/** What is said at the other end of a line. */
export async function reply(figures: Figures, question: Question): Promise<Answer> {
  const { id } = question
  try {
    if (question.ask === 'state') return { id, value: await figures.state() }
    const { state, name, filter, rest } = question
    return { id, value: await figures.count(state, name, filter, rest as never) }
  } catch (error) {
    return { id, error: String(error instanceof Error ? error.message : error) }
  }
}
