import 'server-only'
import { cache } from 'react'
import { workingCalendar } from '@/lib/chamber/queries'
import { db } from '@/lib/db'
import { COUNT_LIMIT } from '@/lib/format'
import { anybodysCallback, FRESH, lapsedCallback, ownCallback, retryDue } from '@/lib/leases/rules'
import { mayCall } from '@/lib/memberships/rules'
import { type QueueRow, type QueueView, queueRows } from '@/lib/queue/rules'
import { gate } from '@/lib/session'
import { boundsOf, dayOf } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/** What this promoter sees of the queue (`queueRows`). */
export async function queueOf(campaignId: string, view: QueueView): Promise<QueueRow[]> {
  const actor = await gate('calls.log')
  return db.$queryRaw<QueueRow[]>(queueRows(actor.id, campaignId, view, new Date(), await workingCalendar()))
}

export type DeskNumbers = {
  calls: number
  appointments: number
  /** Firms of the list, and those of them tried. */
  tried: number
  total: number
  /** Firms of this promoter's part of the list whose turn it is. */
  ready: number
  /** Callbacks this promoter may make now. */
  due: number
}

/** The promoter's day, and how far the campaign is, reserves not counted; up to `COUNT_LIMIT` and one. */
export const deskNumbers = cache(async (campaignId: string): Promise<DeskNumbers> => {
  const actor = await gate('calls.log')
  const calendar = await workingCalendar()
  const now = new Date()
  const { from } = boundsOf(dayOf(now))
  /** Looks at the firms too, which costs: only for who calls a part of the campaign. */
  const countOf = (which: Prisma.Sql) => sql`(select count(*)::int from (
    select from assignment a join firm f on f.id = a.firm_id
    where a.campaign_id = ${campaignId}::uuid and ${which} limit ${COUNT_LIMIT + 1}) counted)`
  const count = (which: Prisma.Sql) => sql`(select count(*)::int from (
    select from assignment a where a.campaign_id = ${campaignId}::uuid and ${which} limit ${COUNT_LIMIT + 1}) counted)`
  const share = { campaignId, userId: actor.id }
  const turn = sql`${count(retryDue(now))} + ${count(FRESH)}`
  const own = sql`${countOf(sql`${retryDue(now)} and ${mayCall(share)}`)} + ${countOf(sql`${FRESH} and ${mayCall(share)}`)}`
  const [numbers] = await db.$queryRaw<DeskNumbers[]>`
    select day.calls, day.appointments, ${count(sql`a.state <> 'reserve'`)} total,
      ${count(sql`a.attempts > 0`)} tried, 
      case when exists (select from campaign_promoter_share s where s.campaign_id = ${campaignId}::uuid
        and s.user_id = ${actor.id}::uuid) then ${own} else ${turn} end ready,
      ${count(ownCallback(actor.id, now))} + ${count(anybodysCallback(now))}
        + ${count(lapsedCallback(actor.id, now, calendar))} due
    from (
      select count(*)::int calls, (count(*) filter (where outcome = 'appointment'))::int appointments
      from call where user_id = ${actor.id}::uuid and campaign_id = ${campaignId}::uuid and at >= ${from}) day`
  return numbers ?? { calls: 0, appointments: 0, tried: 0, total: 0, ready: 0, due: 0 }
})
