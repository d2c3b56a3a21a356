import { Worker } from 'node:worker_threads'
import type { Figures } from '@/lib/evidence/counter'
import type { Counted, CountName, Rest } from '@/lib/evidence/counts'
import type { InsightFilter } from '@/lib/insight/schema'

export type Question =
  | { id: number; ask: 'state' }
  | { id: number; ask: 'count'; state: number; name: CountName; filter: InsightFilter; rest: unknown[] }
export type Answer = { id: number; value: unknown } | { id: number; error: string }
type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

/**
 * A thread that keeps the copy of the evidence and counts, while this one serves: who saves a call waits for no count, and
 * a page is drawn while its next panel is counted. One that ends by itself is followed by another, which reads all anew.
 */
export class CountingThread implements Figures {
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0

  state(): Promise<number> {
    return this.ask({ ask: 'state' }) as Promise<number>
  }

  count<N extends CountName>(state: number, name: N, filter: InsightFilter, rest: Rest<N>): Promise<Counted<N>> {
    return this.ask({ ask: 'count', state, name, filter, rest }) as Promise<Counted<N>>
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  private ask(question: DistributiveOmit<Question, 'id'>): Promise<unknown> {
    this.worker ??= this.open()
    const { worker } = this
    const id = ++this.asked
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      worker.postMessage({ ...question, id })
    })
  }

  private open(): Worker {
    const execArgv = ['--conditions=react-server', '--import', 'tsx']
    const worker = new Worker(new URL('./counting.ts', import.meta.url), { execArgv })
    worker.unref()
    worker.on('message', (answer: Answer) => {
      const asking = this.waiting.get(answer.id)
      this.waiting.delete(answer.id)
      if ('error' in answer) asking?.reject(new Error(answer.error))
      else asking?.resolve(answer.value)
    })
    worker.on('error', (error) => console.error('The thread that counts ended:', error.message))
    worker.on('exit', () => {
      this.worker = undefined
      for (const { reject } of this.waiting.values()) reject(new Error('The thread that counts ended.'))
      this.waiting.clear()
    })
    return worker
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
