import { parentPort, workerData } from 'node:worker_threads'
import { env } from '@/lib/env'
import type { Evidence } from '@/lib/evidence/catch-up'
import { Counter } from '@/lib/evidence/counter'
import type { Answer, Question, Role, State } from '@/lib/evidence/counting-threads'
import { FACT_NAMES, type Facts } from '@/lib/evidence/facts'
import { Copy } from '@/lib/evidence/keep'
import type { Lists } from '@/lib/evidence/names'

/** One of the threads of `CountingThreads`. */
const { keeps, port, after } = workerData as Role
const counter = keeps ? keeping(new Copy(env.DATABASE_URL)) : hearing()

function keeping(copy: Copy): Counter {
  let told: Lists | undefined
  const tell = (state: number, evidence: Evidence) => {
    const { lists, ...rest } = evidence
    const news: State = { state, evidence: { ...rest, facts: withoutPlaces(rest.facts) } }
    if (lists !== told) news.evidence.lists = lists
    told = lists
    port.postMessage(news)
  }
  return new Counter(copy, { after, tell })
}

/** Columns and chains lie in memory that both see; where a row of a serial is only matters to who puts rows in. */
function withoutPlaces(facts: Facts): Facts {
  const places = new Int32Array(0)
  const tables = FACT_NAMES.map((name) => [name, 'places' in facts[name] ? { ...facts[name], places } : facts[name]])
  return Object.fromEntries(tables) as Facts
}

function hearing(): Counter {
  let lists: Lists | undefined
  const counter = new Counter({ read: () => Promise.reject(new Error('The other thread keeps the copy.')) }, { after })
  port.on('message', ({ state, evidence }: State) => {
    lists = evidence.lists ?? lists
    if (lists) counter.know(state, { ...evidence, lists })
  })
  return counter
}

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
