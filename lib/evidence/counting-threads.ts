import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { Evidence } from '@/lib/evidence/catch-up'
import type { Figures } from '@/lib/evidence/counter'
import type { Counted, CountName, Rest } from '@/lib/evidence/counts'
import type { Lists } from '@/lib/evidence/names'
import type { InsightFilter } from '@/lib/insight/schema'

export type Question =
  | { id: number; ask: 'state' }
  | { id: number; ask: 'count'; state: number; name: CountName; filter: InsightFilter; rest: unknown[] }
export type Answer = { id: number; value: unknown } | { id: number; error: string }
/** A state as the one thread tells it to the other; lists only where they changed. */
export type State = { state: number; evidence: Omit<Evidence, 'lists'> & { lists?: Lists } }
/** `keeps`: whether this thread keeps the copy and tells its states through `port`, or hears them there. */
export type Role = { keeps: boolean; port: MessagePort; after: number }

/** Counted by the second thread: about half of what a page takes. The others share what visited firms asked for. */
const BESIDE = new Set<CountName>(['levels', 'weeks', 'presented', 'strata', 'work'])
/** No thread has so many states; those of the pair after it have higher numbers. */
const STATES = 2 ** 32

/**
 * Two threads that count, while this one serves: who saves a call waits for no count, and a page is drawn while its next
 * panel is counted. One keeps the copy of the evidence, both see it. Where one ends by itself so does the other, and the
 * next who asks gets another pair, which reads all anew.
 */
export class CountingThreads implements Figures {
  private pair: { keeper: Thread; second: Thread } | undefined
  private pairs = 0

  state(): Promise<number> {
    return this.open().keeper.ask({ ask: 'state' }) as Promise<number>
  }

  count<N extends CountName>(state: number, name: N, filter: InsightFilter, rest: Rest<N>): Promise<Counted<N>> {
    // Asked for a state of a pair that ended: the next has to read one first.
    if (!this.pair) this.state().catch(() => this.close())
    const { keeper, second } = this.open()
    const thread = BESIDE.has(name) ? second : keeper
    return thread.ask({ ask: 'count', state, name, filter, rest }) as Promise<Counted<N>>
  }

  async close(): Promise<void> {
    const { pair } = this
    this.pair = undefined
    await Promise.all([pair?.keeper.close(), pair?.second.close()])
  }

  private open() {
    if (this.pair) return this.pair
    const { port1, port2 } = new MessageChannel()
    const after = this.pairs++ * STATES
    const ended = () => {
      if (this.pair === pair) void this.close()
    }
    const keeper = new Thread({ keeps: true, port: port1, after }, ended)
    const pair = { keeper, second: new Thread({ keeps: false, port: port2, after }, ended) }
    this.pair = pair
    return pair
  }
}

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

class Thread {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0

  constructor(role: Role, ended: () => void) {
    const execArgv = ['--conditions=react-server', '--import', 'tsx']
    const options = { execArgv, workerData: role, transferList: [role.port] }
    this.worker = new Worker(new URL('./counting.ts', import.meta.url), options)
    this.worker.unref()
    this.worker.on('message', (answer: Answer) => {
      const asking = this.waiting.get(answer.id)
      this.waiting.delete(answer.id)
      if ('error' in answer) asking?.reject(new Error(answer.error))
      else asking?.resolve(answer.value)
    })
    this.worker.on('error', (error) => console.error('A thread that counts ended:', error.message))
    this.worker.on('exit', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('The thread that counts ended.'))
      this.waiting.clear()
      ended()
    })
  }

  ask(question: DistributiveOmit<Question, 'id'>): Promise<unknown> {
    const id = ++this.asked
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ ...question, id })
    })
  }

  async close(): Promise<void> {
    await this.worker.terminate()
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
