import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { State } from '@/lib/evidence/counter'
import type { CountName, Rest } from '@/lib/evidence/counts'
import { Copy } from '@/lib/evidence/keep'
import { type InsightFilter, insightFilter } from '@/lib/insight/schema'
import { CountingProcess } from '@/lib/runtime/counting'
import { startDatabase } from '@/prisma/database'
import { Visitor } from './browserless'
import { paced, percentile, sleep, timed } from './clock'
import { benchExport } from './exports'
import { emailOf, FIRMS, layInsightWorld, MANAGERS, PASSWORD, PROMOTERS } from './insight-world'
import { savingCalls } from './load'
import { memoryByProcess, startServer } from './server'

const SECONDS = 30
const EVERY_MS = 3_000

const say = (what: string, figure: string, bound = '') => console.info(`${what.padEnd(38)}${figure.padEnd(44)}${bound}`)
const spread = (times: number[]) => {
  const [p50, p95, max] = [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1))
  return `p50 ${p50} ms  p95 ${p95} ms  max ${max} ms`
}

/**
 * `npm run bench -- insight [FIRMS]`: the manager's page at design size. The world is laid out once for each size and
 * kept in `.data`. The copy of the evidence, each aggregate alone, the page with ten managers who load it every three
 * seconds with filters of all kinds, alone and while promoters save calls, and the files of all firms and needs.
 */
export async function benchInsight(firms = FIRMS): Promise<void> {
  const folder = path.resolve(`.data/bench-insight-${firms}`)
  await mkdir(folder, { recursive: true })
  const database = await startDatabase({ folder: path.join(folder, 'postgres') })
  Object.assign(process.env, { DATABASE_URL: database.url, DATABASE_POOL: '10' })
  const client = new Client({ connectionString: database.url })
  try {
    const laid = await timed(() => layInsightWorld(database.url, firms))
    console.info(`${firms} firms, laid out in ${(laid / 1000).toFixed(0)} s`)
    await client.connect()
    const filters = await someFilters(client)
    await benchCopy(client, database.url, filters)
    await benchServer(client, folder, filters)
  } finally {
    await client.end()
    await (await import('@/lib/db')).db.$disconnect()
    await database.stop()
  }
}

/** Filters of all kinds, as addresses; every fifth compares with another campaign. */
async function someFilters(client: Client): Promise<string[]> {
  const list = async (query: string) => (await client.query<{ id: string }>(query)).rows.map(({ id }) => id)
  const campaigns = await list('select id from campaign order by starts_on')
  const sectors = await list('select id from sector order by position')
  const places = await list('select istat_code id from municipality order by 1')
  const some = <T>(values: T[], n: number, from: number) =>
    Array.from({ length: n }, (_, i) => values[(from + i * 3) % values.length])
  const kinds: ((n: number) => string)[] = [
    () => '',
    (n) => `campaign=${some(campaigns, 1 + (n % 4), n)}`,
    (n) => `from=${new Date(Date.now() - (400 + n * 20) * 86_400_000).toISOString().slice(0, 10)}`,
    (n) => `sector=${some(sectors, 1 + (n % 3), n)}&young=1`,
    (n) => `area=LT&size=staff_2_9,staff_10_49&campaign=${some(campaigns, 6, n)}`,
    (n) => `municipality=${some(places, 4, n)}&female=1`,
    () => 'foreign=1&from=2023-01-01&to=2025-06-30',
    (n) => `campaign=${campaigns[2]}&weighted=1&sector=${some(sectors, 5, n)}`,
  ]
  return Array.from({ length: 40 }, (_, n) => {
    const address = (kinds[n % kinds.length] as (n: number) => string)(n)
    return `?${address}${n % 5 === 4 ? `&vs=${some(campaigns, 1, n + 1)}` : ''}`
  })
}

const filterOf = (address: string): InsightFilter =>
  insightFilter.parse(Object.fromEntries(new URLSearchParams(address)))

