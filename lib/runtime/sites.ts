import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Figures } from '@/lib/evidence/counter'
import { type Question, reply } from '@/lib/evidence/line'
import type { Address } from '@/lib/runtime/address'
import { giveUp, StartProblem } from '@/lib/runtime/problem'

/** More than this many processes gain little beside one database. */
const MOST = 4
/** A page leaves much behind that is of no use once it is sent: with more room for it, it is cleared away less often. */
const YOUNG = '--max-semi-space-size=32'
/**
 * What outlives a clearing or two, as the rows under way of a long file do, waits for the great clearing. Left to itself V8
 * lets it grow to over three times what is in use: 430 MB for a file of 500,000 firms; so it stays at 70, however long
 * the file.
 */
const OLD = '--heap-growing-percent=30'
/** More ends than this within a minute are no accident. */
const MOST_ENDS = 3

/** WEB_PROCESSES, else one for each core. */
export function countSites(): number {
  const wanted = Number(process.env.WEB_PROCESSES || Math.min(availableParallelism(), MOST))
  if (Number.isInteger(wanted) && wanted >= 1) return wanted
  throw new StartProblem(`WEB_PROCESSES is "${process.env.WEB_PROCESSES}"; it must be a number from 1.`)
}

/**
 * Serves the pages from several processes that share the port, and the figures of one that counts for all: they cannot
 * disagree. One that ends by itself is replaced.
 */
export async function openSites(
  address: Address,
  proxied: boolean,
  count: number,
  figures: Figures,
): Promise<{ close(): Promise<void> }> {
  cluster.setupPrimary({
    exec: path.resolve('lib/runtime/site-process.ts'),
    execArgv: [...process.execArgv, YOUNG, OLD],
    serialization: 'advanced',
  })
  const env = { SITE: JSON.stringify({ ...address, proxied }) }
  const ends: number[] = []
  let closing = false

  const open = async () => {
    const site = cluster.fork(env)
    const ended = new Promise<false>((done) => site.once('exit', () => done(false)))
    const opened = new Promise<true>((done) => {
      // Somebody may ask for figures before it has said that it is open.
      site.on('message', async (word: 'open' | Question) => {
        if (word === 'open') return done(true)
        const answer = await reply(figures, word)
        if (site.isConnected()) site.send(answer)
      })
    })
    const ready = await Promise.race([opened, ended])
    if (!ready && !closing) throw new StartProblem('A process of the server ended before it was ready.')
    site.once('exit', () => {
      if (!closing) replace().catch(giveUp)
    })
  }
  const replace = async () => {
    ends.push(Date.now())
    if (ends.filter((at) => at > Date.now() - 60_000).length > MOST_ENDS) {
      throw new StartProblem('The processes of the server end again and again.')
    }
    console.warn('A process of the server ended unexpectedly; starting another.')
    await open()
  }

  await Promise.all(Array.from({ length: count }, open))
  const close = async () => {
    closing = true
    await Promise.all(Object.values(cluster.workers ?? {}).map((site) => site && dismiss(site)))
  }
  return { close }
}

async function dismiss(site: Worker) {
  const ended = once(site, 'exit')
  site.send('close')
  await ended
}
