import 'server-only'
import { Client } from 'pg'
import { env } from '@/lib/env'
import { codeOf } from '@/lib/runtime/problem'

const PATIENCE_MS = 1_500

/** `reason` is a word for a monitor, without addresses or names. */
export type DatabaseHealth = { ok: true } | { ok: false; reason: string }

let asking: Promise<DatabaseHealth> | null = null

/**
 * Asks the database over a connection of its own (the pool may be the very thing that hangs) and answers within two
 * seconds. Whoever asks meanwhile gets the same answer, so that this open door costs one connection at most.
 */
export function databaseHealth(): Promise<DatabaseHealth> {
  asking ??= ask().finally(() => {
    asking = null
  })
  return asking
}

async function ask(): Promise<DatabaseHealth> {
  const client = new Client({ connectionString: env.DATABASE_URL, connectionTimeoutMillis: PATIENCE_MS })
  client.on('error', () => {})
  const tooLong = new Promise<DatabaseHealth>((resolve) => {
    setTimeout(() => resolve({ ok: false, reason: 'no answer in time' }), PATIENCE_MS)
  })
  const answer = client
    .connect()
    .then(() => client.query('select 1'))
    .then((): DatabaseHealth => ({ ok: true }))
    .catch((error): DatabaseHealth => ({ ok: false, reason: reasonFor(codeOf(error)) }))
  const health = await Promise.race([answer, tooLong])
  // Not `end`: that waits for a database that may never answer.
  client.connection.stream.destroy()
  return health
}

function reasonFor(code: string) {
  if (code === 'ECONNREFUSED') return 'connection refused'
  if (code === '57P03') return 'starting or stopping'
  if (code.startsWith('28')) return 'sign-in refused'
  if (code === '53300') return 'too many connections'
  return code || 'no answer in time'
}
