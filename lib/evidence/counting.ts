import { parentPort } from 'node:worker_threads'
import { env } from '@/lib/env'
import { Counter } from '@/lib/evidence/counter'
import type { Answer, Question } from '@/lib/evidence/counting-thread'
import { Copy } from '@/lib/evidence/keep'

/** The thread of `CountingThread`. */
const counter = new Counter(new Copy(env.DATABASE_URL))

async function answerTo(question: Question): Promise<unknown> {
  if (question.ask === 'state') return counter.state()
  const { state, name, filter, rest } = question
  return counter.count(state, name, filter, rest as never)
}

parentPort?.on('message', async (question: Question) => {
  const { id } = question
  const answer: Answer = await answerTo(question).then(
    (value) => ({ id, value }),
    (error) => ({ id, error: String(error instanceof Error ? error.message : error) }),
  )
  parentPort?.postMessage(answer)
})
