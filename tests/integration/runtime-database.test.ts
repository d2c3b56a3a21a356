import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDatabase } from '@/prisma/database'
import { removeFolder } from '@/tests/support/folder'

let home: string
let folder: string
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'pap-database-'))
  folder = path.join(home, 'postgres')
})
afterAll(async () => await removeFolder(home))

const start = (more = {}) => startDatabase({ folder, ...more })

async function ask(url: string, statement: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

describe('the embedded database', () => {
  it('is made where there is none, is nobody else’s to read, and keeps what was written', async () => {
    const first = await start()
    await ask(first.url, 'create table note (word text); insert into note values ($$kept$$)')
    expect(first).toMatchObject({ kept: true })
    await first.stop()
    expect((await stat(path.join(folder, 'data', 'password'))).mode & 0o777).toBe(0o600)
    const second = await start()
    expect(await ask(second.url, 'select * from note')).toEqual([{ word: 'kept' }])
    await second.stop()
  })

  it('is shared by a second process, which leaves it running', async () => {
    const first = await start()
    const second = await start()
    expect(second).toMatchObject({ url: first.url, pid: first.pid, kept: false })
    await second.stop()
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await first.stop()
  })

  it('comes back after it was killed, and tells its keeper', async () => {
    let lost = () => {}
    const told = new Promise<void>((resolve) => {
      lost = resolve
    })
    const first = await start({ onLost: lost })
    await ask(first.url, 'insert into note values ($$committed$$)')
    process.kill(first.pid, 'SIGKILL')
    await told
    const second = await start({ port: first.port })
    expect(second.url).toBe(first.url)
    expect(await ask(second.url, 'select * from note')).toHaveLength(2)
    await second.stop()
  })

  it('is taken over after the process that kept it was killed', async () => {
    const script = `import { startDatabase } from '@/prisma/database'
      const { pid } = await startDatabase({ folder: ${JSON.stringify(folder)}, durable: false })
      process.stdout.write(String(pid))
      setInterval(() => {}, 1000)`
    const file = path.resolve('.data', `keeper-${process.pid}.mts`)
    await mkdir('.data', { recursive: true })
    await writeFile(file, script)
    const keeper = spawn('node', ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [pid] = await once(keeper.stdout, 'data')
    keeper.kill('SIGKILL')
    await once(keeper, 'exit')
    await rm(file)
    const next = await start()
    expect(next).toMatchObject({ pid: Number(pid), kept: true })
    await next.stop()
    expect(await readdir(path.join(folder, 'data'))).not.toContain('postmaster.pid')
  })

  it('does not mind a postmaster.pid whose number went to another process', async () => {
    await writeFile(path.join(folder, 'data', 'postmaster.pid'), `${process.pid}\n${folder}/data\n1\n5\n\n127.0.0.1\n`)
    const database = await start()
    expect(database.kept).toBe(true)
    await database.stop()
  })

  it('is made once when two start at the same time, and clears away what a killed start left', async () => {
    const fresh = path.join(home, 'twice')
    await mkdir(path.join(fresh, 'new-4194999', 'base'), { recursive: true })
    const [one, other] = await Promise.all([startElsewhere(fresh), startDatabase({ folder: fresh, durable: false })])
    expect(one).toBe(other.port)
    await other.stop()
    expect((await readdir(fresh)).sort()).toEqual(['data', 'log'])
  })

  it('refuses with a sentence: a folder that cannot be written, data of another version', async () => {
    const file = path.join(home, 'a-file')
    await writeFile(file, '')
    await expect(startDatabase({ folder: file })).rejects.toThrow(/cannot be written to \(EEXIST\)/)
    const old = path.join(home, 'old')
    await mkdir(path.join(old, 'data'), { recursive: true })
    await writeFile(path.join(old, 'data', 'PG_VERSION'), '14\n')
    await expect(startDatabase({ folder: old })).rejects.toThrow(/written by PostgreSQL 14/)
  })
})

/** In a process of its own, as two starts at once are; gives the port. */
async function startElsewhere(where: string): Promise<number> {
  const file = path.resolve('.data', `second-${process.pid}.mts`)
  await mkdir('.data', { recursive: true })
  await writeFile(
    file,
    `import { startDatabase } from '@/prisma/database'
     const database = await startDatabase({ folder: ${JSON.stringify(where)}, durable: false })
     process.stdout.write(String(database.port))
     await new Promise((done) => setTimeout(done, 2000))
     await database.stop()`,
  )
  const child = spawn('node', ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(child.stdout, 'data')
  await once(child, 'exit')
  await rm(file)
  return Number(port)
}
