import 'server-only'
import { lastHand, recordActivity } from '@/lib/activity'
import { db, type Tx } from '@/lib/db'
import { addContact, noteDigitalLevel, snapshotOf } from '@/lib/firms/mutations'
import { recordNeeds } from '@/lib/needs/mutations'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import { CLOCK_SLACK_MINUTES, changedFields, columnsOf, contentOf, inWords } from '@/lib/visits/rules'
import type { VisitInput } from '@/lib/visits/schema'
import type { Assignment } from '@/prisma/client/client'

type Recorded = { id: string; version: number; firmId: string }

/**
 * Records what happened at a firm, or changes it later (by `version`). The same id with the same content again answers
 * the same and changes nothing. The firm's flags, sector and size are copied once, as they are on the day it is first
 * recorded. A firm that must not be contacted may have been visited all the same. Throws `Conflict` where somebody
 * saved another content first, `Refusal('visitInFuture' | 'visitAlready' | 'notFound')`.
 */
export async function recordVisit(actor: Actor, input: VisitInput): Promise<Recorded> {
  permit(actor, 'visits.record')
  const columns = columnsOf(input)
  if (columns.at.getTime() > Date.now() + CLOCK_SLACK_MINUTES * 60_000) throw new Refusal('visitInFuture')
  return db.$transaction(async (tx) => {
    const assignment = await lockAssignment(tx, actor, input)
    const { id: assignmentId, firmId, campaignId } = assignment
    const known = await storedVisit(tx, input.id)
    if (known && known.assignmentId !== assignmentId) throw new Refusal('notFound')
    const contactIds = [...new Set([...input.contactIds, ...input.newContacts.map(({ id }) => id)])]
    const ours = await needsOfVisit(tx, input)
    const next = contentOf(columns, { contactIds, services: input.services, needs: ours })
    const changed = known ? changedFields(known.content, next) : []
    if (known && known.version !== input.version) {
      if (changed.length === 0) return { id: known.id, version: known.version, firmId }
      const differences = changed.map((field) => ({ field, theirs: inWords(known.content[field]) }))
      throw new Conflict(known.version, differences, await lastHand(tx, actor, { subjectId: known.id, firmId }))
    }
    if (!known && input.version !== undefined) throw new Refusal('notFound')

    const appointmentId = input.appointmentId ?? null
    if (known) {
      await tx.visit.update({ where: { id: known.id }, data: { ...columns, version: { increment: 1 } } })
    } else {
      await closeAppointment(tx, appointmentId, assignmentId)
      const whose = { id: input.id, appointmentId, assignmentId, campaignId, firmId, userId: actor.id }
      await tx.visit.create({ data: { ...whose, ...columns, ...(await snapshotOf(tx, firmId)) } })
      await visitMade(tx, assignment, columns.at)
    }
    await metContacts(tx, actor, { visitId: input.id, firmId }, input, contactIds)
    await presentServices(tx, input)
    await dropNeeds(tx, input)
    await recordNeeds(tx, actor, { firmId, campaignId, visitId: input.id, at: columns.at }, input.needs)
    if (columns.digitalLevel) await noteDigitalLevel(tx, firmId, columns.digitalLevel, columns.at)
    await notePrivacy(tx, firmId, columns)
    await recordActivity(tx, actor, {
      verb: known ? 'visit.changed' : 'visit.recorded',
      subjectId: input.id,
      firmId,
      changes: known
        ? Object.fromEntries(changed.map((field) => [field, [inWords(known.content[field]), inWords(next[field])]]))
        : { at: [null, columns.at.toISOString()], needs: input.needs.length, services: input.services.length },
    })
    return { id: input.id, version: known ? known.version + 1 : 0, firmId }
  })
}

/** The assignment, held for this transaction; for who is neither its campaign's promoter nor its visitor it is not. */
async function lockAssignment(tx: Tx, actor: Actor, input: VisitInput): Promise<Assignment> {
  await tx.$queryRaw`select id from assignment where id = ${input.assignmentId}::uuid for update`
  const found = await tx.assignment.findFirst({
    where: {
      id: input.assignmentId,
      OR: [
        { campaign: { promoters: { some: { userId: actor.id } } } },
        ...(input.appointmentId ? [{ appointments: { some: { id: input.appointmentId, visitorId: actor.id } } }] : []),
        { visits: { some: { id: input.id, userId: actor.id } } },
      ],
    },
  })
  if (!found) throw new Refusal('notFound')
  return found
}

