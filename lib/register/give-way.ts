import 'server-only'
import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import type { Client } from 'pg'

/**
 * Lets whoever waits for a page go before this connection, where PostgreSQL runs on this machine and under an account
 * that may say so: its process gets the low priority that the jobs have (Linux). Otherwise nothing happens.
 */
export async function giveWay(client: Client): Promise<void> {
  const { rows } = await client.query('select pg_backend_pid() as pid, inet_client_port() as port')
  const [{ pid, port }] = rows
  // PostgreSQL names its processes after whom they serve; another machine's number may be a stranger's here.
  const title = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (!title.startsWith('postgres:') || !title.includes(`(${port})`)) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Another account's process.
  }
}
