import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { db } from '@/lib/db'
import { clearRegister } from '@/lib/register/clear'
import { takeTurn } from '@/lib/register/turn'
import { checkNode } from '@/lib/runtime/node-version'
import { StartProblem } from '@/lib/runtime/problem'
import { signingSecret } from '@/lib/runtime/secret'
import { removeFolder } from '@/tests/support/folder'

let home: string
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'pap-start-'))
})
afterAll(async () => await removeFolder(home))

/** Starts the server as `npm start` does, under conditions that keep it from starting. */
async function serve(env: Record<string, string>) {
  const started = spawn('node', ['--conditions=react-server', '--import', 'tsx', 'lib/runtime/serve.ts'], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: path.join(home, 'data'), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [said, [status]] = await Promise.all([text(started.stderr), once(started, 'exit')])
  return { said: said.trim(), status }
}

describe('a server that cannot start says why in one sentence', () => {
  it('when the port is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : null
    const { said, status } = await serve({ PORT: String(port) })
    other.close()
    expect({ said, status }).toEqual({
      said: `Port ${port} is taken by another program; choose one with PORT=… .`,
      status: 1,
    })
  })

  it('when the folder for its data is none', async () => {
    const file = path.join(home, 'file')
    await writeFile(file, '')
    const { said, status } = await serve({ DATA_DIR: file })
    expect({ said, status }).toEqual({
      said: `The folder ${file} cannot be written to (EEXIST); choose another with DATA_DIR.`,
      status: 1,
    })
  })

  it('when the database cannot be reached, is not one, or does not know the password, without telling it', async () => {
    const away = await serve({ DATABASE_URL: 'postgres://me:hush@127.0.0.1:9/pap' })
    expect(away).toEqual({ said: 'The database at 127.0.0.1:9/pap cannot be reached: ECONNREFUSED.', status: 1 })
    const nonsense = await serve({ DATABASE_URL: 'me:hush@somewhere' })
    expect(nonsense.said).toBe('DATABASE_URL is not an address like postgres://user:password@host:5432/name.')
    const unknown = new URL(inject('serverUrl'))
    unknown.pathname = '/there_is_none'
    expect((await serve({ DATABASE_URL: unknown.href })).said).toContain('there is no database of that name.')
  })

  it('when PostgreSQL is too old', async () => {
    const old = net.createServer((socket) => socket.on('data', answerAsVersion14(socket)).on('error', () => {}))
    old.listen(0, '127.0.0.1')
    await once(old, 'listening')
    const address = old.address()
    const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const { said, status } = await serve({ DATABASE_URL: `postgres://me:hush@${host}/pap` })
    old.close()
    expect({ said, status }).toEqual({
      said: `PostgreSQL at ${host}/pap is version 14; 15 or newer is needed.`,
      status: 1,
    })
  })

  it('when its Node is too old for the jobs, which else would end without a word', () => {
    expect(() => checkNode('20.20.2')).toThrow('This is Node 20.20.2; the server needs 22.12 or later.')
    expect(() => checkNode('22.11.0')).toThrow(StartProblem)
    for (const version of ['22.12.0', '24.1.0', process.versions.node]) expect(checkNode(version)).toBeUndefined()
  })
})

describe('a start', () => {
  it('makes the signing key once, for its own eyes', async () => {
    const folder = path.join(home, 'secrets')
    const first = await signingSecret(folder)
    expect(first).toHaveLength(43)
    expect(await signingSecret(folder)).toBe(first)
    expect((await stat(path.join(folder, 'secret'))).mode & 0o777).toBe(0o600)
  })

  it('calls interrupted the imports a killed process left, and no others', async () => {
    const ids = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'] as const
    await db.registerImport.create({ data: { id: ids[0], fileName: 'a.csv', status: 'checking' } })
    await db.registerImport.create({ data: { id: ids[1], fileName: 'b.csv', status: 'done' } })
    const statuses = async () => {
      const rows = await db.registerImport.findMany({ orderBy: { id: 'asc' }, select: { status: true } })
      return rows.map((row) => row.status)
    }
    const importing = await takeTurn(ids[0], 'refuse')
    await clearRegister()
    expect(await statuses()).toEqual(['checking', 'done'])
    await importing.end()
    await clearRegister()
    expect(await statuses()).toEqual(['interrupted', 'done'])
  })
})

/** The few messages of PostgreSQL's protocol that a client asking for the version exchanges. */
function answerAsVersion14(socket: net.Socket) {
  const message = (kind: string, ...parts: (Buffer | string)[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
    const head = Buffer.alloc(5)
    head.write(kind)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const ready = message('Z', 'I')
  const column = Buffer.from('\0\x01server_version_num\0\0\0\0\0\0\0\0\0\0\x19\xff\xff\xff\xff\xff\xff\0\0', 'latin1')
  const row = message('D', '\0\x01\0\0\0\x06', '140012')
  return (received: Buffer) => {
    if (received[0] === 0) socket.write(Buffer.concat([message('R', '\0\0\0\0'), ready]))
    if (received[0] === 'Q'.charCodeAt(0)) {
      socket.write(Buffer.concat([message('T', column), row, message('C', 'SHOW\0'), ready]))
    }
  }
}
