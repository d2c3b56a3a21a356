import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { DEMO_PASSWORD } from '@/prisma/demo/people'
import { writeClassicFile } from '@/tests/support/register-file'
import { Visitor } from './browserless'
import { pacedWhile, percentile, sleep, timed } from './clock'
import { sqlFloor } from './floor'
import { importFile } from './import'
import { memoryByProcess, memoryOf, startServer } from './server'

/** A classic list of that many rows weighs 110 MB. */
const ROWS = 500_000
const EVERY_MS = 2_000
/** People at work while it is brought in: half of them search, half of them call. */
const USERS = 10
const SEARCHED = 'carpenterie'
const PAGES = [`/firms?q=${SEARCHED}`, '/calls']
/** Pages each of the sites' processes shows before it counts as idle: it was in use before. */
const WARM = 60

const say = (what: string, figure: string, bound = '') => console.info(`${what.padEnd(34)}${figure.padEnd(28)}${bound}`)

/**
 * `npm run bench -- register [ROWS]`: a whole import through the server on top of the demo programme, the same file
 * again, the next month's file while people work, and the same rows by SQL alone; all in one run on this machine.
 */
export async function benchRegister(rows = ROWS): Promise<void> {
  const folder = path.resolve('.data/bench-register')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const server = await startServer(folder)
  try {
    await measure(server.base, server.process.pid ?? 0, folder, rows)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(base: string, pid: number, folder: string, rows: number) {
  const [file, next] = [`${folder}/register.csv`, `${folder}/next.csv`]
  await writeClassicFile(file, { rows })
  await writeClassicFile(next, { rows, drift: 0.08 })
  const [admin, promoter, manager] = await Promise.all(
    ['admin', 'promoter', 'manager'].map(async (name) => {
      const visitor = new Visitor(base)
      await visitor.signIn(`${name}@demo.example`, DEMO_PASSWORD)
      await visitor.page('/firms?q=edil')
      return visitor
    }),
  )
  if (!admin || !promoter || !manager) throw new Error('Nobody could sign in')
  for (let i = 0; i < WARM; i++) await Promise.all(PAGES.map((page) => promoter.page(page)))
  await sleep(3000)
  const idle = memoryOf(pid)
  const idleOf = memoryByProcess(pid)

  console.info(`\n${rows} rows of the classic list through the server`)
  const first = await importFile(admin, pid, file)
  for (const [step, seconds] of first.steps)
    say(`  ${step}`, `${seconds.toFixed(1)} s`, `${((seconds / first.seconds) * 100).toFixed(0)} %`)
  say('first time', `${first.seconds.toFixed(1)} s`)
  say('memory above idle', `${(first.peak - idle).toFixed(0)} MB`, 'bound 300')
  for (const [process, memory] of first.atPeak)
    say(`  ${process}`, `${(memory - (idleOf.get(process) ?? 0)).toFixed(0)} MB`, `${memory.toFixed(0)} MB in all`)
  const again = await importFile(admin, pid, file)
  say(
    'the same file again',
    `${again.seconds.toFixed(1)} s`,
    `${(again.seconds / first.seconds).toFixed(2)} of the first, bound 0.5`,
  )

  const client = new Client({ connectionString: await embeddedUrl(folder) })
  await client.connect()
  const { rows: met } = await client.query(
    `select count(*) as firms, count(*) filter (where search_name like '%' || $1 || '%') as hits from firm`,
    [SEARCHED],
  )
  say('firms in the register by then', met[0].firms, `${met[0].hits} of them named ${SEARCHED}`)
  let step = 'reading'
  let over = false
  const times = new Map<string, number[]>()
  const load = pacedWhile(
    () => !over,
    USERS,
    EVERY_MS,
    async (user) => {
      const [page = '', during] = [PAGES[user % PAGES.length], step]
      const took = await timed(() => promoter.page(page))
      const key = `${page} while ${during}`
      times.set(key, [...(times.get(key) ?? []), took])
    },
  )
  const changed = await importFile(admin, pid, next, (now) => {
    step = now
  })
  over = true
  await load
  say('next month, 8 % changed', `${changed.seconds.toFixed(1)} s`, JSON.stringify(changed.counts.counts))
  for (const [key, all] of [...times].sort())
    say(
      key,
      `p50 ${percentile(all, 0.5).toFixed(0)} ms  p95 ${percentile(all, 0.95).toFixed(0)} ms`,
      `${all.length} acts, bound p95 150 ms`,
    )

  await client.query('vacuum analyze firm')
  const floor = (await sqlFloor(client, first.id, folder)) / 1000
  await client.end()
  say('floor: COPY and merge by SQL', `${floor.toFixed(1)} s`)
  say('ratio to the floor', (first.seconds / floor).toFixed(2), 'bound 1.6')
}

/** The embedded database of a server that runs on a folder. */
export async function embeddedUrl(folder: string): Promise<string> {
  const data = path.join(folder, 'postgres', 'data')
  const port = (await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')[3]
  const password = await readFile(path.join(data, 'password'), 'utf8')
  return `postgres://pap:${password}@127.0.0.1:${port}/pap`
}
