import 'server-only'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

export type SavedView = { id: string; name: string; query: string; shared: boolean; isOwn: boolean; owner: string }

/** A person's own views, and those others share; by name. */
export async function savedViews(): Promise<SavedView[]> {
  const actor = await gate('insight.read')
  const rows = await db.insightView.findMany({
    where: { OR: [{ ownerId: actor.id }, { shared: true, owner: { active: true } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 300,
    select: { id: true, name: true, query: true, shared: true, ownerId: true, owner: { select: { name: true } } },
  })
  return rows.map(({ ownerId, owner, ...view }) => ({ ...view, isOwn: ownerId === actor.id, owner: owner.name }))
}
