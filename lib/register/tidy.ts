import 'server-only'
import type { Client } from 'pg'

/**
 * Until somebody sweeps up after so many new rows, every search looks each of them up in the table, and reads through
 * what the trigram index has not sorted in. PostgreSQL would do it by itself, minutes later.
 */
export async function tidy(client: Client): Promise<void> {
  await client.query('vacuum (analyze, truncate off) firm, firm_name, firm_phone, local_unit')
}