async function storedVisit(tx: Tx, id: string) {
  const row = await tx.visit.findUnique({
    where: { id },
    include: { contacts: true, services: true, needs: true },
  })
  if (!row) return null
  const contactIds = row.contacts.map(({ contactId }) => contactId)
  const content = contentOf(row, { contactIds, services: row.services, needs: row.needs })
  return { id, assignmentId: row.assignmentId, version: row.version, content }
}

/** Needs that another visit brought may be confirmed here, but stay that visit's. */
async function needsOfVisit(tx: Tx, { id: visitId, needs }: VisitInput): Promise<VisitInput['needs']> {
  const ids = needs.map(({ id }) => id)
  const where = { id: { in: ids }, visitId: { not: visitId } }
  const theirs = new Set((await tx.need.findMany({ where, select: { id: true } })).map(({ id }) => id))
  return needs.filter(({ id }) => !theirs.has(id))
}

async function closeAppointment(tx: Tx, appointmentId: string | null, assignmentId: string): Promise<void> {
  if (!appointmentId) return
  const found = await tx.appointment.findFirst({
    where: { id: appointmentId, assignmentId },
    select: { visit: { select: { id: true } } },
  })
  if (!found) throw new Refusal('notFound')
  if (found.visit) throw new Refusal('visitAlready')
  await tx.appointment.update({ where: { id: appointmentId }, data: { state: 'done', version: { increment: 1 } } })
}

/** A visit ends the assignment, except where the firm asked not to be contacted: that always wins. */
async function visitMade(tx: Tx, assignment: Assignment, at: Date): Promise<void> {
  const over = { leaseUserId: null, leaseUntil: null, callbackAt: null, callbackUserId: null, notBefore: null }
  const state = assignment.state === 'do_not_contact' ? assignment.state : 'visited'
  await tx.assignment.update({
    where: { id: assignment.id },
    data: { ...over, state, contactedAt: assignment.contactedAt ?? at, version: { increment: 1 } },
  })
}

async function metContacts(
  tx: Tx,
  actor: Actor,
  visit: { visitId: string; firmId: string },
  input: VisitInput,
  contactIds: string[],
): Promise<void> {
  for (const contact of input.newContacts) await addContact(tx, actor, visit.firmId, contact)
  const theirs = await tx.contact.count({ where: { firmId: visit.firmId, id: { in: contactIds } } })
  if (theirs !== contactIds.length) throw new Refusal('notFound')
  const { visitId } = visit
  await tx.visitContact.deleteMany({ where: { visitId, contactId: { notIn: contactIds } } })
  await tx.visitContact.createMany({
    data: contactIds.map((contactId) => ({ visitId, contactId })),
    skipDuplicates: true,
  })
}

async function presentServices(tx: Tx, { id: visitId, services }: VisitInput): Promise<void> {
  await tx.visitService.deleteMany({ where: { visitId } })
  await tx.visitService.createMany({ data: services.map((service) => ({ visitId, ...service })) })
}

/** Needs taken out of the form: said only here and still nobody's work, they were a slip; else they stay as they are. */
async function dropNeeds(tx: Tx, { id: visitId, needs }: VisitInput): Promise<void> {
  const gone = { visitId, id: { notIn: needs.map(({ id }) => id) } }
  await tx.need.deleteMany({ where: { ...gone, callId: null, status: 'recorded' } })
  await tx.need.updateMany({ where: { ...gone, callId: { not: null } }, data: { visitId: null } })
}

async function notePrivacy(
  tx: Tx,
  firmId: string,
  said: { at: Date; privacyNoticeGiven: boolean; invitesConsent: boolean },
): Promise<void> {
  if (said.privacyNoticeGiven)
    await tx.firm.updateMany({ where: { id: firmId, privacyNoticeAt: null }, data: { privacyNoticeAt: said.at } })
  if (said.privacyNoticeGiven || said.invitesConsent)
    await tx.firm.update({ where: { id: firmId }, data: { invitesConsent: said.invitesConsent } })
}
