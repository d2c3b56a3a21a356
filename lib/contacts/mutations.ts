import 'server-only'
import type { z } from 'zod'
import { lastHand, recordActivity } from '@/lib/activity'
import type { contactChange, contactRemoval, newContact } from '@/lib/contacts/schema'
import { db, type Tx } from '@/lib/db'
import { addContact, snapshotOf } from '@/lib/firms/mutations'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import type { Contact } from '@/prisma/client/client'

const FIELDS = ['name', 'role', 'phone', 'email', 'ageBand'] as const

/** Writes down a person at a firm; the same id again changes nothing. Refuses an unknown firm (`notFound`). */
export async function recordContact(actor: Actor, { firmId, ...contact }: z.output<typeof newContact>): Promise<void> {
  permit(actor, 'firms.write')
  await db.$transaction(async (tx) => {
    await snapshotOf(tx, firmId)
    await addContact(tx, actor, firmId, contact)
  })
}

/** Changes a person at a firm. Throws `Conflict` where a colleague saved first, `Refusal('notFound')` where they are gone. */
export async function changeContact(
  actor: Actor,
  input: z.output<typeof contactChange>,
): Promise<{ firmId: string; version: number }> {
  permit(actor, 'firms.write')
  return db.$transaction(async (tx) => {
    const before = await lockContact(tx, input.id)
    if (!before) throw new Refusal('notFound')
    const data = Object.fromEntries(FIELDS.map((field) => [field, input[field] ?? null]))
    const changed = FIELDS.filter((field) => before[field] !== data[field])
    if (changed.length === 0) return before
    if (before.version !== input.version) {
      const differences = changed.map((field) => ({ field, theirs: before[field] }))
      const hand = await lastHand(tx, actor, { subjectId: before.id, firmId: before.firmId })
      throw new Conflict(before.version, differences, hand)
    }
    const after = await tx.contact.update({ where: { id: before.id }, data: { ...data, version: { increment: 1 } } })
    // Which fields, not what was in them: the log outlives the person's wish to be forgotten.
    const changes = { fields: changed }
    await recordActivity(tx, actor, { verb: 'contact.changed', subjectId: before.id, firmId: before.firmId, changes })
    return after
  })
}

/** Deletes a person at a firm for good: personal data nobody needs. The same again changes nothing. */
export async function removeContact(
  actor: Actor,
  { id }: z.output<typeof contactRemoval>,
): Promise<{ firmId: string } | null> {
  permit(actor, 'firms.write')
  return db.$transaction(async (tx) => {
    const before = await lockContact(tx, id)
    if (!before) return null
    await tx.contact.delete({ where: { id } })
    await recordActivity(tx, actor, { verb: 'contact.removed', subjectId: id, firmId: before.firmId })
    return before
  })
}

async function lockContact(tx: Tx, id: string): Promise<Contact | null> {
  await tx.$queryRaw`select id from contact where id = ${id}::uuid for update`
  return tx.contact.findUnique({ where: { id } })
}