/** Each aggregate as its panel asks for it. */
const AGGREGATES: { [N in CountName]?: { label: string; rest: Rest<N> } } = {
  steps: { label: 'funnel', rest: [] },
  needs: { label: 'needs, how far they got', rest: [9500] },
  cells: { label: 'needs by sector and group', rest: [] },
  levels: { label: 'digital level', rest: [] },
  weeks: { label: 'week by week', rest: [] },
  presented: { label: 'services presented', rest: [] },
  register: { label: 'makeup of the register, kept', rest: [] },
  visited: { label: 'makeup of the visited', rest: [] },
  strata: { label: 'strata', rest: [] },
}
const NAMES = Object.keys(AGGREGATES) as (keyof typeof AGGREGATES)[]

async function benchCopy(client: Client, url: string, addresses: string[]) {
  const copy = new Copy(url)
  const held = () => process.memoryUsage().arrayBuffers / 2 ** 20
  global.gc?.()
  const before = held()
  const loaded = await timed(() => copy.read())
  const evidence = await copy.read()
  global.gc?.()
  const { facts } = evidence
  const kept = Object.values(facts).flatMap((table) => [
    ...Object.values(table.columns),
    ...('ids' in table ? [table.ids] : []),
  ])
  const bytes = kept.reduce((sum, array) => sum + ((array as Uint8Array | undefined)?.byteLength ?? 0), 0)
  const counts = Object.entries(facts).map(([name, { n }]) => `${n - 1} ${name}`)
  console.info(`\nThe copy: ${counts.join(', ')}`)
  say('load', `${(loaded / 1000).toFixed(2)} s`)
  say(
    'memory',
    `${(bytes / 2 ** 20).toFixed(0)} MB in arrays (${(held() - before).toFixed(0)} MB of buffers)`,
    'budget 150 MB',
  )
  const nothing: number[] = []
  for (let i = 0; i < 300; i++) nothing.push(await timed(() => copy.read()))
  say('catch-up, nothing new', spread(nothing))
  const called: number[] = []
  for (let i = 0; i < 100; i++) {
    await client.query(
      `insert into call (id, assignment_id, campaign_id, firm_id, user_id, at, outcome, sector_id, size_class, young, female, "foreign", updated_at)
       select $1, assignment_id, campaign_id, firm_id, user_id, now(), 'no_answer', sector_id, size_class, young, female, "foreign", now()
       from visit offset $2 limit 1`,
      [uuidv7(), i],
    )
    called.push(await timed(() => copy.read()))
  }
  say('catch-up, one call saved', spread(called))
  await benchAggregates(addresses)
}

/**
 * In the product's own process, one at a time, with filters it was never asked for: with selecting their rows and being told.
 * The makeup of the register has no period: it is counted in the first round and kept.
 */
async function benchAggregates(addresses: string[]) {
  console.info('\nEach aggregate alone, 40 filters of all kinds three times, each asked for the first time')
  const counting = new CountingProcess()
  const ask = (name: CountName, filter: InsightFilter, state: State) =>
    counting.count(state, name, filter, (AGGREGATES[name]?.rest ?? []) as never)
  const state = await counting.state()
  for (const name of NAMES) {
    const times: number[] = []
    for (let round = 0; round < 4; round++) {
      for (const filter of addresses.map((address) => filterOf(neverAsked(address)))) {
        const took = await timed(() => ask(name, filter, state))
        // The first round is the compiler's.
        if (round > 0) times.push(took)
      }
    }
    say(AGGREGATES[name]?.label ?? name, spread(times), 'bound 50 ms')
  }
  const pages: number[] = []
  for (const filter of addresses.map((address) => filterOf(neverAsked(address)))) {
    pages.push(await timed(() => Promise.all(NAMES.map((name) => ask(name, filter, state)))))
  }
  say('all of a page at once', spread(pages))
  await counting.close()
}

