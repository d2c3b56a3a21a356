import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { lapsedCallback, ownCallback, REACHABLE, ready } from '@/lib/leases/rules'
import { gate } from '@/lib/session'
import { boundsOf, dayOf } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

export type QueueRow = {
  assignmentId: string
  firmName: string
  municipality: string | null
  sectorIt: string
  sectorEn: string
  kind: 'callback' | 'listed' | 'excluded'
  attempts: number
  callbackAt: Date | null
  /** A colleague who has the firm on the telephone. */
  holder: string | null
}

const MOST_CALLBACKS = 40
const FIRST_LISTED = 12
const MOST_LISTED = 200

/**
 * What this promoter sees of the queue: own callbacks of today and before, those of others that passed by a working day
 * (oldest first); then the list in its order, with the firms between that asked not to be contacted.
 */
export async function queueOf(campaignId: string, whole: boolean): Promise<QueueRow[]> {
  const actor = await gate('calls.log')
  const now = new Date()
  const { to } = boundsOf(dayOf(now))
  const own = sql`a.state = 'callback' and a.callback_at < ${to}
    and (a.callback_user_id = ${actor.id}::uuid or a.callback_user_id is null)`
  const scope = sql`a.campaign_id = ${campaignId}::uuid and exists (
    select from campaign_promoter cp where cp.campaign_id = a.campaign_id and cp.user_id = ${actor.id}::uuid)`
  const row = (kind: QueueRow['kind']) => sql`select a.*, ${kind} kind, f.name, f.sector_id, f.municipality_code,
    f.municipality_name from assignment a join firm f on f.id = a.firm_id`
  return db.$queryRaw<QueueRow[]>`
    with callbacks as (
      ${row('callback')} where ${scope} and (${own} or (${lapsedCallback(actor.id, now)}))
      order by a.callback_at limit ${MOST_CALLBACKS}),
    listed as (
      ${row('listed')} where ${scope} and ${ready(now)} and ${REACHABLE}
      order by a.draw_order limit ${whole ? MOST_LISTED : FIRST_LISTED}),
    excluded as (
      ${row('excluded')} where ${scope} and a.state = 'do_not_contact' and f.do_not_contact_since is not null
        and a.draw_order between (select min(draw_order) from listed) and (select max(draw_order) from listed)),
    shown as (select * from callbacks union all select * from listed union all select * from excluded)
    select s.id "assignmentId", s.name "firmName", coalesce(m.name, s.municipality_name) municipality,
      sector.name_it "sectorIt", sector.name_en "sectorEn", s.kind, s.attempts, s.callback_at "callbackAt",
      case when s.lease_user_id <> ${actor.id}::uuid and s.lease_until > ${now} then u.name end holder
    from shown s join sector on sector.id = s.sector_id
      left join municipality m on m.istat_code = s.municipality_code left join app_user u on u.id = s.lease_user_id
    order by s.kind <> 'callback', s.callback_at, s.draw_order`
}

export type DeskNumbers = {
  calls: number
  appointments: number
  tried: number
  total: number
  /** Firms of the list whose turn it is. */
  ready: number
  /** Callbacks this promoter may make now. */
  due: number
}

/** The promoter's day, and how far the campaign is; reserves not counted. */
export const deskNumbers = cache(async (campaignId: string): Promise<DeskNumbers> => {
  const actor = await gate('calls.log')
  const now = new Date()
  const { from } = boundsOf(dayOf(now))
  const [numbers] = await db.$queryRaw<DeskNumbers[]>`
    select day.calls, day.appointments, list.* from (
      select count(*)::int calls, (count(*) filter (where outcome = 'appointment'))::int appointments
      from call where user_id = ${actor.id}::uuid and campaign_id = ${campaignId}::uuid and at >= ${from}) day,
    (
      select count(*)::int total, (count(*) filter (where a.attempts > 0))::int tried,
        (count(*) filter (where ${ready(now)}))::int ready,
        (count(*) filter (where (${ownCallback(actor.id, now)}) or (${lapsedCallback(actor.id, now)})))::int due
      from assignment a where a.campaign_id = ${campaignId}::uuid and a.state <> 'reserve') list`
  return numbers ?? { calls: 0, appointments: 0, tried: 0, total: 0, ready: 0, due: 0 }
})
