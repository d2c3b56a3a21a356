import 'server-only'
import { SPOKEN } from '@/lib/calls/rules'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'
import { addDays, boundsOf, dayOf } from '@/lib/today/rules'
import type { Prisma } from '@/prisma/client/client'

const FIRM = {
  id: true,
  name: true,
  status: true,
  young: true,
  female: true,
  foreign: true,
  artisan: true,
  reaProvince: true,
  reaNumber: true,
  codiceFiscale: true,
  partitaIva: true,
  ateco: true,
  address: true,
  municipalityName: true,
  registeredOn: true,
  employeesDependent: true,
  employeesIndependent: true,
  sizeClass: true,
  pec: true,
  digitalLevel: true,
  doNotContactSince: true,
  doNotContactReason: true,
  privacyNoticeAt: true,
  sector: { select: { nameIt: true, nameEn: true } },
  municipality: { select: { name: true } },
  _count: { select: { localUnits: { where: { closedOn: null } } } },
  phones: {
    where: { struckAt: null, e164: { not: null } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { e164: true, source: true },
  },
  contacts: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true, name: true, role: true } },
} satisfies Prisma.FirmSelect

/** The firm this promoter has on the telephone, with what the desk needs of it; null where they hold none. */
export async function firmOnTelephone(campaignId: string) {
  const actor = await gate('calls.log')
  return db.assignment.findFirst({
    where: { campaignId, leaseUserId: actor.id, leaseUntil: { gt: new Date() } },
    orderBy: { leaseUntil: 'desc' },
    select: {
      id: true,
      state: true,
      attempts: true,
      version: true,
      leaseUntil: true,
      contactedAt: true,
      firm: { select: FIRM },
      // The last conversation, which the script for calling back refers to.
      calls: {
        where: { outcome: { in: SPOKEN } },
        orderBy: { at: 'desc' },
        take: 1,
        select: { at: true, contactId: true },
      },
    },
  })
}
export type FirmOnTelephone = NonNullable<Awaited<ReturnType<typeof firmOnTelephone>>>

/** What a firm is in a campaign of this promoter, for an address that names the firm; null where it is in none. */
export async function assignmentOfFirm(campaignId: string, firmId: string) {
  const actor = await gate('calls.log')
  return db.assignment.findFirst({
    where: { campaignId, firmId, campaign: { promoters: { some: { userId: actor.id } } } },
    select: { id: true, state: true, firm: { select: { name: true } } },
  })
}

/** How the calls of a campaign go, for the desk: its rules, and who can visit. */
export async function callingPlan(campaignId: string) {
  const actor = await gate('calls.log')
  return db.campaign.findFirst({
    where: { id: campaignId, promoters: { some: { userId: actor.id } } },
    select: {
      id: true,
      name: true,
      status: true,
      noAnswerHours: true,
      busyHours: true,
      maxAttempts: true,
      visitMinutes: true,
      promoters: {
        where: { user: { active: true } },
        orderBy: { user: { name: 'asc' } },
        select: { user: { select: { id: true, name: true } } },
      },
    },
  })
}
export type CallingPlan = NonNullable<Awaited<ReturnType<typeof callingPlan>>>

const DIARY_DAYS = 28

export type TakenSlot = { visitorId: string; startsAt: Date; minutes: number }

/** When these promoters are already visiting in the next four weeks; nothing of where. */
export async function takenSlots(visitorIds: string[]): Promise<TakenSlot[]> {
  await gate('calls.log')
  const today = dayOf(new Date())
  const startsAt = { gte: boundsOf(today).from, lt: boundsOf(addDays(today, DIARY_DAYS)).to }
  return db.appointment.findMany({
    where: { visitorId: { in: visitorIds }, startsAt, state: 'planned' },
    orderBy: { startsAt: 'asc' },
    select: { visitorId: true, startsAt: true, minutes: true },
  })
}
