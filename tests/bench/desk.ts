import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { DEFAULT_CALENDAR } from '@/lib/calendar/rules'
import type { Actor } from '@/lib/permissions'
import { startDatabase } from '@/prisma/database'
import { Visitor } from './browserless'
import { benchCampaigns } from './campaigns'
import { paced, percentile, timed } from './clock'
import { emailOf, FIRMS, layDeskWorld, PASSWORD } from './desk-world'
import { startServer } from './server'

const MOST = 100
/** A call of each promoter; who is alone waits for nobody and goes on sooner, or half a minute would hold six calls. */
const callEvery = (people: number) => (people === 1 ? 500 : 5_000)
/** A page of each, likewise. */
const pageEvery = (people: number) => (people === 1 ? 500 : 2_000)

/**
 * `npm run bench -- desk [SECONDS]`: how long the verbs of the desk take, permission, transaction and log included, with
 * 1, 10 and 100 promoters who each finish a call every five seconds on a list of 500,000 firms; and the desk's page. What
 * a connection or a process of the server does once, with its first, is told apart.
 */
export async function benchDesk(seconds: number): Promise<void> {
  const folder = path.resolve('.data/bench-desk')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const database = await startDatabase({ folder: path.join(folder, 'postgres') })
  Object.assign(process.env, { DATABASE_URL: database.url, DATABASE_POOL: '10' })
  try {
    console.info(`A list of ${FIRMS} firms is laid out …`)
    const { campaignId } = await layDeskWorld(database.url, MOST)
    watchClaims()
    for (const people of [1, 10, MOST]) await benchVerbs(campaignId, people, seconds)
    await benchPage(database.url, folder, seconds)
    await benchCampaigns()
  } finally {
    await (await import('@/lib/db')).db.$disconnect()
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds each claim took from its sending to its answer: one statement of `takeNextFirm`. */
const statements: number[] = []

function watchClaims() {
  const send = Client.prototype.query as (...words: unknown[]) => Promise<unknown>
  const watched = async function (this: Client, ...words: unknown[]) {
    const text = typeof words[0] === 'object' ? String((words[0] as { text?: string }).text) : ''
    if (!/with held/.test(text)) return send.apply(this, words)
    const begin = performance.now()
    return send.apply(this, words).finally(() => statements.push(performance.now() - begin))
  }
  Client.prototype.query = watched as typeof Client.prototype.query
}

async function benchVerbs(campaignId: string, people: number, seconds: number) {
  const { db } = await import('@/lib/db')
  const { takeNextFirm } = await import('@/lib/leases/mutations')
  const { logCall } = await import('@/lib/calls/mutations')
  const { callInput } = await import('@/lib/calls/schema')
  const { queueRows } = await import('@/lib/queue/rules')
  const actors: Actor[] = await db.user.findMany({ orderBy: { email: 'asc' }, take: people })
  const times = { claim: [] as number[], save: [] as number[], queue: [] as number[] }
  const finishCall = async (user: number) => {
    const actor = actors[user] as Actor
    times.claim.push(await timed(() => takeNextFirm(actor, campaignId)))
    times.queue.push(
      await timed(() => db.$queryRaw(queueRows(actor.id, campaignId, { whole: false }, new Date(), DEFAULT_CALENDAR))),
    )
    const held = { campaignId, leaseUserId: actor.id }
    const { id: assignmentId, version } = await db.assignment.findFirstOrThrow({ where: held })
    const call = callInput.parse({ id: randomUUID(), assignmentId, version, outcome: 'no_answer' })
    times.save.push(await timed(() => logCall(actor, call)))
  }
  // Connections are opened, and statements parsed.
  for (let round = 0; round < 3; round++) await Promise.all(actors.slice(0, 10).map((_, user) => finishCall(user)))
  for (const list of [statements, ...Object.values(times)]) list.length = 0
  await paced(people, callEvery(people), seconds, finishCall)
  console.info(
    `\n${people} ${people === 1 ? 'promoter' : 'promoters'}, a call every ${callEvery(people) / 1000} s each`,
  )
  say('the claim, in the database', statements, people === MOST ? 'bound p95 20 ms' : '')
  say('take the next firm', times.claim)
  say('save a no-answer', times.save)
  say('queue', times.queue)
}

async function benchPage(url: string, folder: string, seconds: number) {
  Object.assign(process.env, { DATABASE_URL: url })
  const server = await startServer(folder, { demo: false })
  try {
    const visitors: Visitor[] = []
    for (let promoter = 0; promoter < 10; promoter++) {
      const visitor = new Visitor(server.base)
      await visitor.signIn(emailOf(promoter), PASSWORD)
      visitors.push(visitor)
    }
    const open = (user: number) => (visitors[user] as Visitor).page('/calls')
    console.info('\nThe desk’s page')
    const first: number[] = []
    // Often enough for each process of the server to have drawn some.
    for (let round = 0; round < 3; round++)
      for (let user = 0; user < visitors.length; user++) first.push(await timed(() => open(user)))
    console.info(`${'the slowest of the first thirty'.padEnd(34)}${Math.max(...first).toFixed(1)} ms`)
    for (const people of [1, 10]) {
      const times = await paced(people, pageEvery(people), seconds, open)
      say(`${people} at once, every ${pageEvery(people) / 1000} s`, times, 'bound p95 60 ms')
    }
  } finally {
    await server.stop()
  }
}

function say(what: string, times: number[], bound = '') {
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)].map((ms) => ms.toFixed(1))
  console.info(`${what.padEnd(34)}${`p50 ${p50} ms  p95 ${p95} ms`.padEnd(28)}${times.length} acts  ${bound}`)
}
