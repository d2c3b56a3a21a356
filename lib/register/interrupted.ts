import 'server-only'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import { env } from '@/lib/env'

/**
 * Whoever holds the turn knows that nobody else imports: what is still marked as running was interrupted (its process
 * died), and files in the upload folder belong to nobody. Both are cleared away.
 */
export async function markInterrupted(client: Client): Promise<void> {
  await client.query(
    `update register_import set status = 'interrupted', finished_at = now(), updated_at = now(),
      refusal = '{"key": "registerInterrupted", "values": {}}'
    where status in ('receiving', 'reading', 'applying')`,
  )
  const folder = path.resolve(env.DATA_DIR, 'uploads')
  const left = await readdir(folder).catch(() => [])
  await Promise.all(left.map((name) => rm(path.join(folder, name), { force: true })))
}
