import 'server-only'
import { Client } from 'pg'
import { db, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/refusal'

/** Any number, as long as nothing else locks on it. */
const REGISTER = 5_909_059

/**
 * A connection of its own that holds the register: one import at a time, whichever process runs it. Ending the
 * connection, also by dying, gives the turn back. Refuses with `registerBusy`.
 */
export async function takeTurn(): Promise<Client> {
  const client = new Client({ connectionString: env.DATABASE_URL, application_name: 'porta a porta: register' })
  // A lost connection is told by the statement under way; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [REGISTER])
  if (rows[0].mine) return client
  await client.end()
  throw new Refusal('registerBusy')
}

/** Holds the register until the transaction ends: no import meanwhile. Refuses with `registerBusy`. */
export async function takeTurnWithin(tx: Tx): Promise<void> {
  const [row] = await tx.$queryRaw<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${REGISTER}::bigint) as mine`
  if (!row?.mine) throw new Refusal('registerBusy')
}

/** Whether somebody imports right now, in this process or another. */
export async function isTurnTaken(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ taken: boolean }[]>`
    select exists (select from pg_locks where locktype = 'advisory' and objsubid = 1 and classid = 0
      and objid = ${REGISTER}::oid and granted
      and database = (select oid from pg_database where datname = current_database())) as taken`
  return row?.taken === true
}
