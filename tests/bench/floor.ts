import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { timed } from './clock'

/** What an import writes, and the tables that already hold what was there before. */
const TABLES = ['firm', 'firm_name', 'firm_phone', 'local_unit'] as const

/**
 * The least the database needs for the same rows, in milliseconds: COPY of what the import made into bare tables, then
 * the merge as plain SQL into tables with the same indexes and foreign keys and the same rows in them as before.
 */
export async function sqlFloor(client: Client, importId: string, folder: string): Promise<number> {
  const made = {
    firm: `select * from firm where first_import_id = '${importId}'`,
    firm_name: `select n.* from firm_name n join firm f using (id) where f.first_import_id = '${importId}'`,
    firm_phone: `select p.* from firm_phone p join firm f on f.id = p.firm_id where f.first_import_id = '${importId}'`,
    local_unit: `select u.* from local_unit u join firm f on f.id = u.firm_id where f.first_import_id = '${importId}'`,
  }
  for (const table of TABLES) {
    await pipeline(
      client.query(copyTo(`copy (${made[table]}) to stdout`)),
      createWriteStream(`${folder}/${table}.copy`),
    )
    await client.query(`create table floor_${table} (like ${table} including all)`)
    await client.query(
      `insert into floor_${table} select * from ${table} t where t.id not in (select id from (${made[table]}) m)`,
    )
    await client.query(`create table bare_${table} (like ${table})`)
    await copyForeignKeys(client, table)
  }
  await client.query('checkpoint').catch(() => {})
  const took = await timed(async () => {
    await client.query('begin')
    for (const table of TABLES) {
      await pipeline(
        createReadStream(`${folder}/${table}.copy`),
        client.query(copyFrom(`copy bare_${table} from stdin`)),
      )
      await client.query(`insert into floor_${table} select * from bare_${table} on conflict do nothing`)
    }
    await client.query('commit')
  })
  await client.query(TABLES.map((table) => `drop table floor_${table}, bare_${table} cascade`).join(';'))
  for (const table of TABLES) {
    await rm(`${folder}/${table}.copy`)
  }
  return took
}

/** `like … including all` leaves them out. A phone's and a site's firm is the one of the floor. */
async function copyForeignKeys(client: Client, table: string) {
  const { rows } = await client.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and conrelid = $1::regclass`,
    [table],
  )
  for (const { definition } of rows) {
    const own = definition.replace(/REFERENCES firm\(/, 'REFERENCES floor_firm(')
    await client.query(`alter table floor_${table} add ${own}`)
  }
}
