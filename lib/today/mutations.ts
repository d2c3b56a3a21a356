import 'server-only'
import { lastHand, recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import type { SettleFollowUpInput } from '@/lib/today/schema'

/** The next contact agreed at a visit took place, or is no longer wanted. Throws `Conflict`, `Refusal('notFound')`. */
export async function settleFollowUp(actor: Actor, input: SettleFollowUpInput): Promise<void> {
  permit(actor, 'visits.record')
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from visit where id = ${input.id}::uuid for update`
    const visit = await tx.visit.findFirst({
      where: { id: input.id, OR: [{ userId: actor.id }, { campaign: { promoters: { some: { userId: actor.id } } } }] },
    })
    if (!visit) throw new Refusal('notFound')
    if (visit.followUp === 'none') return
    const { id, firmId, followUp, followUpAt, version } = visit
    if (version !== input.version) {
      const theirs = followUpAt?.toISOString() ?? null
      throw new Conflict(
        version,
        [{ field: 'followUpAt', theirs }],
        await lastHand(tx, actor, { subjectId: id, firmId }),
      )
    }
    await tx.visit.update({ where: { id }, data: { followUp: 'none', followUpAt: null, version: { increment: 1 } } })
    const changes = { followUp: [followUp, 'none'], followUpAt: [followUpAt?.toISOString() ?? null, null] }
    await recordActivity(tx, actor, { verb: 'visit.followUpSettled', subjectId: id, firmId, changes })
  })
}
