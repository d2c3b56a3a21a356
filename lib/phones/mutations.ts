import 'server-only'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { z } from 'zod'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { snapshotOf } from '@/lib/firms/mutations'
import { type Actor, permit } from '@/lib/permissions'
import type { newPhone, phoneVerdict } from '@/lib/phones/schema'
import { Refusal } from '@/lib/refusal'

/**
 * Adds a number to the firm; one it has already, struck or not, is used again. The same id again changes nothing.
 * Refuses what cannot be dialled (`phoneFormat`) and an unknown firm (`notFound`).
 */
export async function addPhone(actor: Actor, { id, firmId, phone }: z.output<typeof newPhone>): Promise<void> {
  permit(actor, 'firms.write')
  const number = parsePhoneNumberFromString(phone, 'IT')
  if (!number?.isValid()) throw new Refusal('phoneFormat')
  const e164 = number.number
  await db.$transaction(async (tx) => {
    await snapshotOf(tx, firmId)
    if (await tx.firmPhone.findUnique({ where: { id }, select: { id: true } })) return
    const known = await tx.firmPhone.findFirst({ where: { firmId, OR: [{ e164 }, { printed: phone }] } })
    if (known && !known.struckAt) return
    if (known) await tx.firmPhone.update({ where: { id: known.id }, data: { struckAt: null } })
    else {
      const position = await tx.firmPhone.count({ where: { firmId } })
      await tx.firmPhone.create({ data: { id, firmId, e164, printed: phone, source: 'person', position } })
    }
    const changes = { phone: [null, e164] }
    await recordActivity(tx, actor, { verb: 'firm.phoneAdded', subjectId: firmId, firmId, changes })
  })
}

/** Strikes a wrong number or puts it back. The same again changes nothing; refuses an unknown number (`notFound`). */
export async function judgePhone(actor: Actor, input: z.output<typeof phoneVerdict>): Promise<void> {
  permit(actor, 'firms.write')
  const { firmId, phoneId: id, verdict } = input
  const wrong = verdict === 'wrong'
  await db.$transaction(async (tx) => {
    const phone = await tx.firmPhone.findFirst({ where: { id, firmId } })
    if (!phone) throw new Refusal('notFound')
    if ((phone.struckAt !== null) === wrong) return
    await tx.firmPhone.update({ where: { id }, data: { struckAt: wrong ? new Date() : null } })
    const number = phone.e164 ?? phone.printed
    const changes = { phone: wrong ? [number, null] : [null, number] }
    const verb = wrong ? 'firm.phoneStruck' : 'firm.phoneAdded'
    await recordActivity(tx, actor, { verb, subjectId: firmId, firmId, changes })
  })
}
