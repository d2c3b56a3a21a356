import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '@/lib/db'
import { formatTime } from '@/lib/format'
import type { Prisma } from '@/prisma/client/client'

type Deed = {
  /** Noun and past verb: `call.logged`. */
  verb: string
  subjectId?: string
  firmId?: string
  /** `{ field: [before, after] }`; no personal data beyond what the firm's page shows anyway. */
  changes?: Prisma.InputJsonObject
}

/** Writes the deed into the activity log, in the transaction that does it. */
export async function recordActivity(tx: Tx, actor: { id: string } | null, deed: Deed): Promise<void> {
  await tx.activity.create({ data: { id: uuidv7(), userId: actor?.id ?? null, ...deed } })
}

/** Who last did something to it and when, as a `Conflict` says it to the person at the screen. */
export async function lastHand(
  tx: Tx,
  actor: { locale: string },
  subject: Prisma.ActivityWhereInput,
): Promise<{ name: string; at: string }> {
  const last = await tx.activity.findFirst({
    where: subject,
    orderBy: { at: 'desc' },
    select: { at: true, user: { select: { name: true } } },
  })
  return { name: last?.user?.name ?? '–', at: last ? formatTime(actor.locale, last.at) : '–' }
}
