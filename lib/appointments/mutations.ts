import 'server-only'
import { lastHand, recordActivity } from '@/lib/activity'
import { callbackAfter, confirmationFor } from '@/lib/appointments/rules'
import type {
  CancelAppointmentInput,
  ConfirmAppointmentInput,
  MissAppointmentInput,
  MoveAppointmentInput,
} from '@/lib/appointments/schema'
import { chamberIn } from '@/lib/chamber/mutations'
import { db, type Tx } from '@/lib/db'
import { insistFree } from '@/lib/diary/mutations'
import { formatDate, formatTime } from '@/lib/format'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import { momentOf } from '@/lib/today/rules'
import type { Appointment } from '@/prisma/client/client'

type Arranged = {
  id: string
  campaignId: string
  assignmentId: string
  firmId: string
  callId?: string
  visitorId: string
  startsAt: Date
  minutes: number
  contactId?: string
  note?: string
  /** When whoever arranges it calls again to confirm: before the visit. */
  confirmAt?: Date
  /** The person saw that the visitor has another visit then. */
  overlapAccepted?: boolean
}

/**
 * Writes down an agreed visit, inside the verb that logs the call; the assignment's own state is that verb's to set.
 * The same id again changes nothing. Throws `Refusal('appointmentPast' | 'confirmNotBefore')`, `appointmentOverlaps` where the visitor has
 * another visit then and nobody confirmed it, `notFound` where the id is taken or the visitor is not of the campaign.
 */
export async function arrangeAppointment(tx: Tx, actor: Actor, arranged: Arranged): Promise<void> {
  const { overlapAccepted, ...agreed } = arranged
  const known = await tx.appointment.findUnique({ where: { id: agreed.id } })
  if (known?.assignmentId === agreed.assignmentId) return
  if (known) throw new Refusal('notFound')
  if (agreed.startsAt.getTime() <= Date.now()) throw new Refusal('appointmentPast')
  const { confirmAt } = agreed
  if (confirmAt && (confirmAt.getTime() <= Date.now() || confirmAt >= agreed.startsAt)) {
    throw new Refusal('confirmNotBefore', {}, 'appointment')
  }
  await insistVisitor(tx, agreed.campaignId, agreed.visitorId)
  const overlap = await insistFree(tx, actor, arranged, 'appointment')
  await tx.appointment.create({ data: { ...agreed, arrangedById: actor.id } })
  await recordActivity(tx, actor, {
    verb: 'appointment.arranged',
    subjectId: agreed.id,
    firmId: agreed.firmId,
    changes: { startsAt: [null, agreed.startsAt.toISOString()], minutes: [null, agreed.minutes], ...overlap },
  })
}

/**
 * Moves a planned appointment to another time, or gives it to another promoter of the campaign. Throws
 * `Refusal('appointmentPast' | 'appointmentOver' | 'appointmentOverlaps' | 'notFound')`, `Conflict`.
 */
export async function moveAppointment(actor: Actor, input: MoveAppointmentInput): Promise<{ version: number }> {
  permit(actor, 'visits.record')
  const startsAt = momentOf(input.day, input.time)
  return db.$transaction(async (tx) => {
    const before = await lockAppointment(tx, actor, input.id)
    const { minutes, visitorId = before.visitorId, overlapAccepted } = input
    const stays = before.visitorId === visitorId && before.startsAt.getTime() === startsAt.getTime()
    if (stays && before.minutes === minutes) return before
    await insist(tx, actor, before, input.version)
    if (startsAt.getTime() <= Date.now()) throw new Refusal('appointmentPast')
    if (visitorId !== before.visitorId) await insistVisitor(tx, before.campaignId, visitorId)
    const overlap = await insistFree(
      tx,
      actor,
      { id: before.id, visitorId, startsAt, minutes, overlapAccepted },
      'time',
    )
    await recordActivity(tx, actor, {
      verb: 'appointment.moved',
      subjectId: before.id,
      firmId: before.firmId,
      changes: {
        startsAt: [before.startsAt.toISOString(), startsAt.toISOString()],
        minutes: [before.minutes, minutes],
        ...(visitorId === before.visitorId ? {} : { visitorId: [before.visitorId, visitorId] }),
        ...overlap,
      },
    })
    return tx.appointment.update({
      where: { id: before.id },
      data: { startsAt, minutes, visitorId, ...(await askedAgain(tx, before, startsAt)), version: { increment: 1 } },
    })
  })
}

