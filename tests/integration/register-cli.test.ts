import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { takeTurn } from '@/lib/register/turn'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { removeFolder } from '@/tests/support/folder'
import { KEYS, list } from '@/tests/support/register-import'

let folder = ''
const file = (name: string) => path.join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cli-'))
  const rows = [7, 8].map((n) => ({
    TELEFONO: `0773/48000${n}`,
    DENOMINAZIONE: `ALFA ${n}`,
    'C-FISCALE': inventedPartitaIva(n),
  }))
  await writeFile(file('good.csv'), list(KEYS, ...rows))
  await writeFile(file('no-key.csv'), list('DENOMINAZIONE;COLORE', { DENOMINAZIONE: 'ALFA' }))
  await db.firm.deleteMany()
})
afterAll(() => removeFolder(folder))

async function register(...words: string[]) {
  const all = ['--conditions=react-server', '--import', 'tsx', 'lib/register/cli.ts', ...words]
  const child = spawn(process.execPath, all, { env: { ...process.env, DATA_DIR: folder } })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [out, told] = await Promise.all([text(child.stdout), text(child.stderr)])
  const last = out.trim().split('\n').at(-1) ?? ''
  return { code: await ended, out, told, json: last.startsWith('{') || last.startsWith('[') ? JSON.parse(last) : null }
}

describe('the command line', { timeout: 60_000 }, () => {
  it('makes a dry run, imports, tells the history and undoes, each with exit code 0', async () => {
    expect(await register('import', file('good.csv'), '--dry-run', '--json')).toMatchObject({
      code: 0,
      json: { read: 2, new: 2, rejected: 0 },
    })
    expect(await db.firm.count()).toBe(0)
    expect(await register('import', file('good.csv'), '--partial', '--json')).toMatchObject({
      code: 0,
      json: { new: 2 },
    })
    expect(await db.firm.count()).toBe(2)
    const history = await register('history')
    expect(history.code).toBe(0)
    expect(history.out).toContain('good.csv')
    // Asked first, it only tells.
    expect((await register('undo')).code).toBe(0)
    expect(await db.firm.count()).toBe(2)
    expect((await register('undo', '--yes')).code).toBe(0)
    expect(await db.firm.count()).toBe(0)
  })

  it('ends with 2 where it is refused: the file, the command as written, another import at work', async () => {
    expect((await register('import', file('no-key.csv'))).code).toBe(2)
    expect((await register('import', file('missing.csv'))).code).toBe(2)
    expect(await register('improt')).toMatchObject({ code: 2, told: expect.stringContaining('Exit codes') })
    const other = await takeTurn(uuidv7(), 'refuse')
    const refused = await register('import', file('good.csv'))
    await other.end()
    expect(refused).toMatchObject({ code: 2, told: expect.stringContaining('in use') })
    expect(await db.firm.count()).toBe(0)
  })

  it('ends with 1 where it fails half way: nothing of the file is in the register', async () => {
    await db.$executeRaw`create function break_down() returns trigger language plpgsql
      as 'begin raise exception ''the disk is full''; end'`
    await db.$executeRaw`create trigger broken after insert on firm execute function break_down()`
    const failed = await register('import', file('good.csv'), '--partial', '--json')
    await db.$executeRaw`drop function break_down() cascade`
    expect(failed).toMatchObject({ code: 1, json: null, told: expect.stringContaining('the disk is full') })
    expect(await db.firm.count()).toBe(0)
    expect(await db.registerImport.findFirst({ orderBy: { startedAt: 'desc' } })).toMatchObject({
      status: 'interrupted',
    })
    expect((await register('import', file('good.csv'), '--partial')).code).toBe(0)
  })
})
