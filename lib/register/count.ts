import 'server-only'
import type { Client } from 'pg'
import type { ImportCounts } from '@/lib/register/schema'

/** What `compare` found, as numbers. Rows read and rejected come from reading; the others count firms. */
export async function countUp(client: Client, rows: { read: number; rejected: number }): Promise<ImportCounts> {
  const { rows: found } = await client.query(`
    select (select count(*)::int from verdict) as firms,
      (select count(*)::int from verdict where firm_id is null) as created,
      (select count(*)::int from difference where ceases) as ceased,
      (select count(*)::int from difference where changes <> '{}' and not ceases) as changed,
      (select count(*)::int from missing) as missing`)
  const { firms, created, ceased, changed, missing } = found[0]
  return { ...rows, created, changed, unchanged: firms - created - ceased - changed, ceased, missing }
}
