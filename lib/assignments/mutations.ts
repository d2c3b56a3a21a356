import 'server-only'
import { recordActivity } from '@/lib/activity'
import type { WorkingCalendar } from '@/lib/calendar/rules'
import { type CallingHours, partsReached } from '@/lib/calling-hours/rules'
import { CHAMBER, settingsFrom } from '@/lib/chamber/schema'
import type { Tx } from '@/lib/db'
import type { FirmSnapshot } from '@/lib/firms/mutations'
import { isPromised, type Owed, REACHABLE } from '@/lib/leases/rules'
import { unopposed } from '@/lib/oppositions/rules'
import type { Actor } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { Prisma } from '@/prisma/client/client'
import type { AssignmentState, CampaignStatus, DayPart } from '@/prisma/client/enums'

/** Read along with what is held: a statement of its own would cost each call a round trip. */
const CHAMBER_SETTINGS = Prisma.sql`(select value from setting where key = ${CHAMBER})`

type Entered = { id: string; leaseMinutes: number; calendar: WorkingCalendar } & CallingHours

/**
 * The campaign as this promoter enters it: held until the end of the transaction, so that one person claims one firm
 * at a time whatever their tabs do. Throws `Refusal('notFound' | 'campaignPaused' | 'campaignClosed')`.
 */
export async function enterCampaign(
  tx: Tx,
  actor: Actor,
  { campaignId = null, assignmentId = null }: { campaignId?: string | null; assignmentId?: string | null },
): Promise<Entered> {
  const which = campaignId
    ? Prisma.sql`c.id = ${campaignId}::uuid`
    : Prisma.sql`c.id = (select campaign_id from assignment where id = ${assignmentId}::uuid)`
  const [found] = await tx.$queryRaw<(Omit<Entered, 'calendar'> & { status: CampaignStatus; chamber: unknown })[]>`
    select c.id, c.status, c.lease_minutes "leaseMinutes", c.office_hours "officeHours", c.saturdays,
      to_json(c.day_parts) "dayParts", ${CHAMBER_SETTINGS} chamber
    from campaign c join campaign_promoter cp on cp.campaign_id = c.id and cp.user_id = ${actor.id}::uuid
    where ${which} for update of cp`
  if (!found) throw new Refusal('notFound')
  if (found.status === 'paused') throw new Refusal('campaignPaused')
  if (found.status === 'closed') throw new Refusal('campaignClosed')
  return { ...found, calendar: settingsFrom(found.chamber) }
}

export type LockedAssignment = {
  id: string
  campaignId: string
  firmId: string
  firmName: string
  /** The firm as it is now, for evidence to keep. */
  snapshot: FirmSnapshot
  state: AssignmentState
  attempts: number
  contactedAt: Date | null
  stratum: string | null
  version: number
  leaseUserId: string | null
  leaseUntil: Date | null
  leaseUser: string | null
  callbackAt: Date | null
  callbackUser: string | null
  /** A callback this person may not take: promised by a colleague, and not passed by a working day. */
  promised: boolean
  reachable: boolean
  noAnswerHours: number
  busyHours: number
  maxAttempts: number
  /** Parts of the day in which the campaign calls, of those that its hours come to. */
  dayParts: DayPart[]
}

/** The assignment, held until the end of the transaction; of campaigns of others it does not exist (`notFound`). */
export async function lockAssignment(tx: Tx, actor: Actor, id: string): Promise<LockedAssignment> {
  const now = new Date()
  const [found] = await tx.$queryRaw<(LockedAssignment & Owed & CallingHours & { chamber: unknown })[]>`
    select a.id, a.campaign_id "campaignId", a.firm_id "firmId", f.name "firmName", a.state, a.attempts,
      a.contacted_at "contactedAt", a.stratum, a.version, a.lease_user_id "leaseUserId", a.lease_until "leaseUntil",
      l.name "leaseUser", a.callback_at "callbackAt", b.name "callbackUser",
      a.callback_user_id "callbackUserId", a.not_before "notBefore", ${CHAMBER_SETTINGS} chamber,
      json_build_object('sectorId', f.sector_id, 'municipalityCode', f.municipality_code, 'sizeClass', f.size_class,
        'young', f.young, 'female', f.female, 'foreign', f."foreign") snapshot,
      (${REACHABLE} and ${unopposed(now)}) reachable,
      c.no_answer_hours "noAnswerHours", c.busy_hours "busyHours", c.max_attempts "maxAttempts",
      c.office_hours "officeHours", c.saturdays, to_json(c.day_parts) "dayParts"
    from assignment a join firm f on f.id = a.firm_id join campaign c on c.id = a.campaign_id
      join campaign_promoter cp on cp.campaign_id = c.id and cp.user_id = ${actor.id}::uuid
      left join app_user l on l.id = a.lease_user_id left join app_user b on b.id = a.callback_user_id
    where a.id = ${id}::uuid for update of a`
  if (!found) throw new Refusal('notFound')
  const calendar = settingsFrom(found.chamber)
  return { ...found, promised: isPromised(found, actor.id, now, calendar), dayParts: partsReached(found, calendar) }
}

type Lease = { leaseUserId: string | null; leaseUntil: Date | null; leaseUser: string | null }

/** This person's lease is alive. */
export const holds = (actor: Actor, lease: Lease): boolean =>
  lease.leaseUserId === actor.id && lease.leaseUntil !== null && lease.leaseUntil > new Date()

/** Throws `Refusal('firmHeld')` with the name of the colleague who is on the telephone with the firm. */
export function refuseHeld(actor: Actor, { leaseUserId, leaseUntil, leaseUser }: Lease): void {
  if (!leaseUserId || leaseUserId === actor.id || !leaseUntil || leaseUntil <= new Date()) return
  throw new Refusal('firmHeld', { name: leaseUser ?? '' })
}

/** Ends leases, each with its line in the log; `actor` is null where the command line does it. */
export async function letGo(
  tx: Tx,
  actor: { id: string } | null,
  which: Prisma.AssignmentWhereInput,
  verb: 'assignment.released' | 'assignment.freed' = 'assignment.released',
): Promise<void> {
  const held = await tx.assignment.findMany({
    where: { ...which, leaseUserId: which.leaseUserId ?? { not: null } },
    select: { id: true, firmId: true, leaseUntil: true },
  })
  if (!held.length) return
  const ids = held.map(({ id }) => id)
  await tx.assignment.updateMany({ where: { id: { in: ids } }, data: { leaseUserId: null, leaseUntil: null } })
  for (const { id, firmId, leaseUntil } of held) {
    if (!leaseUntil || leaseUntil <= new Date()) continue
    await recordActivity(tx, actor, { verb, subjectId: id, firmId })
  }
}
