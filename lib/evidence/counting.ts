import { parentPort, workerData } from 'node:worker_threads'
import { env } from '@/lib/env'
import { Counter } from '@/lib/evidence/counter'
import { Copy } from '@/lib/evidence/keep'
import { type Question, reply } from '@/lib/evidence/line'
import type { Part } from '@/lib/evidence/part'

/** One of the threads that count (`countInThreads`). */
const counter = new Counter(new Copy(env.DATABASE_URL, workerData as Part))

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await reply(counter, question)))
