import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'
import { boundsOf, dayOf, momentOf } from '@/lib/today/rules'
import type { VisitFilter } from '@/lib/visits/schema'
import type { Prisma } from '@/prisma/client/client'

const PAGE = 25
const UUID = /^[0-9a-f-]{36}$/

function afterMark(mark: string | undefined): Prisma.VisitWhereInput {
  const [moment, id] = mark?.split(' ') ?? []
  if (!moment || !id) return {}
  const at = new Date(moment)
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] }
}

/** One page of visits, the newest first; of a promoter's, those of their campaigns. */
export async function listVisits(filter: VisitFilter) {
  const actor = await gate('firms.read')
  const ours = actor.role === 'promoter' && { campaign: { promoters: { some: { userId: actor.id } } } }
  const rows = await db.visit.findMany({
    where: {
      AND: [ours ? { OR: [{ userId: actor.id }, ours] } : {}, afterMark(filter.after)],
      campaignId: filter.campaign,
      userId: filter.mine ? actor.id : undefined,
      at: {
        gte: filter.from ? momentOf(filter.from, '00:00') : undefined,
        lt: filter.to ? boundsOf(filter.to).to : undefined,
      },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: {
      id: true,
      at: true,
      interest: true,
      firm: { select: { name: true, municipalityName: true } },
      user: { select: { name: true } },
      sector: { select: { nameIt: true, nameEn: true } },
      _count: { select: { needs: true, services: true } },
    },
  })
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return { rows: rows.slice(0, PAGE), next: last && `${last.at.toISOString()} ${last.id}` }
}

const visitFirm = {
  select: {
    id: true,
    name: true,
    address: true,
    municipalityName: true,
    employeesDependent: true,
    employeesIndependent: true,
    digitalLevel: true,
    privacyNoticeAt: true,
    invitesConsent: true,
    doNotContactSince: true,
    sector: { select: { nameIt: true, nameEn: true } },
    contacts: { orderBy: { createdAt: 'asc' }, select: { id: true, name: true, role: true } },
  },
} satisfies Prisma.FirmDefaultArgs

/**
 * What a new visit starts from: an appointment, or an assignment with the appointment planned there for today. Null
 * where neither is the promoter's to visit; `visitId` where the appointment was visited already.
 */
export async function visitToBegin(from: { appointment?: string; assignment?: string }, now = new Date()) {
  const actor = await gate('visits.record')
  const mine = { OR: [{ visitorId: actor.id }, { campaign: { promoters: { some: { userId: actor.id } } } }] }
  const today = boundsOf(dayOf(now))
  const wanted: Prisma.AppointmentWhereInput | null =
    from.appointment && UUID.test(from.appointment)
      ? { id: from.appointment }
      : from.assignment && UUID.test(from.assignment)
        ? { assignmentId: from.assignment, state: 'planned', startsAt: { gte: today.from, lt: today.to } }
        : null
  if (!wanted) return null
  const appointment = await db.appointment.findFirst({
    where: { AND: [wanted, mine] },
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      assignmentId: true,
      startsAt: true,
      minutes: true,
      contactId: true,
      visit: { select: { id: true } },
      firm: visitFirm,
    },
  })
  if (appointment) return { ...appointment, visitId: appointment.visit?.id }
  if (from.appointment) return null
  const assignment = await db.assignment.findFirst({
    where: { id: from.assignment, campaign: { promoters: { some: { userId: actor.id } } } },
    select: { id: true, campaign: { select: { visitMinutes: true } }, firm: visitFirm },
  })
  if (!assignment) return null
  const { id: assignmentId, firm } = assignment
  const minutes = assignment.campaign.visitMinutes
  return { id: undefined, assignmentId, startsAt: undefined, minutes, contactId: null, visitId: undefined, firm }
}

/** One visit with everything said at it, and whether the person may change it; null where there is none. */
export const visitById = cache(async (id: string) => {
  const actor = await gate('firms.read')
  if (!UUID.test(id)) return null
  const visit = await db.visit.findUnique({
    where: { id },
    include: {
      user: { select: { name: true } },
      campaign: { select: { name: true, promoters: { where: { userId: actor.id } } } },
      sector: { select: { nameIt: true, nameEn: true } },
      municipality: { select: { name: true } },
      firm: visitFirm,
      contacts: { include: { contact: { select: { id: true, name: true, role: true } } } },
      services: { include: { service: { select: { nameIt: true, nameEn: true, position: true } } } },
      needs: {
        include: {
          needType: { select: { nameIt: true, nameEn: true } },
          office: { select: { nameIt: true, nameEn: true } },
        },
      },
    },
  })
  if (!visit) return null
  const ours = visit.userId === actor.id || visit.campaign.promoters.length > 0
  return { ...visit, mayChange: actor.role === 'promoter' && ours }
})

/** Services in use with the types of need they answer, in their order. */
export async function serviceChoices() {
  await gate('firms.read')
  const services = await db.service.findMany({
    where: { retired: false },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      nameIt: true,
      nameEn: true,
      descriptionIt: true,
      descriptionEn: true,
      needTypes: { select: { needTypeId: true } },
    },
  })
  return services.map(({ needTypes, ...service }) => ({
    ...service,
    needTypeIds: needTypes.map(({ needTypeId }) => needTypeId),
  }))
}
