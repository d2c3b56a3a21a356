import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { DEMO_PASSWORD, personId } from '@/prisma/demo/people'
import { Visitor } from './browserless'
import { weigh } from './bytes'
import { benchDesk } from './desk'
import { benchExport } from './exports'
import { benchImport } from './import'
import { benchInsight } from './insight'
import { benchLoad } from './load'
import { benchPaint } from './paint'
import { benchRegister, embeddedUrl } from './register'
import { startServer } from './server'

const which = process.argv[2] ?? ''
if (which === 'desk') {
  await benchDesk(Number(process.argv[3] ?? 30))
  process.exit(0)
}
if (which === 'insight') {
  await benchInsight(process.argv[3] ? Number(process.argv[3]) : undefined)
  process.exit(0)
}
if (which === 'register') {
  await benchRegister(process.argv[3] ? Number(process.argv[3]) : undefined)
  process.exit(0)
}

/**
 * `npm run bench [SECONDS]`: speed, memory and bytes on the demo programme, all in one run on this machine. Figures are
 * for reading, not for passing; the bounds beside them are those the product wants to keep.
 */
const SECONDS = Number(which || 20)
const ROWS = 50_000
const folder = path.resolve('.data/bench')

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const server = await startServer(folder)
try {
  const databaseUrl = await embeddedUrl(folder)
  const say = (what: string, figure: string, bound = '') =>
    console.info(`${what.padEnd(34)}${figure.padEnd(28)}${bound}`)

  const manager = await signedIn('manager@demo.example')
  const admin = await signedIn('admin@demo.example')
  const promoters: Visitor[] = []
  // One after the other: many at once from one address is what the sign-in takes for guessing.
  for (const email of await tenPromoters(databaseUrl)) promoters.push(await signedIn(email))

  console.info(`\nLoad: 10 users, each acting every 2 s for ${SECONDS} s`)
  const { results, listPagesPerSecond } = await benchLoad({ promoters, manager }, SECONDS)
  for (const [act, { p50, p95, acts }] of Object.entries(results)) {
    say(
      act,
      `p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms`,
      `${acts} acts, bound p95 ${act.startsWith('insight') ? 150 : 60} ms`,
    )
  }
  say('list pages at saturation', `${listPagesPerSecond.toFixed(0)} a second`, 'bound 80')

  console.info('\nBytes: HTML as it is, scripts compressed')
  const firm = /\/firms\/[0-9a-f-]{36}/.exec(await manager.page('/firms'))?.[0] ?? '/firms'
  const pages: [Visitor, string][] = [
    ...['/today', '/calls', '/visits', '/firms', firm, '/needs'].map((page): [Visitor, string] => [
      promoters[0] as Visitor,
      page,
    ]),
    ...['/insight', '/insight?vsFrom=2020-01-01', '/insight/firms', '/campaigns', '/campaigns/new'].map(
      (page): [Visitor, string] => [manager, page],
    ),
    ...['/register', '/settings/users', '/settings/activity', '/settings', '/settings/api', '/settings/catalogues'].map(
      (page): [Visitor, string] => [admin, page],
    ),
  ]
  for (const [visitor, page] of pages) {
    const { html, scripts } = await weigh(visitor, page)
    say(page.slice(0, 30), `HTML ${html.toFixed(0)} kB  JS ${scripts.toFixed(0)} kB`, 'bound 200 and 250')
  }

  console.info('\nPaint: Chromium, processor slowed four times; median (slowest)')
  const paints = await benchPaint(server.base, [
    { email: 'promoter@demo.example', password: DEMO_PASSWORD, pages: ['/calls', '/firms', '/visits'] },
    { email: 'manager@demo.example', password: DEMO_PASSWORD, pages: ['/insight'] },
  ])
  for (const { page, firstPaint, latest, shift } of paints) {
    say(
      page,
      `FCP ${firstPaint.toFixed(0)} (${latest.toFixed(0)}) ms  CLS ${shift.toFixed(3)}`,
      'bound 1,000 ms and 0.05',
    )
  }

  console.info('\nFiles of whole lists')
  for (const path of ['/api/exports/firms', '/api/exports/needs']) {
    const file = await benchExport(manager, server.process.pid ?? 0, path)
    say(path, `${file.rows} rows in ${file.seconds.toFixed(1)} s`, `${file.memory.toFixed(0)} MB above idle, bound 100`)
  }

  console.info(`\nImport of ${ROWS} rows of the classic list through the server`)
  const imported = await benchImport(admin, server.process.pid ?? 0, databaseUrl, folder, ROWS)
  say(
    'first time',
    `${imported.seconds.toFixed(2)} s`,
    `floor ${imported.floor.toFixed(2)} s (COPY and merge by SQL alone)`,
  )
  say('ratio to the floor', imported.ratio.toFixed(2), 'bound 2.5')
  say('the same file again', `${imported.again.toFixed(2)} s`)
  say('memory above idle', `${imported.memory.toFixed(0)} MB`, 'bound 300')
  console.info(JSON.stringify(imported.counts))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

async function signedIn(email: string): Promise<Visitor> {
  const visitor = new Visitor(server.base)
  await visitor.signIn(email, DEMO_PASSWORD)
  return visitor
}

/** Eight colleagues more for the demo's two promoters, on the same campaign. */
async function tenPromoters(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const emails = Array.from({ length: 10 }, (_, index) => `bench${index}@demo.example`)
  for (const email of emails) {
    await client.query(
      `with one as (
         insert into app_user (id, email, name, role, password_hash, updated_at)
         select $1, $2, $2, role, password_hash, now() from app_user where id = $3 returning id)
       insert into campaign_promoter (campaign_id, user_id) select c.id, one.id from campaign c, one`,
      [uuidv7(), email, personId('promoter@demo.example')],
    )
  }
  await client.end()
  return emails
}
