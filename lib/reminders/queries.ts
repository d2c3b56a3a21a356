import 'server-only'
import { db } from '@/lib/db'
import { canPost } from '@/lib/reminders/post'
import { gate } from '@/lib/session'

/** Whether the signed-in person wants the morning e-mail, and whether this server can send any. */
export async function ownMorningMail(): Promise<{ isWanted: boolean; isPossible: boolean }> {
  const { id } = await gate('visits.record')
  const user = await db.user.findUniqueOrThrow({ where: { id }, select: { morningMail: true } })
  return { isWanted: user.morningMail, isPossible: canPost() }
}
