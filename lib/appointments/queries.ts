import 'server-only'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'
import { addDays, boundsOf, dayOf } from '@/lib/today/rules'

/** So many a page shows of a team; beyond it says so. */
export const MOST_SHOWN = 500

/**
 * Appointments that begin in [from, to), earliest first and `MOST_SHOWN` at most, all states: those of one visitor, or of everybody who shares
 * a campaign with the actor.
 */
export async function appointmentsBetween(from: Date, to: Date, visitorId?: string) {
  const actor = await gate('visits.record')
  return db.appointment.findMany({
    where: {
      startsAt: { gte: from, lt: to },
      visitorId,
      OR: [{ visitorId: actor.id }, { campaign: { promoters: { some: { userId: actor.id } } } }],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST_SHOWN,
    select: {
      id: true,
      startsAt: true,
      minutes: true,
      state: true,
      note: true,
      confirmAt: true,
      confirmedAt: true,
      version: true,
      visitorId: true,
      assignmentId: true,
      visitor: { select: { name: true } },
      contact: { select: { name: true, role: true, phone: true, email: true } },
      visit: { select: { id: true } },
      firm: {
        select: {
          id: true,
          name: true,
          address: true,
          postcode: true,
          municipalityName: true,
          province: true,
          email: true,
          pec: true,
          young: true,
          female: true,
          foreign: true,
          doNotContactSince: true,
          sector: { select: { nameIt: true, nameEn: true } },
          phones: {
            where: { struckAt: null, e164: { not: null } },
            orderBy: { position: 'asc' },
            take: 1,
            select: { e164: true },
          },
        },
      },
    },
  })
}

export type AgendaAppointment = Awaited<ReturnType<typeof appointmentsBetween>>[number]

/** The first appointments still planned from today on, which the list of visits shows on top: the agenda has all. */
export async function plannedVisits(filter: { campaign?: string; mine?: '1' }, now = new Date()) {
  const actor = await gate('visits.record')
  const { from } = boundsOf(dayOf(now))
  return db.appointment.findMany({
    where: {
      state: 'planned',
      campaignId: filter.campaign,
      startsAt: { gte: from, lt: boundsOf(addDays(dayOf(now), 14)).to },
      OR: [
        { visitorId: actor.id },
        ...(filter.mine ? [] : [{ campaign: { promoters: { some: { userId: actor.id } } } }]),
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 6,
    select: {
      id: true,
      startsAt: true,
      visitor: { select: { name: true } },
      firm: { select: { name: true, municipalityName: true } },
    },
  })
}
