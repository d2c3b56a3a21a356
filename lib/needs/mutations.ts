import 'server-only'
import { lastHand, recordActivity } from '@/lib/activity'
import { db, type Tx } from '@/lib/db'
import { isClosed, needScope, stepsFrom } from '@/lib/needs/rules'
import type { AssignNeedInput, MoveNeedInput, NeedInput } from '@/lib/needs/schema'
import { type Actor, permit } from '@/lib/permissions'
import { answerReferral, referNeed } from '@/lib/referrals/mutations'
import { Conflict, Refusal } from '@/lib/refusal'
import type { Need } from '@/prisma/client/client'

type Said = { firmId: string; campaignId: string; callId?: string; visitId?: string; at: Date }

/**
 * Writes down what a firm asks for, inside the verb that records the call or the visit. The same id is the same need:
 * first said in a call and confirmed at a visit, it is one row that knows both. Only needs nobody works on yet are
 * referred. Throws `Refusal('notFound')` where the id belongs to another firm.
 */
export async function recordNeeds(tx: Tx, actor: Actor, said: Said, needs: NeedInput[]): Promise<void> {
  for (const need of needs) await recordNeed(tx, actor, said, need)
}

async function recordNeed(tx: Tx, actor: Actor, said: Said, input: NeedInput) {
  const { firmId, campaignId, callId, visitId, at } = said
  const { id, needTypeId, priority, words = null } = input
  const known = await tx.need.findUnique({ where: { id } })
  if (known && known.firmId !== firmId) throw new Refusal('notFound')
  if (!known) {
    const by = { recordedById: actor.id, recordedAt: at }
    await tx.need.create({ data: { id, firmId, campaignId, callId, visitId, needTypeId, priority, words, ...by } })
  } else {
    const next = {
      callId: known.callId ?? callId ?? null,
      visitId: known.visitId ?? visitId ?? null,
      needTypeId,
      priority,
      words,
    }
    const same = Object.entries(next).every(([field, value]) => known[field as keyof typeof next] === value)
    if (!same) await tx.need.update({ where: { id }, data: { ...next, version: { increment: 1 } } })
  }
  if (input.refer && (known?.status ?? 'recorded') === 'recorded') await referNeed(tx, actor, input, at)
}

/**
 * Needs of a call that turns out not to have been a conversation are withdrawn, inside the verb that corrects it.
 * Throws `Refusal('needsTakenUp')` where an office is at work on one, or it was said again at a visit.
 */
export async function withdrawNeedsOf(tx: Tx, actor: Actor, callId: string): Promise<void> {
  const needs = await tx.need.findMany({ where: { callId, status: { not: 'withdrawn' } } })
  for (const { id, firmId, status, visitId } of needs) {
    if (visitId || (status !== 'recorded' && status !== 'referred')) throw new Refusal('needsTakenUp')
    const data = { status: 'withdrawn' as const, closedAt: new Date(), version: { increment: 1 } }
    await tx.need.update({ where: { id }, data })
    const changes = { status: [status, 'withdrawn'] }
    await recordActivity(tx, actor, { verb: 'need.moved', subjectId: id, firmId, changes })
  }
}

/**
 * Moves a need along its statuses (DESIGN.md §3). An answer, or the reason why a need is not met, is kept on the
 * referral, where the promoter who brought it reads it. Throws `Conflict`, `Refusal('needStep' | 'noOffice' |
 * 'notFound')`; needs of other offices are not found.
 */
export async function moveNeed(actor: Actor, input: MoveNeedInput): Promise<{ version: number }> {
  permit(actor, 'needs.move')
  return db.$transaction(async (tx) => {
    const before = await lockNeed(tx, actor, input.id)
    const { to, answer = to === 'not_met' ? input.reason : undefined } = input
    if (before.status === to && before.version === input.version + 1) return before
    await insist(tx, actor, before, input.version)
    if (!stepsFrom(before.status).includes(to)) throw new Refusal('needStep')
    const now = new Date()
    if (to === 'referred' && !(await referNeed(tx, actor, { ...before, officeId: input.officeId }, now)))
      throw new Refusal('noOffice')
    const own = to === 'taken_up' && before.officeId !== null && actor.officeId === before.officeId
    const after = await tx.need.update({
      where: { id: before.id },
      data: {
        status: to,
        takenUpAt: to === 'taken_up' ? (before.takenUpAt ?? now) : undefined,
        assigneeId: own ? (before.assigneeId ?? actor.id) : undefined,
        closedAt: isClosed(to) ? now : null,
        version: { increment: 1 },
      },
    })
    if (answer) await answerReferral(tx, before.id, answer, now)
    await recordActivity(tx, actor, {
      verb: 'need.moved',
      subjectId: before.id,
      firmId: before.firmId,
      changes: {
        status: [before.status, to],
        ...(before.assigneeId === after.assigneeId ? {} : { assigneeId: [before.assigneeId, after.assigneeId] }),
        ...(answer ? { answer } : {}),
        ...(input.reason && input.reason !== answer ? { reason: input.reason } : {}),
      },
    })
    return after
  })
}

/** Gives a need to a colleague of its office, or to nobody. Throws `Conflict`, `Refusal('notOfOffice' | 'notFound')`. */
export async function assignNeed(actor: Actor, input: AssignNeedInput): Promise<{ version: number }> {
  permit(actor, 'needs.move')
  return db.$transaction(async (tx) => {
    const before = await lockNeed(tx, actor, input.id)
    const { assigneeId } = input
    if (before.assigneeId === assigneeId) return before
    await insist(tx, actor, before, input.version)
    if (assigneeId) {
      const whose = { id: assigneeId, active: true, officeId: before.officeId ?? undefined }
      if (!before.officeId || !(await tx.user.count({ where: whose }))) throw new Refusal('notOfOffice')
    }
    const after = await tx.need.update({ where: { id: before.id }, data: { assigneeId, version: { increment: 1 } } })
    const changes = { assigneeId: [before.assigneeId, assigneeId] }
    await recordActivity(tx, actor, { verb: 'need.assigned', subjectId: before.id, firmId: before.firmId, changes })
    return after
  })
}

async function lockNeed(tx: Tx, actor: Actor, id: string): Promise<Need> {
  await tx.$queryRaw`select id from need where id = ${id}::uuid for update`
  const found = await tx.need.findFirst({ where: { id, ...needScope(actor) } })
  if (!found) throw new Refusal('notFound')
  return found
}

async function insist(tx: Tx, actor: Actor, found: Need, version: number): Promise<void> {
  if (found.version === version) return
  const assignee = found.assigneeId && (await tx.user.findUnique({ where: { id: found.assigneeId } }))
  const differences = [
    { field: 'status', theirs: found.status },
    { field: 'assigneeId', theirs: assignee ? assignee.name : null },
  ]
  throw new Conflict(
    found.version,
    differences,
    await lastHand(tx, actor, { subjectId: found.id, firmId: found.firmId }),
  )
}
