import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '@/lib/db'
import { dueOnAfter } from '@/lib/needs/rules'
import type { Actor } from '@/lib/permissions'

/** Hands a recorded need to an office, which then has its own number of days; stays where no office answers its type. */
export async function referNeed(
  tx: Tx,
  actor: Actor,
  need: { id: string; needTypeId: string; officeId?: string },
  at: Date,
): Promise<{ officeId: string; dueOn: Date } | null> {
  const office = need.officeId
    ? await tx.office.findFirst({ where: { id: need.officeId, retired: false } })
    : await officeFor(tx, need.needTypeId)
  if (!office) return null
  const sent = { officeId: office.id, dueOn: dueOnAfter(at, office.answerDays) }
  await tx.need.update({ where: { id: need.id }, data: { status: 'referred', ...sent } })
  await tx.referral.create({
    data: { id: uuidv7(), needId: need.id, officeId: office.id, sentById: actor.id, sentAt: at },
  })
  return sent
}

/** The office of the first service that answers a type of need. */
async function officeFor(tx: Tx, needTypeId: string) {
  const service = await tx.service.findFirst({
    where: { retired: false, office: { retired: false }, needTypes: { some: { needTypeId } } },
    orderBy: { position: 'asc' },
    select: { office: true },
  })
  return service?.office ?? null
}

/** Keeps an answer on the latest referral of a need: the newest answer replaces the one before. */
export async function answerReferral(tx: Tx, needId: string, answer: string, answeredAt: Date): Promise<void> {
  const latest = await tx.referral.findFirst({ where: { needId }, orderBy: { sentAt: 'desc' }, select: { id: true } })
  if (latest) await tx.referral.update({ where: { id: latest.id }, data: { answer, answeredAt } })
}
