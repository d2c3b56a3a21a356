import 'server-only'
import { recordActivity } from '@/lib/activity'
import { enterCampaign, holds, letGo, lockAssignment, refuseHeld } from '@/lib/assignments/mutations'
import type { WorkingCalendar } from '@/lib/calendar/rules'
import { isCallingMoment } from '@/lib/calling-hours/rules'
import { CALLABLE, minutesAfter, SKIP_MINUTES } from '@/lib/calls/rules'
import { db, type Tx } from '@/lib/db'
import { formatDate, formatTime } from '@/lib/format'
import { anybodysCallback, FRESH, free, givable, lapsedCallback, ownCallback, retryDue } from '@/lib/leases/rules'
import { mayCall } from '@/lib/memberships/rules'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { Prisma } from '@/prisma/client/client'

export type Taken = { assignmentId: string; firmId: string; firmName: string }

type Claim = Taken & { fresh: boolean }
/** `listOpen`: it is an hour at which the campaign calls; promised callbacks are kept at any. */
type Claiming = {
  userId: string
  campaignId: string
  leaseMinutes: number
  listOpen: boolean
  calendar: WorkingCalendar
}

/**
 * Claims the next firm for this promoter: their own callbacks that are due (oldest first), then callbacks of nobody
 * and those of others that passed by a working day, then firms tried before that have waited their hours, then the
 * list, as far as these are of their part of the campaign and it calls at this hour. The firm they already hold is the
 * answer while its lease lives. Null where nothing is left. Throws `Refusal('notFound' | 'campaignPaused' | 'campaignClosed')`.
 */
export async function takeNextFirm(actor: Actor, campaignId: string): Promise<Taken | null> {
  permit(actor, 'calls.log')
  return db.$transaction(async (tx) => {
    const { leaseMinutes, calendar, ...hours } = await enterCampaign(tx, actor, { campaignId })
    const listOpen = isCallingMoment(new Date(), hours, calendar)
    const [claim] = await claimNext(tx, { userId: actor.id, campaignId, leaseMinutes, listOpen, calendar })
    if (!claim) return null
    const { fresh, ...taken } = claim
    if (fresh) await recordTaken(tx, actor, taken)
    return taken
  })
}

/**
 * One statement, so that of two promoters each gets another firm; those being claimed this moment are passed over. Each
 * turn walks an index of its own (migration `desk_turns`) and stops at the first firm: what waits is not walked over.
 */
function claimNext(tx: Tx, { userId, campaignId, leaseMinutes, listOpen, calendar }: Claiming): Promise<Claim[]> {
  const now = new Date()
  const oldest = Prisma.sql`a.callback_at`
  const theirs = (which: Prisma.Sql) => Prisma.sql`${which} and ${mayCall({ campaignId, userId })}`
  const list = [
    { which: theirs(retryDue(now)), order: Prisma.sql`a.not_before` },
    { which: theirs(FRESH), order: Prisma.sql`a.draw_order` },
  ]
  const turns = [
    { which: ownCallback(userId, now), order: oldest },
    { which: theirs(anybodysCallback(now)), order: oldest },
    { which: theirs(lapsedCallback(userId, now, calendar)), order: oldest },
    ...(listOpen ? list : []),
  ]
  const name = (turn: number) => Prisma.raw(`turn${turn}`)
  const firsts = turns.map(({ which, order }, turn) => {
    const before = [Prisma.sql`held`, ...turns.slice(0, turn).map((_, index) => name(index))]
    const nothing = before.map((earlier) => Prisma.sql`not exists (select from ${earlier})`)
    return Prisma.sql`${name(turn)} as (
      select id from (
        select a.id from assignment a join firm f on f.id = a.firm_id
        where a.campaign_id = ${campaignId}::uuid and ${which} and ${free(now)} and ${givable(campaignId, now)}
        order by ${order} limit 1 for update of a skip locked) next
      where ${Prisma.join(nothing, ' and ')})`
  })
  const chosen = turns.map((_, turn) => Prisma.sql`select id, true fresh from ${name(turn)}`)
  return tx.$queryRaw<Claim[]>`
    with held as (
      select a.id from assignment a where a.campaign_id = ${campaignId}::uuid
        and a.lease_user_id = ${userId}::uuid and a.lease_until > ${now} order by a.lease_until desc limit 1),
    ${Prisma.join(firsts)},
    chosen as (select id, false fresh from held union all ${Prisma.join(chosen, ' union all ')})
    update assignment a set lease_user_id = ${userId}::uuid, updated_at = ${now},
      lease_until = case when chosen.fresh then ${minutesAfter(now, leaseMinutes)} else a.lease_until end
    from chosen, firm f where a.id = chosen.id and f.id = a.firm_id
    returning a.id "assignmentId", a.firm_id "firmId", f.name "firmName", chosen.fresh`
}

