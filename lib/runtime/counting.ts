import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Figures, State } from '@/lib/evidence/counter'
import type { Counted, CountName, Rest } from '@/lib/evidence/counts'
import { type Answer, Line } from '@/lib/evidence/line'
import type { InsightFilter } from '@/lib/insight/schema'

/**
 * V8's middle compiler makes loops over columns now fast, now three times as slow; pages need it, so it is off only here.
 * Each page of figures takes some ten megabytes of arrays, which V8 does not count as its heap: left to itself it clears
 * everything away for every 64 of them, once for each page. Here it does so once the memory in use has doubled.
 */
const V8 = ['--no-maglev', '--external-memory-accounted-in-global-limit', '--heap-growing-percent=100']
/**
 * Each page of figures takes some megabytes and gives them back. glibc keeps what it has once: asked each time, the
 * system may take longer to hand them out than the counting takes. (Other systems do not read these.)
 */
const KEEP_MEMORY = { MALLOC_MMAP_THRESHOLD_: String(2 ** 25), MALLOC_TRIM_THRESHOLD_: String(2 ** 30) }

/**
 * The process that counts for all that serve pages: there is one copy of the evidence, and who saves a call waits for no
 * count. Where it ended by itself, the next who asks gets another, which reads all anew.
 */
export class CountingProcess implements Figures {
  private current: { child: ChildProcess; line: Line } | undefined

  state(): Promise<State> {
    return this.open().line.state()
  }

  count<N extends CountName>(state: State, name: N, filter: InsightFilter, rest: Rest<N>): Promise<Counted<N>> {
    return this.open().line.count(state, name, filter, rest)
  }

  async close(): Promise<void> {
    const { current } = this
    this.current = undefined
    if (!current || current.child.exitCode !== null || !current.child.connected) return
    const ended = once(current.child, 'exit')
    current.child.disconnect()
    await ended
  }

  private open() {
    if (this.current) return this.current
    const child = fork(path.resolve('lib/runtime/counting-process.ts'), {
      execArgv: ['--conditions=react-server', '--import', 'tsx', ...V8],
      env: { ...process.env, ...KEEP_MEMORY },
      serialization: 'advanced',
    })
    // What cannot be said to a process that is ending is answered by its end.
    const line = new Line((question) => child.send(question, () => {}))
    const current = { child, line }
    this.current = current
    child.on('message', (answer: Answer) => line.hear(answer))
    const ended = () => {
      line.cut()
      if (this.current !== current) return
      console.warn('The process that counts ended unexpectedly.')
      this.current = undefined
    }
    // The one where it did not even begin, the other where it ends.
    child.once('error', ended).once('exit', ended)
    return current
  }
}
