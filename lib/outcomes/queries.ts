import 'server-only'
import { db } from '@/lib/db'
import { isCorrectable } from '@/lib/outcomes/rules'
import { gate } from '@/lib/session'
import { boundsOf, dayOf } from '@/lib/today/rules'

const MOST = 200

/** The calls this promoter made today in the campaign, the latest first, and whether each may still be corrected. */
export async function callsOfToday(campaignId: string) {
  const actor = await gate('calls.log')
  const now = new Date()
  const calls = await db.call.findMany({
    where: { userId: actor.id, campaignId, at: { gte: boundsOf(dayOf(now)).from } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: {
      id: true,
      assignmentId: true,
      at: true,
      outcome: true,
      phone: true,
      seconds: true,
      callbackAt: true,
      digitalLevel: true,
      firm: {
        select: {
          ...{ id: true, name: true, doNotContactSince: true },
          phones: { where: { e164: { not: null } }, orderBy: { position: 'asc' } },
        },
      },
    },
  })
  return calls.map(({ firm: { phones, ...firm }, ...call }) => ({
    ...{ ...call, firm, correctable: isCorrectable(call, now) },
    /** E.164: those that can be dialled, and the one that was. */
    numbers: phones.flatMap(({ e164, struckAt }) => (e164 && (!struckAt || e164 === call.phone) ? [e164] : [])),
  }))
}
export type CallOfToday = Awaited<ReturnType<typeof callsOfToday>>[number]
