import 'server-only'
import { db } from '@/lib/db'
import { type Preferences, preferences } from '@/lib/preferences/schema'
import { gate } from '@/lib/session'

/** The signed-in person's own language and theme, as kept with their user. */
export async function ownPreferences(): Promise<Preferences> {
  const { id } = await gate()
  const user = await db.user.findUnique({ where: { id }, select: { locale: true, theme: true } })
  return preferences.safeParse(user).data ?? {}
}
