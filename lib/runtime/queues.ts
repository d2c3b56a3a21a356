import { PgBoss } from 'pg-boss'
import { JOB_NAMES } from '@/lib/jobs'

/** A job whose process was killed is noticed after this long and started anew. */
const HEARTBEAT_SECONDS = 30
/** No job is under way for longer than this. */
const LONGEST_SECONDS = 6 * 3600

/** Makes the tables of the queues and the queues themselves, where they are missing; part of bringing a database up to date. */
export async function prepareQueues(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, max: 2, supervise: false, schedule: false })
  await boss.start()
  try {
    for (const name of JOB_NAMES) {
      await boss.createQueue(name, {
        policy: 'standard',
        notify: true,
        retryLimit: 3,
        retryBackoff: true,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        expireInSeconds: LONGEST_SECONDS,
      })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}
