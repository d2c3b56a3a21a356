import { access, constants, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { accountFor } from './embedded/account'
import { passwordOf, prepareCluster, ROLE } from './embedded/cluster'
import { freePort } from './embedded/free-port'
import { launch, livingPostmaster, type Postmaster, shutDown } from './embedded/postmaster'
import { codeOf, DatabaseProblem } from './embedded/problem'
import { isAlive } from './embedded/processes'
import { findPrograms } from './embedded/programs'

/** Held by the process whose duty it is to stop the database; any number will do. */
const KEEPER = 7_270_002
/** PostgreSQL is there, but still starting or already stopping. */
const CANNOT_CONNECT_NOW = '57P03'
const PATIENCE_MS = 120_000

type Options = {
  /** Where the data live; made where it is missing. */
  folder: string
  /** A port to insist on; else a free one. */
  port?: number
  /** Whether what is committed survives a power cut. Tests do without. */
  durable?: boolean
  /** Told when the connection to the database breaks without `stop` having been called. */
  onLost?: () => void
}

/** `kept` is false where another living process keeps the database; `stop` then only lets go of it. */
export type Database = Postmaster & { url: string; kept: boolean; stop(): Promise<void> }

/**
 * Starts the embedded PostgreSQL of a folder, or joins the one that runs there already. Whoever holds the keeper's lock
 * in it stops it at the end; the lock dies with its holder, so the next start after a `kill -9` takes the database over.
 * Throws `DatabaseProblem`.
 */
export async function startDatabase({ folder, port, durable = true, onLost }: Options): Promise<Database> {
  const home = path.resolve(folder)
  await makeFolder(home)
  const programs = await findPrograms()
  const account = await accountFor(home, programs.postgres)
  await prepareCluster(home, programs, account)
  const password = await passwordOf(home)
  const urlAt = (at: number) => `postgres://${ROLE}:${password}@127.0.0.1:${at}/${ROLE}`
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    let postmaster = await livingPostmaster(home)
    if (!postmaster) {
      const started = await launch(home, programs, account, { port: port ?? (await freePort()), durable })
      postmaster = await firstOf(home, started.ended)
    }
    const client = postmaster && (await connect(urlAt(postmaster.port)))
    if (postmaster && client) {
      const held = await keep(home, client, onLost)
      return { ...postmaster, ...held, url: urlAt(postmaster.port) }
    }
    await sleep(50)
  }
  throw new DatabaseProblem(`The database in ${home} does not answer; see ${path.join(home, 'log')}.`)
}

async function keep(home: string, client: Client, onLost: (() => void) | undefined) {
  const kept = await becomeKeeper(client)
  let letGo = false
  client.once('end', () => {
    if (!letGo) onLost?.()
  })
  const stop = async () => {
    if (letGo) return
    letGo = true
    await client.end().catch(() => {})
    if (kept) await shutDown(home)
  }
  return { kept, stop }
}

async function becomeKeeper(client: Client): Promise<boolean> {
  await client.query(`set application_name = 'keeper ${process.pid}'`)
  const ask = 'select pg_try_advisory_lock($1) as kept'
  while (!(await client.query<{ kept: boolean }>(ask, [KEEPER])).rows[0]?.kept) {
    const { rows } = await client.query<{ pid: string }>(
      `select split_part(a.application_name, ' ', 2) as pid from pg_locks l join pg_stat_activity a using (pid)
       where l.locktype = 'advisory' and l.objid = $1::int8::oid and l.granted`,
      [KEEPER],
    )
    // PostgreSQL learns only after a moment that a killed keeper's connection is gone.
    if (rows[0] && isAlive(Number(rows[0].pid))) return false
    await sleep(50)
  }
  return true
}

/** Waits for the new postmaster to write its file. Null where it met another one of this folder: look again. */
async function firstOf(home: string, ended: Promise<string>): Promise<Postmaster | null> {
  let log: string | null = null
  ended.then((lines) => {
    log = lines
  })
  while (log === null) {
    const postmaster = await livingPostmaster(home)
    if (postmaster) return postmaster
    await sleep(20)
  }
  const another = /postmaster\.pid" already exists|shared memory block|could not create any TCP\/IP sockets/
  if (another.test(log)) return null
  const reason = /FATAL:\s+(.*)/.exec(log)?.[1] ?? 'it said nothing'
  throw new DatabaseProblem(`PostgreSQL does not start in ${home}: ${reason}`)
}

async function connect(connectionString: string): Promise<Client | null> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000, keepAlive: true })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    if (codeOf(error).startsWith('28')) throw new DatabaseProblem('The database does not accept its own password.')
    if (codeOf(error) === CANNOT_CONNECT_NOW) await sleep(100)
    return null
  }
}

async function makeFolder(home: string) {
  try {
    await mkdir(home, { recursive: true })
    await access(home, constants.W_OK)
  } catch (error) {
    throw new DatabaseProblem(
      `The folder ${home} cannot be written to (${codeOf(error)}); choose another with DATA_DIR.`,
    )
  }
}
