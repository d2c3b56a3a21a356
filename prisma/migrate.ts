import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'

/** Any number will do; two processes that start together must use the same one. */
const LOCK = 7_270_001

/**
 * Brings the database up to the newest migration of `prisma/migrations` and returns the names of those applied.
 * Each script runs in a transaction of its own together with its row in `_prisma_migrations`, so a killed process
 * leaves none half done, and `prisma migrate deploy` understands the database. (Prisma's engine itself splits scripts
 * at every semicolon, also inside a function's body, and applies them outside a transaction.)
 */
export async function migrate(databaseUrl: string, folder = path.resolve('prisma/migrations')): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create table if not exists _prisma_migrations (
      id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
      migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
      started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`)
    const { rows } = await client.query<{ name: string }>(
      'select migration_name as name from _prisma_migrations where finished_at is not null',
    )
    const done = new Set(rows.map((row) => row.name))
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries.filter((entry) => entry.isDirectory() && !done.has(entry.name)).map((entry) => entry.name)
    for (const name of names.sort()) {
      const script = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      await apply(client, name, script)
    }
    return names
  } finally {
    await client.end()
  }
}

async function apply(client: Client, name: string, script: string) {
  await client.query('begin')
  try {
    await client.query(script)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), 1)`,
      [randomUUID(), createHash('sha256').update(script).digest('hex'), name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
