import 'server-only'
import { lastHand, recordActivity } from '@/lib/activity'
import { arrangeAppointment } from '@/lib/appointments/mutations'
import { type LockedAssignment, lockAssignment, refuseHeld } from '@/lib/assignments/mutations'
import { afterCall, CALLABLE, isReplaced } from '@/lib/calls/rules'
import { type CallInput, missingFor } from '@/lib/calls/schema'
import { db, type Tx } from '@/lib/db'
import { addContact, flagDoNotContact, noteDigitalLevel, strikePhone } from '@/lib/firms/mutations'
import { formatTime } from '@/lib/format'
import { recordNeeds } from '@/lib/needs/mutations'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import { callReserve } from '@/lib/reserves/mutations'
import type { AssignmentState } from '@/prisma/client/enums'

export type Logged = { callId: string; campaignId: string; firmId: string; firmName: string; state: AssignmentState }

/**
 * Writes down how a call ended, with all that was said in it, and moves the assignment as DESIGN §3 says. The same id
 * again answers the same and changes nothing. A lease that ran out does not matter as long as nobody else took the
 * firm. Throws `Conflict` where somebody logged meanwhile, `Refusal('firmHeld' | 'notFound' | …)`.
 */
export async function logCall(actor: Actor, input: CallInput): Promise<Logged> {
  permit(actor, 'calls.log')
  return db.$transaction(async (tx) => {
    const before = await lockAssignment(tx, actor, input.assignmentId)
    const { campaignId, firmId, firmName } = before
    const logged = { callId: input.id, campaignId, firmId, firmName }
    // What was saved before has moved the version on.
    const mine = { id: input.id, assignmentId: before.id }
    if (before.version !== input.version && (await tx.call.count({ where: mine }))) {
      return { ...logged, state: before.state }
    }
    await insist(tx, actor, before, input)
    const state = await writeCall(tx, actor, before, input)
    return { ...logged, state }
  })
}

/** Nobody else was faster, and the outcome has all it needs. */
async function insist(tx: Tx, actor: Actor, before: LockedAssignment, input: CallInput): Promise<void> {
  const { version, state } = before
  if (version !== input.version || !CALLABLE.includes(state)) {
    const last = await tx.call.findFirst({
      where: { assignmentId: before.id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { at: true, outcome: true, note: true, user: { select: { name: true } } },
    })
    const differences = [
      { field: 'state', theirs: state },
      ...(last ? [{ field: 'outcome', theirs: last.outcome }] : []),
      ...(last?.note ? [{ field: 'note', theirs: last.note }] : []),
    ]
    const theirs = state !== 'do_not_contact' && last
    const hand = theirs
      ? { name: last.user.name, at: formatTime(actor.locale, last.at) }
      : await lastHand(tx, actor, { subjectId: before.firmId, firmId: before.firmId })
    throw new Conflict(version, differences, hand)
  }
  refuseHeld(actor, before)
  const missing = missingFor(input)
  if (missing) throw new Refusal(missing.message)
  const ahead = input.outcome === 'callback' ? input.callbackAt : input.retryAt
  if (ahead && ahead <= new Date()) throw new Refusal('callbackPast')
}

async function writeCall(tx: Tx, actor: Actor, before: LockedAssignment, input: CallInput): Promise<AssignmentState> {
  const { id: assignmentId, campaignId, firmId } = before
  const { id: callId, outcome, phone, seconds, note, digitalLevel } = input
  const at = new Date()
  const callbackAt = outcome === 'callback' ? input.callbackAt : undefined
  const contactId = await contactOf(tx, actor, firmId, input)
  const said = { seconds, outcome, phone, contactId, note, callbackAt, digitalLevel }
  const call = { id: callId, assignmentId, campaignId, firmId, userId: actor.id, at, ...said, ...before.snapshot }
  const { count } = await tx.call.createMany({ data: [call], skipDuplicates: true })
  // The id is a call to another firm.
  if (!count) throw new Refusal('notFound')
  await recordNeeds(tx, actor, { firmId, campaignId, callId, at }, input.needs)
  if (digitalLevel) await noteDigitalLevel(tx, firmId, digitalLevel, at)
  if (outcome === 'wrong_number' && phone) await strikePhone(tx, actor, firmId, phone)
  const after = afterCall(
    { ...before, stillReachable: outcome !== 'wrong_number' || (await hasNumber(tx, firmId)) },
    { outcome, at, userId: actor.id, callbackAt, retryAt: input.retryAt },
    before,
  )
  const left = { leaseUserId: null, leaseUntil: null, lastCallAt: at, lastOutcome: outcome }
  const moved = { ...after, ...left, version: { increment: 1 } }
  await tx.assignment.updateMany({ where: { id: assignmentId }, data: moved })
  if (outcome === 'appointment' && input.appointment) {
    await arrangeAppointment(tx, actor, { ...input.appointment, campaignId, assignmentId, firmId, callId, contactId })
  }
  if (outcome === 'do_not_contact' && input.reason) {
    await flagDoNotContact(tx, actor, firmId, { reason: input.reason, channel: 'phone', at })
  }
  const calledIn = isReplaced(after.state) ? await callReserve(tx, actor, before) : null
  await recordActivity(tx, actor, {
    verb: 'call.logged',
    subjectId: callId,
    firmId,
    changes: {
      outcome,
      state: [before.state, after.state],
      attempts: [before.attempts, after.attempts],
      ...(calledIn && { calledIn }),
    },
  })
  return after.state
}

/** Who was spoken with: a new person, or one already known at this firm. */
async function contactOf(tx: Tx, actor: Actor, firmId: string, input: CallInput): Promise<string | undefined> {
  if (input.contact) {
    await addContact(tx, actor, firmId, input.contact)
    return input.contact.id
  }
  if (!input.contactId) return undefined
  if (!(await tx.contact.count({ where: { id: input.contactId, firmId } }))) throw new Refusal('notFound')
  return input.contactId
}

/** A number is left that can be dialled. */
export async function hasNumber(tx: Tx, firmId: string): Promise<boolean> {
  return (await tx.firmPhone.count({ where: { firmId, struckAt: null, e164: { not: null } } })) > 0
}
