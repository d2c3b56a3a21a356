import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Answer, Line } from '@/lib/evidence/line'
import type { Part } from '@/lib/evidence/part'
import { Parts } from '@/lib/evidence/parts'

/** More than this many wait for memory rather than for a core. */
const MOST = 4

/** Counts in a thread for each core, each with its part of the firms. `ended` is told where one ends by itself. */
export function countInThreads(ended: () => void): Parts {
  const of = Math.min(availableParallelism(), MOST)
  return new Parts(Array.from({ length: of }, (_, index) => thread({ index, of }, ended)))
}

function thread(part: Part, ended: () => void): Line {
  const execArgv = ['--conditions=react-server', '--import', 'tsx']
  const worker = new Worker(new URL('./counting.ts', import.meta.url), { execArgv, workerData: part })
  const line = new Line((question) => worker.postMessage(question))
  worker.on('message', (answer: Answer) => line.hear(answer))
  worker.on('error', (error) => console.error('A thread that counts ended:', error.message))
  worker.on('exit', ended)
  return line
}
