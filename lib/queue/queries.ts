import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { COUNT_LIMIT } from '@/lib/format'
import { anybodysCallback, FRESH, lapsedCallback, ownCallback, REACHABLE, retryDue } from '@/lib/leases/rules'
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
 * (oldest first); then the list as it comes up, tried firms that have waited before new ones, with the firms between
 * that asked not to be contacted.
 */
export async function queueOf(campaignId: string, whole: boolean): Promise<QueueRow[]> {
  const actor = await gate('calls.log')
  const now = new Date()
  const { to } = boundsOf(dayOf(now))
  const own = sql`a.state = 'callback' and a.callback_at < ${to}
    and (a.callback_user_id = ${actor.id}::uuid or a.callback_user_id is null)`
  const scope = sql`a.campaign_id = ${campaignId}::uuid and exists (
    select from campaign_promoter cp where cp.campaign_id = a.campaign_id and cp.user_id = ${actor.id}::uuid)`
  const row = (kind: QueueRow['kind'], turn: number) => sql`select a.*, ${kind} kind, ${turn}::int turn, f.name,
    f.sector_id, f.municipality_code, f.municipality_name from assignment a join firm f on f.id = a.firm_id`
  const most = whole ? MOST_LISTED : FIRST_LISTED
  return db.$queryRaw<QueueRow[]>`
    with callbacks as (
      ${row('callback', 0)} where ${scope} and (${own} or (${lapsedCallback(actor.id, now)}))
      order by a.callback_at limit ${MOST_CALLBACKS}),
    tried as (
      ${row('listed', 1)} where ${scope} and ${retryDue(now)} and ${REACHABLE} order by a.not_before limit ${most}),
    fresh as (
      ${row('listed', 2)} where ${scope} and ${FRESH} and ${REACHABLE} order by a.draw_order
      limit greatest(0, ${most} - (select count(*) from tried))),
    excluded as (
      ${row('excluded', 2)} where ${scope} and a.state = 'do_not_contact' and f.do_not_contact_since is not null
        and a.draw_order between (select min(draw_order) from fresh) and (select max(draw_order) from fresh)),
    shown as (select * from callbacks union all select * from tried union all select * from fresh
      union all select * from excluded)
    select s.id "assignmentId", s.name "firmName", coalesce(m.name, s.municipality_name) municipality,
      sector.name_it "sectorIt", sector.name_en "sectorEn", s.kind, s.attempts, s.callback_at "callbackAt",
      case when s.lease_user_id <> ${actor.id}::uuid and s.lease_until > ${now} then u.name end holder
    from shown s join sector on sector.id = s.sector_id
      left join municipality m on m.istat_code = s.municipality_code left join app_user u on u.id = s.lease_user_id
    order by s.turn, s.callback_at, case when s.turn = 1 then s.not_before end, s.draw_order`
}

export type DeskNumbers = {
  calls: number
  appointments: number
  /** Firms of the list, and those of them tried. */
  tried: number
  total: number
  /** Firms of the list whose turn it is. */
  ready: number
  /** Callbacks this promoter may make now. */
  due: number
}

/** The promoter's day, and how far the campaign is, reserves not counted; up to `COUNT_LIMIT` and one. */
export const deskNumbers = cache(async (campaignId: string): Promise<DeskNumbers> => {
  const actor = await gate('calls.log')
  const now = new Date()
  const { from } = boundsOf(dayOf(now))
  const count = (which: Prisma.Sql) => sql`(select count(*)::int from (
    select from assignment a where a.campaign_id = ${campaignId}::uuid and ${which} limit ${COUNT_LIMIT + 1}) counted)`
  const [numbers] = await db.$queryRaw<DeskNumbers[]>`
    select day.calls, day.appointments, ${count(sql`a.state <> 'reserve'`)} total,
      ${count(sql`a.attempts > 0`)} tried, ${count(retryDue(now))} + ${count(FRESH)} ready,
      ${count(ownCallback(actor.id, now))} + ${count(anybodysCallback(now))}
        + ${count(lapsedCallback(actor.id, now))} due
    from (
      select count(*)::int calls, (count(*) filter (where outcome = 'appointment'))::int appointments
      from call where user_id = ${actor.id}::uuid and campaign_id = ${campaignId}::uuid and at >= ${from}) day`
  return numbers ?? { calls: 0, appointments: 0, tried: 0, total: 0, ready: 0, due: 0 }
})
