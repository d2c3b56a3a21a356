import 'server-only'
import { db } from '@/lib/db'
import { FEED_DAYS } from '@/lib/feeds/rules'
import { gate } from '@/lib/session'
import { addDays, boundsOf, dayOf } from '@/lib/today/rules'

/** Since when the signed-in person has a calendar address; null where they have none. */
export async function ownFeed(): Promise<{ createdAt: Date } | null> {
  const { id } = await gate('visits.record')
  return db.calendarFeed.findUnique({ where: { userId: id }, select: { createdAt: true } })
}

/** The person's own appointments of the days a feed shows, in every state, the earliest first. */
export async function feedAppointments(now = new Date()) {
  const { id } = await gate('visits.record')
  const today = dayOf(now)
  const { from } = boundsOf(addDays(today, -FEED_DAYS.back))
  const { to } = boundsOf(addDays(today, FEED_DAYS.ahead))
  return db.appointment.findMany({
    where: { visitorId: id, startsAt: { gte: from, lt: to } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      startsAt: true,
      minutes: true,
      state: true,
      version: true,
      createdAt: true,
      updatedAt: true,
      firm: {
        select: {
          name: true,
          address: true,
          postcode: true,
          municipalityName: true,
          province: true,
          doNotContactSince: true,
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
