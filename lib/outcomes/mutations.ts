import 'server-only'
import { recordActivity } from '@/lib/activity'
import { arrangeAppointment } from '@/lib/appointments/mutations'
import { type LockedAssignment, lockAssignment, refuseHeld } from '@/lib/assignments/mutations'
import { hasNumber } from '@/lib/calls/mutations'
import { afterCall, isReplaced, isSpoken, SPOKEN } from '@/lib/calls/rules'
import { missingFor } from '@/lib/calls/schema'
import { db, type Tx } from '@/lib/db'
import {
  flagDoNotContact,
  noteDigitalLevel,
  restoreDigitalLevel,
  strikePhone,
  unstrikePhone,
} from '@/lib/firms/mutations'
import { withdrawNeedsOf } from '@/lib/needs/mutations'
import { isCorrectable } from '@/lib/outcomes/rules'
import type { OutcomeCorrection } from '@/lib/outcomes/schema'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { callReserve, returnReserve } from '@/lib/reserves/mutations'
import type { Call } from '@/prisma/client/client'
import type { AssignmentState } from '@/prisma/client/enums'

export type Corrected = { firmName: string; campaignId: string; state: AssignmentState }

/**
 * Corrects how a call ended, on its own day and by its own caller: what the wrong outcome did is taken back, and the
 * assignment goes where the right one would have led at the time of the call. The call keeps its trace in the log
 * (before and after). The same again changes nothing. Throws `Refusal`: `notFound` (also of colleagues' calls),
 * `correctionLate`, `stopStands` (do not contact: only an admin re-admits), `callFollowed` where something happened to
 * the firm since, `needsTakenUp`, `firmHeld`, and what logging that outcome would refuse.
 */
export async function correctOutcome(actor: Actor, input: OutcomeCorrection): Promise<Corrected> {
  permit(actor, 'calls.log')
  return db.$transaction(async (tx) => {
    const own = { id: input.callId, userId: actor.id }
    const { assignmentId } = (await tx.call.findFirst({ where: own, select: { assignmentId: true } })) ?? {}
    if (!assignmentId) throw new Refusal('notFound')
    const now = await lockAssignment(tx, actor, assignmentId)
    const call = await tx.call.findUniqueOrThrow({ where: { id: input.callId } })
    const { firmName, campaignId } = now
    if (isSame(call, input)) return { firmName, campaignId, state: now.state }
    const calledIn = await insist(tx, actor, now, call, input)
    await takeBack(tx, actor, call, calledIn)
    return { firmName, campaignId, state: await correct(tx, actor, now, call, input) }
  })
}

function isSame(call: Call, { outcome, callbackAt }: OutcomeCorrection): boolean {
  return call.outcome === outcome && (outcome !== 'callback' || call.callbackAt?.getTime() === callbackAt?.getTime())
}

/** Nothing stands against it; answers the reserve the wrong outcome called in, where it did. */
async function insist(tx: Tx, actor: Actor, now: LockedAssignment, call: Call, input: OutcomeCorrection) {
  if (call.outcome === 'do_not_contact') throw new Refusal('stopStands')
  if (!isCorrectable(call, new Date())) throw new Refusal('correctionLate')
  refuseHeld(actor, now)
  const later = await tx.call.count({
    where: { assignmentId: now.id, id: { not: call.id }, createdAt: { gt: call.createdAt } },
  })
  const told = await tx.activity.findFirst({
    where: { firmId: call.firmId, subjectId: call.id, verb: { in: ['call.logged', 'call.corrected'] } },
    orderBy: { id: 'desc' },
    select: { changes: true },
  })
  const { state, calledIn } = (told?.changes ?? {}) as { state?: [string, string]; calledIn?: string }
  if (later || state?.[1] !== now.state) throw new Refusal('callFollowed')
  const missing = missingFor(input)
  if (missing) throw new Refusal(missing.message)
  if (input.outcome === 'callback' && input.callbackAt && input.callbackAt <= new Date())
    throw new Refusal('callbackPast')
  return calledIn
}

/** What the wrong outcome left behind beside the assignment itself. */
async function takeBack(tx: Tx, actor: Actor, call: Call, calledIn: string | undefined): Promise<void> {
  const { id: callId, firmId, at, outcome, phone } = call
  if (outcome === 'appointment') {
    const agreed = await tx.appointment.findMany({ where: { callId, state: 'planned' } })
    for (const { id, startsAt } of agreed) {
      // The call no longer tells of it: the timeline does, as of a visit that was called off.
      await tx.appointment.update({
        where: { id },
        data: { state: 'cancelled', callId: null, version: { increment: 1 } },
      })
      const changes = { state: ['planned', 'cancelled'], startsAt: startsAt.toISOString(), by: 'correction' }
      await recordActivity(tx, actor, { verb: 'appointment.cancelled', subjectId: id, firmId, changes })
    }
  }
  if (outcome === 'wrong_number' && phone) await unstrikePhone(tx, actor, firmId, { e164: phone, since: at })
  if (calledIn) await returnReserve(tx, actor, calledIn)
}

async function correct(tx: Tx, actor: Actor, now: LockedAssignment, call: Call, input: OutcomeCorrection) {
  const { id: callId, assignmentId, campaignId, firmId, at } = call
  const { outcome } = input
  const spoken = isSpoken(outcome)
  const phone = (outcome === 'wrong_number' ? input.phone : undefined) ?? call.phone
  if (!spoken) await withdrawNeedsOf(tx, actor, callId)
  if (outcome === 'wrong_number' && phone) await strikePhone(tx, actor, firmId, phone)
  const callbackAt = outcome === 'callback' ? input.callbackAt : undefined
  const digitalLevel = spoken ? (input.digitalLevel ?? call.digitalLevel) : null
  await tx.call.update({
    where: { id: callId },
    data: { outcome, phone, callbackAt: callbackAt ?? null, digitalLevel },
  })
  if (digitalLevel) await noteDigitalLevel(tx, firmId, digitalLevel, at)
  else if (call.digitalLevel) await restoreDigitalLevel(tx, firmId)
  const first = await tx.call.findFirst({
    where: { assignmentId, id: { not: callId }, outcome: { in: SPOKEN } },
    orderBy: { at: 'asc' },
    select: { at: true },
  })
  const stillReachable = outcome !== 'wrong_number' || (await hasNumber(tx, firmId))
  const after = afterCall(
    { attempts: now.attempts - 1, contactedAt: first?.at ?? null, stillReachable },
    { outcome, at, userId: actor.id, callbackAt },
    now,
  )
  const left = { leaseUserId: null, leaseUntil: null, lastOutcome: outcome, version: { increment: 1 } }
  await tx.assignment.update({ where: { id: assignmentId }, data: { ...after, ...left } })
  if (outcome === 'appointment' && input.appointment) {
    const contactId = call.contactId ?? undefined
    await arrangeAppointment(tx, actor, { ...input.appointment, campaignId, assignmentId, firmId, callId, contactId })
  }
  if (outcome === 'do_not_contact' && input.reason) {
    await flagDoNotContact(tx, actor, firmId, { reason: input.reason, channel: 'phone', at: new Date() })
  }
  const calledIn = isReplaced(after.state) ? await callReserve(tx, actor, now) : null
  await recordActivity(tx, actor, {
    verb: 'call.corrected',
    subjectId: callId,
    firmId,
    changes: { outcome: [call.outcome, outcome], state: [now.state, after.state], ...(calledIn && { calledIn }) },
  })
  return after.state
}
