import { randomUUID } from 'node:crypto'
import { newCampaign } from '@/lib/campaigns/schema'
import { firmFilter } from '@/lib/firms/schema'
import { placesCounted } from '@/lib/frames/rules'
import type { Actor } from '@/lib/permissions'
import { prepareQueues } from '@/lib/runtime/queues'

/**
 * What a manager waits for on a register of this size: the firms a filter leaves, divided into strata; a sample of 3,000
 * with its reserves; a list of every firm, and how long it goes on filling up after that. The open campaign of the desk's
 * world is closed first, so that its firms are free.
 */
export async function benchCampaigns(): Promise<void> {
  const { db } = await import('@/lib/db')
  const { makeCampaign } = await import('@/lib/campaigns/mutations')
  const { enterWaiting } = await import('@/lib/frames/mutations')
  await prepareQueues(process.env.DATABASE_URL ?? '')
  await db.campaign.updateMany({ data: { status: 'closed' } })
  const [first] = await db.user.findMany({ take: 1 })
  if (!first) throw new Error('Nobody is there to make a campaign')
  const manager: Actor = { ...first, role: 'manager' }
  const facts = { startsOn: '2026-03-01', endsOn: '2026-12-31', targetCalls: 3000, targetVisits: 600 }
  const wish = (rest: object) =>
    newCampaign.parse({ id: randomUUID(), name: 'Prova', ...facts, promoterIds: [first.id], ...rest })
  const draw = { by: ['sector', 'size'], allocation: 'proportional', total: 3000 }
  console.info('\nA campaign on the whole register')
  const say = async (what: string, act: () => Promise<unknown>) => {
    const begin = performance.now()
    await act()
    console.info(`${what.padEnd(34)}${((performance.now() - begin) / 1000).toFixed(1)} s`)
  }
  const frame = { filter: firmFilter.parse({}), coolOffMonths: 12 }
  await say('the frame, by sector and size', () => db.$queryRaw(placesCounted(frame, ['sector', 'size'], new Date())))
  await say('draw 3,000 and their reserves', () => makeCampaign(manager, wish({ seed: 1, draw })))
  await db.campaign.updateMany({ data: { status: 'closed' } })
  const list = wish({ seed: 2 })
  await say('list every firm', () => makeCampaign(manager, list))
  await say('until the last is on the list', () => enterWaiting(list.id))
}
