import 'server-only'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import type { Preferences } from '@/lib/preferences/schema'

/** Keeps the person's own choice of language or theme; the same choice again changes nothing. */
export async function keepPreferences(actor: Actor, choice: Preferences): Promise<void> {
  permit(actor, 'account.write')
  await db.$transaction(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { locale: true, theme: true } })
    const changed = (['locale', 'theme'] as const).flatMap((field) => {
      const after = choice[field]
      return after === undefined || after === before[field] ? [] : [[field, [before[field], after]] as const]
    })
    if (changed.length === 0) return
    await tx.user.update({ where: { id: actor.id }, data: choice })
    const changes = Object.fromEntries(changed.map(([field, pair]) => [field, [...pair]]))
    await recordActivity(tx, actor, { verb: 'user.preferences_changed', subjectId: actor.id, changes })
  })
}