/** At another time it must be confirmed again, where it was to be or was. */
async function askedAgain(tx: Tx, { confirmAt, confirmedAt, startsAt: before }: Appointment, startsAt: Date) {
  if ((!confirmAt && !confirmedAt) || before.getTime() === startsAt.getTime()) return {}
  return { confirmAt: confirmationFor(startsAt, new Date(), await chamberIn(tx)), confirmedAt: null }
}

/** The firm said that it still holds. Sent again, changes nothing. Throws as `moveAppointment`. */
export async function confirmAppointment(actor: Actor, input: ConfirmAppointmentInput): Promise<{ version: number }> {
  permit(actor, 'visits.record')
  return db.$transaction(async (tx) => {
    const before = await lockAppointment(tx, actor, input.id)
    if (before.confirmedAt && before.version === input.version + 1) return before
    await insist(tx, actor, before, input.version)
    const { id, firmId, startsAt } = before
    await recordActivity(tx, actor, {
      verb: 'appointment.confirmed',
      subjectId: id,
      firmId,
      changes: { startsAt: startsAt.toISOString() },
    })
    const data = { confirmAt: null, confirmedAt: new Date(), version: { increment: 1 } }
    return tx.appointment.update({ where: { id }, data })
  })
}

/** Calls a planned appointment off; its firm is called again (see `callbackAfter`). Throws as `moveAppointment`. */
export async function cancelAppointment(actor: Actor, input: CancelAppointmentInput): Promise<{ version: number }> {
  permit(actor, 'visits.record')
  return fallThrough(actor, input, 'cancelled', { by: input.by, reason: input.reason })
}

/** Nobody was there. Throws `Refusal('appointmentNotYet')` before its time, else as `moveAppointment`. */
export async function missAppointment(actor: Actor, input: MissAppointmentInput): Promise<{ version: number }> {
  permit(actor, 'visits.record')
  return fallThrough(actor, input, 'no_show', input.note ? { reason: input.note } : {})
}

async function fallThrough(
  actor: Actor,
  input: { id: string; version: number },
  state: 'cancelled' | 'no_show',
  why: Record<string, string>,
): Promise<{ version: number }> {
  return db.$transaction(async (tx) => {
    const before = await lockAppointment(tx, actor, input.id)
    if (before.state === state && before.version === input.version + 1) return before
    await insist(tx, actor, before, input.version)
    if (state === 'no_show' && before.startsAt.getTime() > Date.now()) throw new Refusal('appointmentNotYet')
    const after = await tx.appointment.update({ where: { id: before.id }, data: { state, version: { increment: 1 } } })
    // An assignment that went on meanwhile (visited, refused, another appointment) stays where it is.
    const others = { appointments: { none: { state: 'planned' as const } } }
    await tx.assignment.updateMany({
      where: { id: before.assignmentId, state: 'appointment', ...others },
      data: {
        state: 'callback',
        callbackAt: callbackAfter(new Date(), await chamberIn(tx)),
        callbackUserId: before.arrangedById,
        version: { increment: 1 },
      },
    })
    await recordActivity(tx, actor, {
      verb: state === 'cancelled' ? 'appointment.cancelled' : 'appointment.missed',
      subjectId: before.id,
      firmId: before.firmId,
      changes: { state: [before.state, state], startsAt: before.startsAt.toISOString(), ...why },
    })
    return after
  })
}

/** Whoever is sent is a promoter of the campaign who may still sign in. */
async function insistVisitor(tx: Tx, campaignId: string, userId: string): Promise<void> {
  const where = { campaignId, userId, user: { active: true } }
  if (!(await tx.campaignPromoter.count({ where }))) throw new Refusal('notFound')
}

/** The appointment, held for this transaction; of others' campaigns it does not exist. */
async function lockAppointment(tx: Tx, actor: Actor, id: string): Promise<Appointment> {
  await tx.$queryRaw`select id from appointment where id = ${id}::uuid for update`
  const found = await tx.appointment.findFirst({
    where: { id, OR: [{ visitorId: actor.id }, { campaign: { promoters: { some: { userId: actor.id } } } }] },
  })
  if (!found) throw new Refusal('notFound')
  return found
}

async function insist(tx: Tx, actor: Actor, found: Appointment, version: number): Promise<void> {
  if (found.version !== version) {
    const theirs = `${formatDate(actor.locale, found.startsAt)} ${formatTime(actor.locale, found.startsAt)}`
    const differences = [
      { field: 'startsAt', theirs },
      { field: 'state', theirs: found.state },
    ]
    const hand = await lastHand(tx, actor, { subjectId: found.id, firmId: found.firmId })
    throw new Conflict(found.version, differences, hand)
  }
  if (found.state !== 'planned') throw new Refusal('appointmentOver')
}
