import { type ChildProcess, fork, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { clearRegister } from '@/lib/register/clear'
import { uploadFolder, uploadPath } from '@/lib/register/raw-file'
import { applyImport, undoImport } from '@/lib/register/work'
import { prepareQueues } from '@/lib/runtime/queues'
import { seedCatalogues } from '@/prisma/catalogues/seed'
import { type Database, startDatabase } from '@/prisma/database'
import { seeded } from '@/prisma/demo/random'
import { migrate } from '@/prisma/migrate'
import { removeFolder } from '@/tests/support/folder'
import { person } from '@/tests/support/people'
import { writeClassicFile } from '@/tests/support/register-file'
import { checkFile, importFile } from '@/tests/support/register-import'

const ROWS = 4_000
const MORE = 200
/** Long enough for a step to be in its middle, whatever the machine. */
const MOST_DELAY_MS = 250

let folder = ''
let database: Database
const [today, next] = ['today.csv', 'next.csv']
const file = (name: string) => path.join(folder, name)

/** A database of its own: it is killed here. What it handed to the system stays, for the machine goes on. */
const open = async () => {
  database = await startDatabase({ folder: path.join(folder, 'postgres'), port: database?.port, durable: false })
  Object.assign(process.env, { DATABASE_URL: database.url, DATA_DIR: folder })
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'killed-'))
  await open()
  await migrate(database.url)
  await seedCatalogues(database.url)
  await prepareQueues(database.url)
  await writeClassicFile(file(today), { rows: ROWS })
  await writeClassicFile(file(next), { rows: ROWS + MORE, drift: 1 })
  await importFile(file(today))
}, 120_000)
afterAll(async () => {
  await db.$disconnect()
  await database.stop()
  await removeFolder(folder)
}, 60_000)

/** How much of next month's file is in the register: its changed firms and its new ones. */
async function written() {
  const [row] = await db.$queryRaw<{ moved: number; firms: number; rest: number }[]>`
    select count(*) filter (where pec like 'nuova.%')::int as moved, count(*)::int as firms,
      count(*) filter (where pec like 'impresa%')::int as rest from firm`
  return row
}
const one = () => db.registerImport.findFirstOrThrow({ orderBy: { startedAt: 'desc' } })
const schemas = () => db.$queryRaw`select from pg_namespace where nspname ~ '^register_[0-9a-f]{32}$' and nspname <>
  (select 'register_' || replace(id::text, '-', '') from register_import order by started_at limit 1)`

/** The import of the command line: a process of its own, told step by step what it does. */
function startImport(): ChildProcess {
  const words = [
    '--conditions=react-server',
    '--import',
    'tsx',
    'lib/register/cli.ts',
    'import',
    file(next),
    '--partial',
  ]
  return spawn(process.execPath, words, { env: { ...process.env }, stdio: ['ignore', 'ignore', 'pipe'] })
}

async function reaches(child: ChildProcess, step: string) {
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (text) => String(text).includes(step) && resolve())
    child.once('exit', () => resolve())
  })
}

async function killDatabase() {
  await db.$disconnect()
  process.kill(database.pid, 'SIGKILL')
  await database.stop()
  await open()
}

const { next: random } = seeded(5_909_059)
const moments = [
  ...(['reading', 'comparing', 'writing', 'writing', 'finishing'] as const).map((step) => ({ what: 'process', step })),
  ...(['reading', 'writing', 'writing'] as const).map((step) => ({ what: 'database', step })),
].map((moment) => ({ ...moment, delay: Math.floor(random() * MOST_DELAY_MS) }))

describe('an import that is killed at any moment', () => {
  it.each(moments)(
    'leaves the register as before or as after: the $what, $delay ms after $step began',
    { timeout: 90_000 },
    async ({ what, step, delay }) => {
      const before = await written()
      const child = startImport()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      await reaches(child, step)
      await sleep(delay)
      if (what === 'process') child.kill('SIGKILL')
      else await killDatabase()
      await ended
      const after = await written()
      const done = after?.moved !== before?.moved
      if (done) expect(after?.rest).toBe(0)
      else expect(after).toEqual(before)
      await expect
        .poll(
          async () => {
            await clearRegister()
            return (await one()).status
          },
          { timeout: 20_000 },
        )
        .toMatch(done ? 'done' : 'interrupted')
      // It can be brought in now, and taken back.
      const id = done ? (await one()).id : (await importFile(file(next))).id
      expect((await written())?.rest).toBe(0)
      await db.registerImport.update({ where: { id }, data: { status: 'undoing' } })
      await undoImport(id)
      expect(await written()).toEqual(before)
      await db.registerImport.updateMany({ where: { status: { not: 'done' } }, data: { keptUntil: new Date(0) } })
      await clearRegister()
      expect(await schemas()).toEqual([])
    },
  )

  it.each([3, 11])(
    'clears an upload away whose process is killed after %i pieces',
    { timeout: 60_000 },
    async (pieces) => {
      const [id, admin] = [uuidv7(), await person('admin')]
      const child = fork('tests/support/receive-slowly.ts', [id, JSON.stringify(admin)], {
        execArgv: ['--conditions=react-server', '--import', 'tsx'],
      })
      let seen = 0
      await new Promise<void>((resolve) => child.on('message', () => ++seen === pieces && resolve()))
      child.kill('SIGKILL')
      await new Promise((resolve) => child.once('exit', resolve))
      expect(existsSync(uploadPath(id))).toBe(true)
      // It is silent for a minute.
      await db.$executeRaw`update register_import set updated_at = now() - interval '2 minutes' where id = ${id}::uuid`
      await clearRegister()
      expect(await one()).toMatchObject({ id, status: 'interrupted' })
      await db.registerImport.update({ where: { id }, data: { keptUntil: null } })
      await clearRegister()
      expect(await readdir(uploadFolder())).toEqual([])
    },
  )

  it('goes on from the file where the crash emptied what was staged', { timeout: 90_000 }, async () => {
    const before = await written()
    const id = await checkFile(file(next))
    await killDatabase()
    await db.registerImport.update({ where: { id }, data: { status: 'applying' } })
    await applyImport(id, { path: file(next) })
    expect(await one()).toMatchObject({ id, status: 'done', format: { again: true } })
    expect((await written())?.rest).toBe(0)
    expect((await written())?.moved).not.toBe(before?.moved)
  })
})
