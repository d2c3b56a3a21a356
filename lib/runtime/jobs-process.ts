import { setPriority } from 'node:os'
import { PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import { ROME } from '@/lib/format'
import { JOB_NAMES, type JobName } from '@/lib/jobs'
import { WORK } from '@/lib/runtime/job-list'
import { giveUp } from '@/lib/runtime/problem'

/** The process that does the jobs. Its parent alone says when it ends, also after a Ctrl-C to the group. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

/** Where both want the same core, whoever waits for a page goes first. */
setPriority(10)

const PATIENCE_MS = 8_000
/** A notification that comes while its worker is busy is lost, and a retry has none: whoever waits for it waits no longer. */
const LOOK_SECONDS = 2

async function work() {
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, max: 3, useListenNotify: true, migrate: false })
  // A database that breaks away is asked again by pg-boss itself.
  boss.on('error', (error) => console.warn(`Jobs: ${error.message}`))
  await boss.start()
  for (const name of JOB_NAMES) await take(boss, name)
  const close = async () => {
    await boss.stop({ graceful: true, timeout: PATIENCE_MS })
    process.exit(0)
  }
  process.on('message', (word) => word === 'close' && void close())
  // A parent that was killed says nothing: its end of the line is gone.
  process.on('disconnect', () => process.exit(1))
  process.send?.('open')
}

async function take<N extends JobName>(boss: PgBoss, name: N) {
  const { run, at } = WORK[name]
  const looking = { pollingIntervalSeconds: LOOK_SECONDS, notifyPollingIntervalSeconds: LOOK_SECONDS }
  await boss.work<Parameters<typeof run>[0]>(name, looking, async ([job]) => {
    if (job) await run(job.data)
  })
  if (at) await boss.schedule(name, at, {}, { tz: ROME, missed: 'once' })
  else await boss.unschedule(name)
}

work().catch(giveUp)