async function benchServer(client: Client, folder: string, addresses: string[]) {
  const server = await startServer(folder, { demo: false })
  try {
    const enter = async (role: 'manager' | 'promoter' | 'admin', count: number) => {
      const visitors: Visitor[] = []
      for (let n = 0; n < count; n++) {
        const visitor = new Visitor(server.base)
        await visitor.signIn(emailOf(role, n), PASSWORD)
        visitors.push(visitor)
      }
      return visitors
    }
    const managers = await enter('manager', MANAGERS)
    const first = await timed(() => (managers[0] as Visitor).page('/insight'))
    const pid = server.process.pid ?? 0
    console.info(
      `\nThe page, ${MANAGERS} managers, each every ${EVERY_MS / 1000} s for ${SECONDS} s with a filter of any kind`,
    )
    say('the first of all', `${first.toFixed(0)} ms`)
    for (const address of addresses)
      await Promise.all([0, 1].map((n) => (managers[n] as Visitor).page(`/insight${address}`)))
    await benchPage('40 filters, again and again', managers, addresses)
    await benchPage('filters nobody asked for before', managers, addresses, neverAsked)
    await benchAgreement(client, managers)
    for (const [file, memory] of memoryByProcess(pid)) say(`  memory of ${file}`, `${memory.toFixed(0)} MB`)
    const promoters = await enter('promoter', PROMOTERS)
    const save = await savingCalls((user) => promoters[user % PROMOTERS] as Visitor)
    for (let user = 0; user < PROMOTERS; user++) await save(user)
    const [, saves] = await Promise.all([
      benchPage(`${PROMOTERS} promoters, a call every 5 s each`, managers, addresses, neverAsked),
      paced(PROMOTERS, 5_000, SECONDS, save),
    ])
    say('  their calls saved', spread(saves), `${saves.length} calls`)
    console.info('\nFiles of whole lists')
    const [admin] = await enter('admin', 1)
    for (const file of ['/api/exports/firms', '/api/exports/needs']) {
      const { rows, seconds, memory, growth } = await benchExport(admin as Visitor, pid, file)
      const more = `${growth.toFixed(0)} MB more in the second half`
      say(file, `${rows} rows in ${seconds.toFixed(1)} s`, `${memory.toFixed(0)} MB above idle, ${more}`)
    }
  } finally {
    await server.stop()
  }
}

let asked = 0
/** The filter up to a day to come that no other has: the same firms, and nothing that was counted already. */
const neverAsked = (address: string) => {
  const day = new Date(Date.now() + ++asked * 86_400_000).toISOString().slice(0, 10)
  return address.includes('to=') ? address.replace(/to=[\d-]+/, `to=${day}`) : `${address}&to=${day}`
}

async function benchPage(what: string, managers: Visitor[], addresses: string[], of = (address: string) => address) {
  const streaming: number[] = []
  let turn = 0
  const whole = await paced(MANAGERS, EVERY_MS, SECONDS, async (user) => {
    const address = of(addresses[(turn++ * 7) % addresses.length] as string)
    const response = await (managers[user] as Visitor).request(`/insight${address}`)
    if (response.status !== 200) throw new Error(`The page answered ${response.status}`)
    const start = performance.now()
    const html = await response.text()
    if (!html.includes('</html>')) throw new Error('The page has no end')
    streaming.push(performance.now() - start)
  })
  say(what, spread(streaming), 'first to last byte, bound p95 200 ms')
  say('  from asking to last byte', spread(whole), `wanted p95 200 ms; ${whole.length} pages`)
}

/** A visit saved in one process, and how many of the next pages, from whichever process, do not have it. */
async function benchAgreement(client: Client, managers: Visitor[]) {
  const campaign = (await client.query(`select id from campaign where status = 'open'`)).rows[0].id
  let stale = 0
  let asked = 0
  for (let i = 0; i < 20; i++) {
    await client.query(
      `insert into visit (id, assignment_id, campaign_id, firm_id, user_id, at, sector_id, size_class, young, female, "foreign", updated_at)
       select $1, a.id, a.campaign_id, a.firm_id, u.id, now(), f.sector_id, f.size_class, false, false, false, now()
       from assignment a join firm f on f.id = a.firm_id, (select id from app_user where role = 'promoter' limit 1) u
       where a.campaign_id = $2 and not exists (select from visit v where v.firm_id = a.firm_id and v.campaign_id = a.campaign_id)
       limit 1`,
      [randomUUID(), campaign],
    )
    const { rows } = await client.query('select count(distinct firm_id)::int n from visit where campaign_id = $1', [
      campaign,
    ])
    const number = new Intl.NumberFormat('it').format(rows[0].n)
    const pages = await Promise.all(
      [0, 1, 2, 3].map((n) => (managers[n] as Visitor).page(`/insight?campaign=${campaign}`)),
    )
    asked += pages.length
    stale += pages.filter((page) => !page.includes(number)).length
    await sleep(50)
  }
  say('pages without the visit just saved', `${stale} of ${asked}`, 'bound 0')
}
