import 'server-only'
import type { WorkingCalendar } from '@/lib/calendar/rules'
import { workingCalendar } from '@/lib/chamber/queries'
import { db } from '@/lib/db'
import { kmBetween, type Place } from '@/lib/diary/rules'
import type { DiaryQuery } from '@/lib/diary/schema'
import { gate } from '@/lib/session'
import { boundsOf, weekOf } from '@/lib/today/rules'

export type DiaryVisit = { id: string; startsAt: Date; minutes: number; firmName: string | null; km: number | null }

export type Diary = {
  calendar: WorkingCalendar
  /** Who can be sent to visit. */
  visitors: { id: string; name: string }[]
  visits: DiaryVisit[]
}

const place = { select: { latitude: true, longitude: true } } as const

/**
 * When a promoter of the campaign is already visiting in a week, how far that is (km between the centres of the
 * municipalities, as the crow flies, whole) and at which firm; of campaigns the actor is not in, without the firm. Null
 * where the assignment is of no campaign of the actor's, or the visitor is not in it.
 */
export async function visitDiary({ assignment: id, visitor, day }: DiaryQuery): Promise<Diary | null> {
  const actor = await gate('visits.record')
  const own = await db.assignment.findFirst({
    where: { id, campaign: { promoters: { some: { userId: actor.id } } } },
    select: {
      firm: { select: { municipality: place } },
      campaign: { select: { promoters: { select: { user: { select: { id: true, name: true, active: true } } } } } },
    },
  })
  const visitors = own?.campaign.promoters.flatMap(({ user: { active, ...user } }) => (active ? [user] : [])) ?? []
  if (!own || !visitors.some((user) => user.id === visitor)) return null
  const days = weekOf(day)
  const [calendar, planned] = await Promise.all([
    workingCalendar(),
    db.appointment.findMany({
      where: {
        visitorId: visitor,
        state: 'planned',
        startsAt: { gte: boundsOf(days[0] ?? day).from, lt: boundsOf(days[6] ?? day).to },
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        startsAt: true,
        minutes: true,
        firm: { select: { name: true, municipality: place } },
        campaign: { select: { promoters: { where: { userId: actor.id }, select: { userId: true } } } },
      },
    }),
  ])
  const here = placed(own.firm.municipality)
  const visits = planned.map(({ firm, campaign, ...visit }) => {
    const there = placed(firm.municipality)
    const km = here && there ? Math.round(kmBetween(here, there)) : null
    return { ...visit, firmName: campaign.promoters.length > 0 ? firm.name : null, km }
  })
  return { calendar, visitors: visitors.sort((a, b) => a.name.localeCompare(b.name, 'it')), visits }
}

function placed(at: { latitude: number | null; longitude: number | null } | null): Place | null {
  return at?.latitude != null && at.longitude != null ? { latitude: at.latitude, longitude: at.longitude } : null
}
