import 'server-only'
import { Client } from 'pg'
import { db, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/refusal'
import { giveWay } from '@/lib/register/give-way'

/** Any number, as long as nothing else locks on it. */
const REGISTER = 5_909_059

/** How the connection of an import is called where PostgreSQL lists them. */
const nameOf = (importId: string) => `porta a porta: register ${importId}`

/**
 * Memory for sorting and joining, and for the trigram index: this connection is the only one of its kind. The index's
 * list of what is not sorted in yet stays short, because every search has to read it through.
 */
const ROOM = `set work_mem = '64MB'; set maintenance_work_mem = '128MB'; set gin_pending_list_limit = '8MB'`

/**
 * A connection of its own that holds the register: one import is read or written at a time, whichever process does it.
 * Ending the connection, also by dying, gives the turn back. Where another has the turn it waits for its end, or
 * refuses with `registerBusy`.
 */
export async function takeTurn(importId: string, otherwise: 'wait' | 'refuse'): Promise<Client> {
  const client = new Client({
    connectionString: env.DATABASE_URL,
    application_name: nameOf(importId),
    keepAlive: true,
  })
  // A lost connection is told by the statement under way; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(ROOM)
    await giveWay(client)
    if (otherwise === 'wait') {
      await client.query('select pg_advisory_lock($1)', [REGISTER])
      return client
    }
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [REGISTER])
    if (rows[0].mine) return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  await client.end()
  throw new Refusal('registerBusy')
}

/** Holds the register until the transaction ends: no import meanwhile. Refuses with `registerBusy`. */
export async function takeTurnWithin(tx: Tx): Promise<void> {
  const [row] = await tx.$queryRaw<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${REGISTER}::bigint) as mine`
  if (!row?.mine) throw new Refusal('registerBusy')
}

/** Ends the connection that works on an import, or waits to, whatever process it belongs to. */
export async function endTurn(tx: Pick<typeof db, '$executeRaw'>, importId: string): Promise<void> {
  await tx.$executeRaw`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = ${nameOf(importId)}`
}

/** An upload that gave no sign for this long has lost its process. */
const SILENT = '60 seconds'

/**
 * Which of these imports somebody works on: their bytes still come in, a connection has the turn for them or waits for
 * it, or a job will see to them (also one whose process was killed: it is started anew).
 */
export async function workedOn(importIds: string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select i.id::text from register_import i where i.id = any(${importIds}::uuid[]) and (
      (i.status = 'receiving' and i.updated_at > now() - ${SILENT}::interval)
      or exists (select from pg_stat_activity a where a.datname = current_database()
        and a.application_name = 'porta a porta: register ' || i.id)
      or exists (select from pgboss.job j where j.name in ('register.check', 'register.apply', 'register.undo')
        and j.state in ('created', 'retry', 'active') and j.data->>'importId' = i.id::text))`
  return new Set(rows.map((row) => row.id))
}
