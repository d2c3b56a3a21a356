import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rm, statfs, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { clearRegister } from '@/lib/register/clear'
import { uploadFolder, uploadPath } from '@/lib/register/raw-file'
import { receiveRegister } from '@/lib/register/receive'
import { prepareQueues } from '@/lib/runtime/queues'
import { seedCatalogues } from '@/prisma/catalogues/seed'
import { type Database, startDatabase } from '@/prisma/database'
import { migrate } from '@/prisma/migrate'
import { removeFolder } from '@/tests/support/folder'
import { person } from '@/tests/support/people'
import { writeClassicFile } from '@/tests/support/register-file'
import { applyChecked, checkFile, importFile, KEYS, list } from '@/tests/support/register-import'

/** A disk of its own is made by root alone, and only on Linux. */
const DISK_MB = 320
const NO_DISK = 'no disk of its own could be mounted here'
const canMount = process.platform === 'linux' && process.getuid?.() === 0
const mount = (...words: string[]) => spawnSync('mount', words).status === 0

let folder = ''
let mounted = false
let database: Database | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'full-'))
})
afterAll(async () => {
  await db.$disconnect()
  await database?.stop()
  if (mounted) spawnSync('umount', ['--lazy', folder])
  await removeFolder(folder)
}, 60_000)

const stream = (text: string) => new Blob([text]).stream()

describe.runIf(existsSync('/dev/full'))('an upload to a full disk', () => {
  it('is told so, and leaves neither a file nor a firm', async () => {
    process.env.DATA_DIR = folder
    const [admin, id] = [await person('admin'), uuidv7()]
    const firms = await db.firm.count()
    await mkdir(uploadFolder(), { recursive: true })
    // Every write to this file fails as on a disk without room.
    await symlink('/dev/full', uploadPath(id))
    const sent = receiveRegister(admin, { id, name: 'registro.csv' }, stream(list(KEYS, { DENOMINAZIONE: 'ALFA' })))
    await expect(sent).rejects.toMatchObject({ key: 'registerDiskFull' })
    expect(await db.registerImport.findUnique({ where: { id } })).toMatchObject({
      status: 'interrupted',
      refusal: { key: 'registerDiskFull' },
    })
    expect(await readdir(uploadFolder())).toEqual([])
    expect(await db.firm.count()).toBe(firms)
  })
})

describe.runIf(canMount)('an import into a database whose disk is full', () => {
  const file = (name: string) => path.join(tmpdir(), `${path.basename(folder)}-${name}.csv`)
  const firms = () => db.$queryRaw`select count(*)::int as firms, max(updated_at) as last from firm`
  const stages = () => db.$queryRaw`select nspname from pg_namespace where nspname ~ '^register_[0-9a-f]{32}$'`
  const ballast = () => path.join(folder, 'ballast')

  /** Leaves so many megabytes on the disk; PostgreSQL may take some of them meanwhile. */
  async function fill(left: number) {
    const piece = Buffer.alloc(2 ** 20)
    const disk = await open(ballast(), 'w')
    try {
      for (;;) {
        const { bavail, bsize } = await statfs(folder)
        if (bavail * bsize < (left + 1) * 2 ** 20) return
        await disk.write(piece)
      }
    } finally {
      await disk.close()
    }
  }

  beforeAll(async () => {
    mounted = mount('-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=755`, 'tmpfs', folder)
    if (!mounted) return
    await db.$disconnect()
    database = await startDatabase({ folder: path.join(folder, 'postgres') })
    Object.assign(process.env, { DATABASE_URL: database.url, DATA_DIR: folder })
    await migrate(database.url)
    await seedCatalogues(database.url)
    await prepareQueues(database.url)
    await writeClassicFile(file('before'), { rows: 500 })
    await writeClassicFile(file('huge'), { rows: 60_000, seed: 2 })
    await importFile(file('before'))
  }, 120_000)
  afterAll(() => Promise.all(['before', 'huge'].map((name) => rm(file(name), { force: true }))))

  const latest = () => db.registerImport.findFirst({ orderBy: { startedAt: 'desc' } })

  it('is interrupted with the reason while it is staged: the register is as it was', {
    timeout: 120_000,
  }, async (test) => {
    if (!mounted) return test.skip(NO_DISK)
    const before = await firms()
    await fill(40)
    await expect(checkFile(file('huge'))).rejects.toMatchObject({ code: '53100' })
    await rm(ballast())
    expect(await latest()).toMatchObject({ status: 'interrupted', refusal: { key: 'registerDiskFull' } })
    expect(await firms()).toEqual(before)
  })

  it('is interrupted while it is written: as it was again, its staging goes, and the next one runs', {
    timeout: 120_000,
  }, async (test) => {
    if (!mounted) return test.skip(NO_DISK)
    const before = await firms()
    const id = await checkFile(file('huge'))
    await fill(40)
    const applied = applyChecked(id)
    await expect(applied).rejects.toThrow()
    await rm(ballast())
    // Where it was the log that found no room, PostgreSQL starts anew by itself.
    await expect.poll(() => firms().catch(() => null), { timeout: 60_000 }).toEqual(before)
    await db.registerImport.updateMany({ data: { keptUntil: new Date(0) } })
    await expect.poll(async () => [await clearRegister(), (await latest())?.status][1]).toBe('interrupted')
    await clearRegister()
    expect(await stages()).toEqual([])
    expect(await importFile(file('before'))).toMatchObject({ unchanged: expect.any(Number), created: 0 })
  })
})
