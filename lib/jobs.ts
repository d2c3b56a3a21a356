import 'server-only'
import { fromPrisma, PgBoss, type SendOptions } from 'pg-boss'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'

/** Work that no request waits for, and what it is told. Each is safe to run again: a killed one is started anew. */
export type Jobs = {
  /** Clears away sign-in sessions and brakes that have run out. */
  'sign-ins.clear': Record<string, never>
  /** Sends each promoter the appointments and callbacks of their day. */
  'reminders.morning': Record<string, never>
  /** Tells the last quarter in the open data, where they are switched on. */
  'open-data.release': Record<string, never>
  /** Makes the dry run of an import, writes it, takes it back. */
  'register.check': { importId: string }
  'register.apply': { importId: string }
  'register.undo': { importId: string }
  /** Clears away files and staging that have run out. */
  'register.clear': Record<string, never>
  /** Puts the firms of a long list on it. */
  'campaigns.enter': { campaignId: string }
  /** Moves firms to the sectors the list has for them. */
  'sectors.sort': Record<string, never>
}
export type JobName = keyof Jobs

/** Every queue there is; lib/runtime/job-list.ts says what is done for each. */
export const JOB_NAMES = [
  'sign-ins.clear',
  'reminders.morning',
  'open-data.release',
  'register.check',
  'register.apply',
  'register.undo',
  'register.clear',
  'sectors.sort',
  'campaigns.enter',
] as const satisfies JobName[]

const kept = globalThis as typeof globalThis & { boss?: Promise<PgBoss> }

/** Knows the queues (over one connection of its own, opened at first use) and runs nothing itself. */
function queues(): Promise<PgBoss> {
  const options = { connectionString: env.DATABASE_URL, max: 1, supervise: false, schedule: false, migrate: false }
  kept.boss ??= new PgBoss(options).on('error', (error) => console.warn(`Queues: ${error.message}`)).start()
  return kept.boss
}

/**
 * Queues a job in the transaction of the deed that wants it done: both are there, or neither. `singletonKey` keeps a
 * second one of the same key from waiting beside the first.
 */
export async function queueJob<N extends JobName>(
  tx: Tx,
  name: N,
  told: Jobs[N],
  options: Pick<SendOptions, 'startAfter' | 'singletonKey'> = {},
): Promise<void> {
  const boss = await queues()
  await boss.send(name, told, { ...options, db: fromPrisma(tx) })
}
