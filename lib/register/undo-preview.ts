import 'server-only'
import { Client } from 'pg'
import { env } from '@/lib/env'
import { countPlan, planUndo } from '@/lib/register/undo-plan'

/** What undoing would do, as numbers: the very plan that undo follows, made in a transaction that is rolled back. */
export async function previewUndo(importId: string): Promise<Record<string, number>> {
  const client = new Client({ connectionString: env.DATABASE_URL })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await planUndo(client, importId)
    return await countPlan(client)
  } finally {
    await client.query('rollback').catch(() => undefined)
    await client.end()
  }
}
