import { spawn } from 'node:child_process'
import { open, readFile, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account'
import { DatabaseProblem } from './problem'
import { commandOf } from './processes'
import type { Programs } from './programs'

/** The main process of PostgreSQL, as its own file `postmaster.pid` tells. */
export type Postmaster = { pid: number; port: number }

const pidFile = (folder: string) => path.join(folder, 'data', 'postmaster.pid')

/** The postmaster of this folder that lives, whoever started it; null where none does. */
export async function livingPostmaster(folder: string): Promise<Postmaster | null> {
  const lines = (await readFile(pidFile(folder), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid) return null
  const command = await commandOf(pid)
  if (command.includes('postgres') && command.includes(path.join(folder, 'data'))) return { pid, port }
  // The number went to a stranger after a kill or in a new container: PostgreSQL would take that for itself.
  if (command) await rm(pidFile(folder), { force: true })
  return null
}

/** Starts the postmaster in a process group of its own: Ctrl-C in the terminal is the server's alone to pass on. */
export async function launch(
  folder: string,
  programs: Programs,
  account: Account,
  { port, durable }: { port: number; durable: boolean },
): Promise<{ ended: Promise<string> }> {
  const file = path.join(folder, 'log')
  const grown = await stat(file).then(
    (found) => found.size > 10_000_000,
    () => false,
  )
  const log = await open(file, grown ? 'w' : 'a', 0o600)
  const from = (await log.stat()).size
  const settings = Object.entries(await settingsFor(port, durable)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const { command } = account
  const started = command(programs.postgres, ['-D', path.join(folder, 'data'), ...settings])
  const child = spawn(started.file, started.args, {
    ...started.options,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  child.unref()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  await log.close()
  return { ended: ended.then(async () => (await readFile(file).catch(() => Buffer.of())).subarray(from).toString()) }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk when this returns. */
export async function shutDown(folder: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const postmaster = await livingPostmaster(folder)
    if (!postmaster) return
    process.kill(postmaster.pid, signal)
    const deadline = Date.now() + 30_000
    while (Date.now() < deadline) {
      if (!(await livingPostmaster(folder))) return
      await sleep(20)
    }
  }
  throw new DatabaseProblem(`The database in ${folder} does not stop.`)
}

async function settingsFor(port: number, durable: boolean) {
  // Containers often give /dev/shm 64 MB, which parallel plans outgrow.
  const shared = await statfs('/dev/shm').then(
    (fs) => fs.blocks * fs.bsize,
    () => Number.POSITIVE_INFINITY,
  )
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    synchronous_commit: 'on',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    ...(shared < 256_000_000 && { dynamic_shared_memory_type: 'mmap' }),
    // Statements and details of errors carry people's names and numbers: they have no place in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
}
