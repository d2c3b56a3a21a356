import { Client } from 'pg'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { takeNextFirm } from '@/lib/leases/mutations'
import type { Actor } from '@/lib/permissions'
import { campaign } from '@/tests/support/campaigns'
import { listMany } from '@/tests/support/many-firms'
import { person } from '@/tests/support/people'

const CALLERS = 100
const FIRMS = 10_000
const TURNS = 20

const url = () => process.env.DATABASE_URL ?? ''
const past = () => new Date(Date.now() - 1000)

async function crowd() {
  const callers = await Promise.all(Array.from({ length: CALLERS }, () => person('promoter')))
  const list = await campaign({ promoters: callers })
  await listMany(list.campaign.id, FIRMS)
  return { callers, campaignId: list.campaign.id }
}

/** What each caller believes to hold; a firm in two hands is written down. */
class Hands {
  readonly held = new Map<string, string>()
  readonly shared: string[] = []
  takes = 0
  take(firm: string, caller: string) {
    const other = this.held.get(firm)
    if (other && other !== caller) this.shared.push(firm)
    this.held.set(firm, caller)
    this.takes += 1
  }
}

/** One caller's round: takes, then the call ends, or the lease runs out in their hands and the firm is free again. */
async function call(hands: Hands, caller: Actor, campaignId: string, turn: number) {
  const taken = await takeNextFirm(caller, campaignId).catch(() => null)
  // Whoever was cut off does not know what became of it, and asks again.
  if (!taken) return
  hands.take(taken.assignmentId, caller.id)
  await new Promise((pause) => setTimeout(pause, turn % 4))
  hands.held.delete(taken.assignmentId)
  const where = { id: taken.assignmentId, leaseUserId: caller.id }
  const ended = { state: 'refused' as const, leaseUserId: null, leaseUntil: null }
  await again(() => db.assignment.updateMany({ where, data: turn % 3 ? ended : { leaseUntil: past() } }))
}

/** The connection may be cut here too. */
async function again(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => again(work))
}

/** Cuts connections at random while they work, as a client that is killed or a network that fails does. */
async function cutOff(stopped: () => boolean): Promise<number> {
  const admin = new Client({ connectionString: url() })
  await admin.connect()
  let cut = 0
  while (!stopped()) {
    const { rowCount } = await admin.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'
      order by random() limit 1`)
    cut += rowCount ?? 0
    await new Promise((pause) => setTimeout(pause, 40))
  }
  await admin.end()
  return cut
}

test('a hundred callers, ten thousand firms, cut connections and expired leases: no firm is ever in two hands', async () => {
  const { callers, campaignId } = await crowd()
  const hands = new Hands()
  let over = false
  const cutting = cutOff(() => over)
  await Promise.all(
    callers.map(async (caller) => {
      for (let turn = 0; turn < TURNS; turn += 1) await call(hands, caller, campaignId, turn)
    }),
  )
  over = true
  expect(await cutting).toBeGreaterThan(0)
  expect(hands.shared).toEqual([])
  expect(hands.takes).toBeGreaterThan(CALLERS)
  // What the log says, which is written with each claim, agrees with what the callers were told, except the few who
  // were cut off between the end of their transaction and the answer.
  const logged = await db.activity.count({ where: { verb: 'assignment.taken' } })
  expect(logged).toBeGreaterThanOrEqual(hands.takes)
  const [crowded] = await db.$queryRaw<{ most: number }[]>`
    select coalesce(max(n), 0)::int most from (
      select count(*) n from assignment where lease_until > now() group by lease_user_id) held`
  expect(crowded?.most).toBeLessThanOrEqual(1)
}, 120_000)

test('a client that dies with a firm half claimed gives it back at once', async () => {
  const giulia = await person('promoter')
  const list = await campaign({ promoters: [giulia] })
  await listMany(list.campaign.id, 2)
  const [first, second] = await db.assignment.findMany({
    where: { campaignId: list.campaign.id },
    orderBy: { drawOrder: 'asc' },
  })
  const dying = new Client({ connectionString: url() })
  dying.on('error', () => {})
  await dying.connect()
  await dying.query('begin')
  await dying.query(
    'update assignment set lease_user_id = $1, lease_until = now() + interval $$30 min$$ where id = $2',
    [giulia.id, first?.id],
  )
  const meanwhile = await takeNextFirm(giulia, list.campaign.id)
  expect(meanwhile?.assignmentId).toBe(second?.id)
  await db.assignment.update({ where: { id: second?.id }, data: { state: 'refused', leaseUserId: null } })
  const gone = new Promise((end) => dying.once('end', end))
  dying.connection.stream.destroy()
  await gone
  await expect.poll(async () => (await takeNextFirm(giulia, list.campaign.id))?.assignmentId).toBe(first?.id)
})
