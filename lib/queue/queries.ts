import 'server-only'
import { cache } from 'react'
import { workingCalendar } from '@/lib/chamber/queries'
import { db } from '@/lib/db'
import { COUNT_LIMIT } from '@/lib/format'
import { anybodysCallback, FRESH, givable, lapsedCallback, ownCallback, retryDue } from '@/lib/leases/rules'
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
  const mine = mayCall({ campaignId, userId: actor.id })
  const counted = (from: Prisma.Sql, which: Prisma.Sql) => sql`(select count(*)::int from (
    select from ${from} where a.campaign_id = ${campaignId}::uuid and ${which} limit ${COUNT_LIMIT + 1}) counted)`
  const count = (which: Prisma.Sql) => counted(sql`assignment a`, which)
  /** By the rule that gives a firm. Looks at the firms too, which costs: only where it leaves out more than a few. */
  const countGiven = (which: Prisma.Sql) =>
    counted(sql`assignment a join firm f on f.id = a.firm_id`, sql`${which} and ${givable(campaignId, now)}`)
  const turns = [retryDue(now), FRESH]
  const callbacks = [anybodysCallback(now), lapsedCallback(actor.id, now, calendar)]
  const sum = (counts: Prisma.Sql[]) => Prisma.join(counts, ' + ')
  const given = (whiches: Prisma.Sql[]) => whiches.map((which) => countGiven(sql`${which} and ${mine}`))
  const own = ownCallback(actor.id, now)
  const [numbers] = await db.$queryRaw<DeskNumbers[]>`
    with narrow as materialized (
      select exists (select from campaign_promoter_share s where s.campaign_id = ${campaignId}::uuid
          and s.user_id = ${actor.id}::uuid)
        or exists (select from campaign c where c.id = ${campaignId}::uuid and c.opposition = 'block') is_so)
    select day.calls, day.appointments, ${count(sql`a.state <> 'reserve'`)} total,
      ${count(sql`a.attempts > 0`)} tried,
      case when is_so then ${sum(given(turns))} else ${sum(turns.map(count))} end ready,
      case when is_so then ${sum([countGiven(own), ...given(callbacks)])}
        else ${sum([own, ...callbacks].map(count))} end due
    from (
      select count(*)::int calls, (count(*) filter (where outcome = 'appointment'))::int appointments
      from call where user_id = ${actor.id}::uuid and campaign_id = ${campaignId}::uuid and at >= ${from}) day, narrow`
  return numbers ?? { calls: 0, appointments: 0, tried: 0, total: 0, ready: 0, due: 0 }
})
