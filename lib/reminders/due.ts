import 'server-only'
import { db } from '@/lib/db'

const firm = {
  select: {
    id: true,
    name: true,
    address: true,
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

const MOST = 50

/** Planned visits of a person that begin in [from, to), the earliest first. No gate: for queries and jobs. */
export function visitsDue(userId: string, from: Date, to: Date) {
  return db.appointment.findMany({
    where: { visitorId: userId, state: 'planned', startsAt: { gte: from, lt: to } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, startsAt: true, minutes: true, firm },
  })
}

/** Calls a person promised for [from, to) and still owes, the oldest first. No gate: for queries and jobs. */
export async function callbacksDue(userId: string, to: Date, from?: Date) {
  const owed = await db.assignment.findMany({
    where: {
      state: 'callback',
      callbackUserId: userId,
      callbackAt: { gte: from, lt: to },
      firm: { doNotContactSince: null },
      campaign: { status: 'open', promoters: { some: { userId } } },
    },
    orderBy: [{ callbackAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, callbackAt: true, campaignId: true, firm },
  })
  return owed.flatMap(({ callbackAt, ...rest }) => (callbackAt ? [{ ...rest, callbackAt }] : []))
}

/** Calls to confirm an appointment that a person arranged and still owes for [from, to), the oldest first. No gate. */
export async function confirmationsDue(userId: string, to: Date, from?: Date) {
  const owed = await db.appointment.findMany({
    where: {
      state: 'planned',
      arrangedById: userId,
      confirmAt: { gte: from, lt: to },
      firm: { doNotContactSince: null },
    },
    orderBy: [{ confirmAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, version: true, confirmAt: true, startsAt: true, firm },
  })
  return owed.flatMap(({ confirmAt, ...rest }) => (confirmAt ? [{ ...rest, confirmAt }] : []))
}

export type ConfirmationDue = Awaited<ReturnType<typeof confirmationsDue>>[number]
export type VisitDue = Awaited<ReturnType<typeof visitsDue>>[number]
export type CallbackDue = Awaited<ReturnType<typeof callbacksDue>>[number]
