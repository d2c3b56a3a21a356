import { PgBoss } from 'pg-boss'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { queueJob } from '@/lib/jobs'
import { openJobs } from '@/lib/runtime/jobs'
import { clearSignIns } from '@/lib/users/sessions'
import { person } from '@/tests/support/people'

const DAYS = 24 * 3600 * 1000
const ago = (days: number) => new Date(Date.now() - days * DAYS)

async function twoSessions() {
  const { id: userId } = await person('promoter')
  const [old, fresh] = [uuidv7(), uuidv7()]
  await db.signInSession.createMany({
    data: [
      { id: old, userId, epoch: 0, createdAt: ago(31) },
      { id: fresh, userId, epoch: 0, createdAt: ago(29) },
    ],
  })
  const left = async () => (await db.signInSession.findMany({ where: { userId } })).map(({ id }) => id)
  return { old, fresh, left }
}

describe('work that no request waits for', () => {
  let boss: PgBoss
  beforeAll(async () => {
    boss = await new PgBoss({ connectionString: env.DATABASE_URL, supervise: false, schedule: false }).start()
  })
  afterAll(async () => await boss.stop({ graceful: false }))
  const waiting = () => boss.findJobs('sign-ins.clear', { queued: true })

  it('is queued with the deed that wants it, or not at all', async () => {
    const deed = db.$transaction(async (tx) => {
      await queueJob(tx, 'sign-ins.clear', {})
      throw new Error('The deed failed')
    })
    await expect(deed).rejects.toThrow('The deed failed')
    expect(await waiting()).toEqual([])
    await db.$transaction((tx) => queueJob(tx, 'sign-ins.clear', {}))
    expect(await waiting()).toHaveLength(1)
  })

  it('is done by a process of its own', async () => {
    const { fresh, left } = await twoSessions()
    const jobs = await openJobs()
    await expect.poll(left, { timeout: 15_000 }).toEqual([fresh])
    await jobs.close()
  })
})

it('sign-ins that ran out are cleared away, the others stay', async () => {
  const { fresh, left } = await twoSessions()
  await db.signInThrottle.createMany({ data: [{ key: 'old' }, { key: 'fresh' }] })
  await db.$executeRaw`update sign_in_throttle set updated_at = ${ago(2)} where key = 'old'`
  await clearSignIns()
  expect(await left()).toEqual([fresh])
  expect(await db.signInThrottle.findMany({ select: { key: true } })).toEqual([{ key: 'fresh' }])
})
