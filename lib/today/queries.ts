import 'server-only'
import { db } from '@/lib/db'
import { confirmationsDue } from '@/lib/reminders/due'
import { gate } from '@/lib/session'

const firm = {
  select: {
    id: true,
    name: true,
    municipalityName: true,
    doNotContactSince: true,
    phones: {
      where: { struckAt: null, e164: { not: null } },
      orderBy: { position: 'asc' },
      take: 1,
      select: { e164: true },
    },
  },
} as const

/** Promised calls of the signed-in promoter up to a moment, the oldest first; those overdue are still owed. */
export async function callbacksUntil(to: Date) {
  const actor = await gate('calls.log')
  return db.assignment.findMany({
    where: {
      state: 'callback',
      callbackUserId: actor.id,
      callbackAt: { lt: to },
      firm: { doNotContactSince: null },
      campaign: { status: 'open', promoters: { some: { userId: actor.id } } },
    },
    orderBy: [{ callbackAt: 'asc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, callbackAt: true, campaignId: true, firm },
  })
}

/** Appointments the signed-in promoter arranged and is still to confirm, up to a moment, the oldest first. */
export async function confirmationsUntil(to: Date) {
  const { id } = await gate('visits.record')
  return confirmationsDue(id, to)
}

/** Next contacts the promoter agreed at visits, up to a moment, the oldest first, until marked as done. */
export async function followUpsUntil(to: Date) {
  const actor = await gate('visits.record')
  return db.visit.findMany({
    where: { userId: actor.id, followUp: { not: 'none' }, followUpAt: { lt: to } },
    orderBy: [{ followUpAt: 'asc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, version: true, followUp: true, followUpAt: true, assignmentId: true, firm },
  })
}
