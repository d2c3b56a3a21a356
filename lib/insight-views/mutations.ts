import 'server-only'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import type { ViewInput } from '@/lib/insight-views/schema'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'

/** More than anybody looks through. */
const MOST_VIEWS = 100

/**
 * Keeps a filter under a name, for the person alone or for all who read the page; the same id again changes nothing.
 * Refuses a name the person has given before (`viewNameTaken`), and more views than a list can hold (`viewsFull`).
 */
export async function saveView(actor: Actor, input: ViewInput): Promise<void> {
  permit(actor, 'insight.read')
  await db.$transaction(async (tx) => {
    const own = { ownerId: actor.id }
    if (await tx.insightView.findFirst({ where: { ...own, id: input.id } })) return
    if (await tx.insightView.findFirst({ where: { ...own, name: input.name } })) {
      throw new Refusal('viewNameTaken', { name: input.name })
    }
    if ((await tx.insightView.count({ where: own })) >= MOST_VIEWS) throw new Refusal('viewsFull')
    const { count } = await tx.insightView.createMany({ data: [{ ...input, ...own }], skipDuplicates: true })
    if (!count) throw new Refusal('viewNameTaken', { name: input.name })
    const changes = { name: [null, input.name], shared: [null, input.shared] }
    await recordActivity(tx, actor, { verb: 'insightView.saved', subjectId: input.id, changes })
  })
}

/** Removes an own view. Refuses one that is not there or somebody else's (`notFound`). */
export async function removeView(actor: Actor, { id }: { id: string }): Promise<void> {
  permit(actor, 'insight.read')
  await db.$transaction(async (tx) => {
    const view = await tx.insightView.findFirst({ where: { id, ownerId: actor.id } })
    if (!view) throw new Refusal('notFound')
    await tx.insightView.delete({ where: { id } })
    await recordActivity(tx, actor, {
      verb: 'insightView.removed',
      subjectId: id,
      changes: { name: [view.name, null] },
    })
  })
}
