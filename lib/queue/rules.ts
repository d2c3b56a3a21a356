import type { WorkingCalendar } from '@/lib/calendar/rules'
import { FRESH, givable, lapsedCallback, retryDue } from '@/lib/leases/rules'
import { mayCall } from '@/lib/memberships/rules'
import { boundsOf, dayOf } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

const MOST_CALLBACKS = 40
const FIRST_LISTED = 12
const MOST_LISTED = 200

export type QueueRow = {
  assignmentId: string
  firmName: string
  municipality: string | null
  sectorIt: string
  sectorEn: string
  kind: 'callback' | 'confirm' | 'listed' | 'excluded'
  attempts: number
  /** When a callback is due, or the call to confirm an appointment. */
  callbackAt: Date | null
  /** The appointment to confirm, and the moment of its visit. */
  appointmentId: string | null
  startsAt: Date | null
  /** A colleague who has the firm on the telephone. */
  holder: string | null
}

/** `whole`: as long as a screen can bear. `only`: firms never called, or those called before; callbacks stay. */
export type QueueView = { whole: boolean; only?: (typeof ONLY)[number] }
export const ONLY = ['new', 'tried'] as const

const SEEN = sql`a.id, a.attempts, a.not_before, a.draw_order, a.lease_user_id, a.lease_until, f.name, f.sector_id,
  f.municipality_code, f.municipality_name`

/**
 * What this promoter sees of the queue: own callbacks and appointments to confirm of today and before, those of others that passed by a working day
 * (oldest first); then the list as it comes up, tried firms that have waited before new ones, with the firms between
 * that asked not to be contacted.
 */
export function queueRows(
  userId: string,
  campaignId: string,
  { whole, only }: QueueView,
  now: Date,
  calendar: WorkingCalendar,
): Prisma.Sql {
  const { to } = boundsOf(dayOf(now))
  const own = sql`a.state = 'callback' and a.callback_at < ${to}
    and (a.callback_user_id = ${userId}::uuid or a.callback_user_id is null)`
  const scope = sql`a.campaign_id = ${campaignId}::uuid and exists (
    select from campaign_promoter cp where cp.campaign_id = a.campaign_id and cp.user_id = ${userId}::uuid)`
  const row = (kind: QueueRow['kind'], turn: number) => sql`select ${SEEN}, a.callback_at, null::uuid appointment_id,
    null::timestamptz starts_at, ${kind} kind, ${turn}::int turn from assignment a join firm f on f.id = a.firm_id`
  const theirs = mayCall({ campaignId, userId })
  const allowed = givable(campaignId, now)
  const most = whole ? MOST_LISTED : FIRST_LISTED
  return sql`
    with callbacks as (
      ${row('callback', 0)} where ${scope} and (${own} or (${lapsedCallback(userId, now, calendar)} and ${theirs}))
      order by a.callback_at limit ${MOST_CALLBACKS}),
    confirmations as (
      select ${SEEN}, p.confirm_at, p.id, p.starts_at, 'confirm', 0
      from appointment p join assignment a on a.id = p.assignment_id join firm f on f.id = a.firm_id
      where p.arranged_by_id = ${userId}::uuid and p.state = 'planned' and p.confirm_at < ${to} and ${scope}
        and f.do_not_contact_since is null
      order by p.confirm_at limit ${MOST_CALLBACKS}),
    tried as (
      ${row('listed', 1)} where ${only !== 'new'}::boolean and ${scope} and ${retryDue(now)} and ${theirs} and ${allowed} order by a.not_before limit ${most}),
    fresh as (
      ${row('listed', 2)} where ${only !== 'tried'}::boolean and ${scope} and ${FRESH} and ${theirs} and ${allowed} order by a.draw_order limit ${most}),
    excluded as (
      ${row('excluded', 2)} where ${scope} and a.state = 'do_not_contact' and f.do_not_contact_since is not null
        and a.draw_order between (select min(draw_order) from fresh) and (select max(draw_order) from fresh)),
    shown as (select * from callbacks union all select * from confirmations union all select * from tried union all select * from fresh
      union all select * from excluded)
    select s.id "assignmentId", s.name "firmName", coalesce(m.name, s.municipality_name) municipality,
      sector.name_it "sectorIt", sector.name_en "sectorEn", s.kind, s.attempts, s.callback_at "callbackAt",
      s.appointment_id "appointmentId", s.starts_at "startsAt",
      case when s.lease_user_id <> ${userId}::uuid and s.lease_until > ${now} then u.name end holder
    from shown s join sector on sector.id = s.sector_id
      left join municipality m on m.istat_code = s.municipality_code left join app_user u on u.id = s.lease_user_id
    order by s.turn, s.callback_at, case when s.turn = 1 then s.not_before end, s.draw_order`
}
