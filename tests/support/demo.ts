import { Client } from 'pg'
import { inject } from 'vitest'
import { loadDemo } from '@/prisma/demo/load'
import { dropDatabase } from '@/tests/support/drop-database'

/** Makes the database of a test file the demo programme's, which is loaded once a run and then copied. */
export async function copyDemo(): Promise<void> {
  const url = process.env.DATABASE_URL ?? ''
  const own = new URL(url).pathname.slice(1)
  const demo = `${inject('template')}_demo`
  const server = new Client({ connectionString: inject('serverUrl') })
  await server.connect()
  try {
    // Another file that wants it meanwhile waits until it is there.
    await server.query('select pg_advisory_lock(hashtext($1))', [demo])
    const { rowCount } = await server.query('select from pg_database where datname = $1', [demo])
    if (rowCount) {
      await dropDatabase(server, own)
      await server.query(`create database ${own} template ${demo}`)
    } else {
      await loadDemo(url)
      await server.query(`create database ${demo} template ${own}`)
    }
  } finally {
    await server.end()
  }
}
