import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '@/prisma/embedded/free-port'
import { sleep } from './clock'

/** The built product, with the demo programme unless told otherwise, in a folder and on a port of its own. */
export async function startServer(
  dataDir: string,
  { demo = true } = {},
): Promise<{ base: string; process: ChildProcess; stop: () => Promise<void> }> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', 'lib/runtime/serve.ts', ...(demo ? ['--demo'] : [])],
    {
      env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
      cwd: path.resolve(import.meta.dirname, '../..'),
    },
  )
  const base = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error('The server ended before it was ready')
    const ready = await fetch(`${base}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return { base, process: child, stop: () => stop(child) }
    await sleep(500)
  }
  throw new Error('The server was not ready within five minutes')
}

/** Resident memory of the server in MB: of its first process and those it started, the database not among them (Linux). */
export function memoryOf(pid: number): number {
  return [...memoryByProcess(pid).values()].reduce((sum, one) => sum + one, 0)
}

/** The same of each process, by its number and the file it runs. */
export function memoryByProcess(pid: number): Map<string, number> {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
  return new Map(
    [pid, ...children].flatMap((one) => {
      const file = /lib\/runtime\/([\w-]+)\.ts/.exec(readFileSync(`/proc/${one}/cmdline`, 'utf8'))?.[1]
      return file ? [[`${file} ${one}`, residentOf(one)] as const] : []
    }),
  )
}

const residentOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}
