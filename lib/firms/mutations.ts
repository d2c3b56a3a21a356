import 'server-only'
import type { z } from 'zod'
import { recordActivity } from '@/lib/activity'
import { db, type Tx } from '@/lib/db'
import type { STOP_CHANNELS } from '@/lib/firms/rules'
import type { ContactInput, readmitInput, stopContactingInput } from '@/lib/firms/schema'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import type { DigitalLevel, SizeClass } from '@/prisma/client/enums'

export type FirmSnapshot = {
  sectorId: string
  municipalityCode: string | null
  sizeClass: SizeClass
  young: boolean
  female: boolean
  foreign: boolean
}

/** The firm as it is now, for evidence to keep. Refuses an unknown firm (`notFound`). */
export async function snapshotOf(tx: Tx, firmId: string): Promise<FirmSnapshot> {
  const firm = await tx.firm.findUnique({
    where: { id: firmId },
    select: { sectorId: true, municipalityCode: true, sizeClass: true, young: true, female: true, foreign: true },
  })
  if (!firm) throw new Refusal('notFound')
  return firm
}

/** The latest answer counts: one told later about an earlier day changes nothing. */
export async function noteDigitalLevel(tx: Tx, firmId: string, level: DigitalLevel, at: Date): Promise<void> {
  await tx.firm.updateMany({
    where: { id: firmId, OR: [{ digitalLevelAt: null }, { digitalLevelAt: { lte: at } }] },
    data: { digitalLevel: level, digitalLevelAt: at },
  })
}

/** The latest answer among those that are left, after one was taken back; none where nobody was asked. */
export async function restoreDigitalLevel(tx: Tx, firmId: string): Promise<void> {
  await tx.$executeRaw`
    update firm f set (digital_level, digital_level_at) = (
      select said.digital_level, said.at from (
        select digital_level, at from call where firm_id = f.id and digital_level is not null
        union all select digital_level, at from visit where firm_id = f.id and digital_level is not null) said
      order by said.at desc limit 1)
    where f.id = ${firmId}::uuid`
}

/** A wrong number is struck, not deleted: the next import brings it again and must find it struck. */
export async function strikePhone(tx: Tx, actor: Actor, firmId: string, e164: string): Promise<void> {
  const { count } = await tx.firmPhone.updateMany({
    where: { firmId, e164, struckAt: null },
    data: { struckAt: new Date() },
  })
  if (count) await recordActivity(tx, actor, { verb: 'firm.phoneStruck', firmId, changes: { phone: [e164, null] } })
}

/** A number struck by mistake since that moment is right after all. */
export async function unstrikePhone(tx: Tx, actor: Actor, firmId: string, struck: { e164: string; since: Date }) {
  const { e164, since } = struck
  const where = { firmId, e164, struckAt: { gte: since } }
  const { count } = await tx.firmPhone.updateMany({ where, data: { struckAt: null } })
  if (!count) return
  const changes = { phone: [null, e164] }
  await recordActivity(tx, actor, { verb: 'firm.phoneAdded', subjectId: firmId, firmId, changes })
}

/**
 * Adds a person to the firm; the same id again changes nothing. The log names nobody: it cannot be changed, and a
 * person at a firm may ask to be forgotten.
 */
export async function addContact(tx: Tx, actor: Actor, firmId: string, contact: ContactInput): Promise<void> {
  const { id, name, role, phone, email, ageBand } = contact
  const { count } = await tx.contact.createMany({
    data: [{ id, firmId, name, role, phone, email, ageBand }],
    skipDuplicates: true,
  })
  if (count) await recordActivity(tx, actor, { verb: 'contact.added', subjectId: id, firmId })
}

type Stop = { reason: string; channel: (typeof STOP_CHANNELS)[number]; at: Date }

/**
 * The firm is left alone from now on: it leaves every list, whoever holds it lets go, its planned visits fall. The
 * first request stays on record where there is one already. Refuses an unknown firm (`notFound`).
 */
export async function flagDoNotContact(
  tx: Tx,
  actor: Actor,
  firmId: string,
  { reason, channel, at }: Stop,
): Promise<void> {
  await snapshotOf(tx, firmId)
  const { count } = await tx.firm.updateMany({
    where: { id: firmId, doNotContactSince: null },
    data: {
      doNotContactSince: at,
      doNotContactById: actor.id,
      doNotContactReason: reason,
      doNotContactChannel: channel,
    },
  })
  const free = { leaseUserId: null, leaseUntil: null }
  const assignments = await tx.assignment.updateMany({
    where: { firmId, state: { in: ['reserve', 'to_call', 'callback', 'appointment'] } },
    data: { ...free, state: 'do_not_contact', callbackAt: null, callbackUserId: null, version: { increment: 1 } },
  })
  await tx.assignment.updateMany({ where: { firmId, leaseUserId: { not: null } }, data: free })
  const appointments = await tx.appointment.updateMany({
    where: { firmId, state: 'planned' },
    data: { state: 'cancelled', version: { increment: 1 } },
  })
  if (!count) return
  const left = { lists: assignments.count, appointments: appointments.count }
  await recordActivity(tx, actor, {
    verb: 'firm.contactStopped',
    subjectId: firmId,
    firmId,
    changes: { doNotContactSince: [null, at.toISOString()], reason, channel, ...left },
  })
}

/** A firm asked not to be contacted any more. */
export async function stopContacting(actor: Actor, input: z.output<typeof stopContactingInput>): Promise<void> {
  permit(actor, 'firms.write')
  const { firmId, reason, channel } = input
  await db.$transaction((tx) => flagDoNotContact(tx, actor, firmId, { reason, channel, at: new Date() }))
}

/**
 * The firm may be contacted again. It does not return to the lists it left: new campaigns find it. The same again
 * changes nothing.
 */
export async function readmitFirm(actor: Actor, { firmId, reason }: z.output<typeof readmitInput>): Promise<void> {
  permit(actor, 'firms.readmit')
  await db.$transaction(async (tx) => {
    const firm = await tx.firm.findUnique({ where: { id: firmId }, select: { doNotContactSince: true } })
    if (!firm) throw new Refusal('notFound')
    if (!firm.doNotContactSince) return
    await tx.firm.update({
      where: { id: firmId },
      data: { doNotContactSince: null, doNotContactById: null, doNotContactReason: null, doNotContactChannel: null },
    })
    const changes = { doNotContactSince: [firm.doNotContactSince.toISOString(), null], reason }
    await recordActivity(tx, actor, { verb: 'firm.readmitted', subjectId: firmId, firmId, changes })
  })
}
