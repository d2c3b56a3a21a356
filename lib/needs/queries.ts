import 'server-only'
import { db } from '@/lib/db'
import { searchName } from '@/lib/firms/rules'
import { needScope, needWhere, OPEN } from '@/lib/needs/rules'
import type { NeedFilter } from '@/lib/needs/schema'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'
import { dateColumn, dayOf } from '@/lib/today/rules'
import type { Prisma } from '@/prisma/client/client'

const names = { select: { id: true, nameIt: true, nameEn: true } } as const

/** What a firm asked for and is not answered yet, newest first: pre-fills the call and the visit. */
export async function openNeedsOf(firmId: string) {
  await gate('firms.read')
  return db.need.findMany({
    where: { firmId, status: { in: [...OPEN] } },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      needTypeId: true,
      priority: true,
      words: true,
      status: true,
      callId: true,
      visitId: true,
      dueOn: true,
      recordedAt: true,
      version: true,
      needType: { select: { code: true, nameIt: true, nameEn: true, shortIt: true, shortEn: true } },
      office: names,
      recordedBy: { select: { name: true } },
    },
  })
}

/** The types of need in use, in their order, each with the office that answers it (null where none does). */
export async function needTypes() {
  await gate('firms.read')
  const types = await db.needType.findMany({
    where: { retired: false },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      code: true,
      nameIt: true,
      nameEn: true,
      shortIt: true,
      shortEn: true,
      services: {
        where: { service: { retired: false, office: { retired: false } } },
        orderBy: { service: { position: 'asc' } },
        select: { service: { select: { id: true, office: { select: { ...names.select, answerDays: true } } } } },
      },
    },
  })
  return types.map(({ services, ...type }) => ({
    ...type,
    office: services[0]?.service.office ?? null,
    serviceIds: services.map(({ service }) => service.id),
  }))
}

const PAGE = 25
const COUNT_CAP = 10_000

/** Rows after a `due|id` mark, in the order of the list: by due day, those without one last. */
function afterMark(mark: string | undefined): Prisma.NeedWhereInput {
  const [day, id] = mark?.split('|') ?? []
  if (day === undefined || !id || !UUID.test(id)) return {}
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { dueOn: null, id: { gt: id } }
  const dueOn = dateColumn(day)
  return { OR: [{ dueOn: { gt: dueOn } }, { dueOn, id: { gt: id } }, { dueOn: null }] }
}

const UUID = /^[0-9a-f-]{36}$/

/** More firms than this are a longer question by their ids than by their name. */
const MOST_NAMED = 2_000

/** The firms whose name has the text, from the names alone (lib/decisions/030); undefined where there are very many. */
export async function firmsNamed({ q }: NeedFilter): Promise<string[] | undefined> {
  await gate('needs.read')
  const text = q && searchName(q)
  if (!text) return undefined
  const rows = await db.firmName.findMany({
    where: { searchName: { contains: text } },
    take: MOST_NAMED + 1,
    select: { id: true },
  })
  return rows.length > MOST_NAMED ? undefined : rows.map(({ id }) => id)
}

/** One page of needs by due day, and how many there are up to 10,000 (`capped` beyond). */
export async function listNeeds(filter: NeedFilter, now = new Date()) {
  const actor = await gate('needs.read')
  const where = needWhere(actor, filter, now, await firmsNamed(filter))
  const [rows, count] = await Promise.all([
    db.need.findMany({
      where: { AND: [where, afterMark(filter.after)] },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      take: PAGE + 1,
      select: {
        id: true,
        priority: true,
        status: true,
        words: true,
        dueOn: true,
        firm: { select: { name: true } },
        needType: { select: { nameIt: true, nameEn: true } },
        office: names,
        assignee: { select: { name: true } },
      },
    }),
    db.need.count({ where, take: COUNT_CAP + 1 }),
  ])
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  const next = last && `${last.dueOn?.toISOString().slice(0, 10) ?? '-'}|${last.id}`
  return { rows: rows.slice(0, PAGE), next, count: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP }
}

/** Open needs by office: how many, not yet taken up, overdue. The office null holds those referred to nobody yet. */
export async function openNeedsByOffice(now = new Date()) {
  const actor = await gate('needs.read')
  const open: Prisma.NeedWhereInput = { AND: [needScope(actor), { status: { in: [...OPEN] } }] }
  const [offices, byStatus, late] = await Promise.all([
    db.office.findMany({
      where: { retired: false, id: actor.role === 'office' ? (actor.officeId ?? undefined) : undefined },
      orderBy: { position: 'asc' },
      select: names.select,
    }),
    db.need.groupBy({ by: ['officeId', 'status'], where: open, _count: true }),
    db.need.groupBy({ by: ['officeId'], where: { ...open, dueOn: { lt: dateColumn(dayOf(now)) } }, _count: true }),
  ])
  const figures = (officeId: string | null) => {
    const rows = byStatus.filter((row) => row.officeId === officeId)
    const sum = (some: typeof rows) => some.reduce((total, row) => total + row._count, 0)
    const waiting = rows.filter(({ status }) => status === 'recorded' || status === 'referred')
    const overdue = late.find((row) => row.officeId === officeId)?._count ?? 0
    return { open: sum(rows), toTakeUp: sum(waiting), overdue }
  }
  return [
    ...offices.map((office) => ({ office, ...figures(office.id) })),
    ...(actor.role === 'office' ? [] : [{ office: null, ...figures(null) }]),
  ]
}

/** One need with its history and the colleagues it may be given to; null where it does not exist for the person. */
export async function needById(id: string) {
  const actor = await gate('needs.read')
  if (!UUID.test(id)) return null
  const need = await db.need.findFirst({
    where: { id, ...needScope(actor) },
    select: {
      id: true,
      version: true,
      priority: true,
      status: true,
      words: true,
      dueOn: true,
      assigneeId: true,
      recordedAt: true,
      callId: true,
      visitId: true,
      firm: {
        select: {
          id: true,
          name: true,
          doNotContactSince: true,
          municipalityName: true,
          sector: { select: { nameIt: true, nameEn: true } },
        },
      },
      needType: { select: { nameIt: true, nameEn: true } },
      office: { select: { ...names.select, users: { where: { active: true }, select: { id: true, name: true } } } },
      assignee: { select: { name: true } },
      recordedBy: { select: { name: true } },
      referrals: {
        orderBy: { sentAt: 'desc' },
        select: { id: true, sentAt: true, sentById: true, answer: true, answeredAt: true, office: names },
      },
    },
  })
  if (!need) return null
  const moves = await db.activity.findMany({
    where: { firmId: need.firm.id, subjectId: id, verb: { startsWith: 'need.' } },
    orderBy: { at: 'desc' },
    select: { id: true, at: true, verb: true, changes: true, user: { select: { name: true } } },
  })
  return { ...need, moves, mayMove: can(actor, 'needs.move') }
}

/** Offices in use, to refer a need to. */
export async function officeChoices() {
  await gate('firms.read')
  const select = { ...names.select, answerDays: true }
  return db.office.findMany({ where: { retired: false }, orderBy: { position: 'asc' }, select })
}