/**
 * Claims the chosen firm, letting go of any other; the one already held is held for longer. Throws
 * `Refusal('firmHeld' | 'callbackOfOther')` with the colleague's name, and `firmNotCallable`.
 */
export async function takeFirm(actor: Actor, assignmentId: string): Promise<Taken> {
  permit(actor, 'calls.log')
  return db.$transaction(async (tx) => {
    const { leaseMinutes } = await enterCampaign(tx, actor, { assignmentId })
    const chosen = await lockAssignment(tx, actor, assignmentId)
    const { campaignId, firmId, firmName, callbackAt, callbackUser } = chosen
    refuseHeld(actor, chosen)
    if (!CALLABLE.includes(chosen.state) || !chosen.reachable) throw new Refusal('firmNotCallable')
    if (chosen.promised && callbackAt) {
      const at = `${formatDate(actor.locale, callbackAt)} ${formatTime(actor.locale, callbackAt)}`
      throw new Refusal('callbackOfOther', { name: callbackUser ?? '', at })
    }
    const fresh = !holds(actor, chosen)
    if (fresh) await letGo(tx, actor, { campaignId, leaseUserId: actor.id, id: { not: assignmentId } })
    const data = { leaseUserId: actor.id, leaseUntil: minutesAfter(new Date(), leaseMinutes) }
    await tx.assignment.update({ where: { id: assignmentId }, data })
    const taken = { assignmentId, firmId, firmName }
    if (fresh) await recordTaken(tx, actor, taken)
    return taken
  })
}

/** Not now: the firm goes back and stays away for ten minutes. Of a firm this person does not hold, nothing happens. */
export async function skipFirm(actor: Actor, assignmentId: string): Promise<{ campaignId: string }> {
  permit(actor, 'calls.log')
  return db.$transaction(async (tx) => {
    const { campaignId, firmId, leaseUserId } = await lockAssignment(tx, actor, assignmentId)
    if (leaseUserId !== actor.id) return { campaignId }
    const notBefore = minutesAfter(new Date(), SKIP_MINUTES)
    const data = { leaseUserId: null, leaseUntil: null, notBefore }
    await tx.assignment.update({ where: { id: assignmentId }, data })
    await recordActivity(tx, actor, { verb: 'assignment.skipped', subjectId: assignmentId, firmId })
    return { campaignId }
  })
}

/** A pause: this person holds no firm of the campaign any more. Throws `Refusal('notFound')`. */
export async function releaseFirms(actor: Actor, campaignId: string): Promise<void> {
  permit(actor, 'calls.log')
  await db.$transaction(async (tx) => {
    const where = { campaignId_userId: { campaignId, userId: actor.id } }
    if (!(await tx.campaignPromoter.findUnique({ where }))) throw new Refusal('notFound')
    await letGo(tx, actor, { campaignId, leaseUserId: actor.id })
  })
}

/**
 * A manager frees a firm that somebody holds; whoever is on the telephone may still save what was said, unless a
 * colleague has taken it by then. Of a firm nobody holds nothing happens. Throws `Refusal('notFound')`.
 */
export async function freeFirm(actor: Actor, assignmentId: string): Promise<void> {
  permit(actor, 'campaigns.write')
  await db.$transaction(async (tx) => {
    const [found] = await tx.$queryRaw<unknown[]>`
      select from assignment where id = ${assignmentId}::uuid for update`
    if (!found) throw new Refusal('notFound')
    await letGo(tx, actor, { id: assignmentId }, 'assignment.freed')
  })
}

async function recordTaken(tx: Tx, actor: Actor, { assignmentId, firmId }: Taken): Promise<void> {
  await recordActivity(tx, actor, { verb: 'assignment.taken', subjectId: assignmentId, firmId })
}
