import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { OPEN } from '@/lib/needs/rules'
import { gate } from '@/lib/session'
import type { NeedStatus } from '@/prisma/client/enums'

/** The firm as its page and the desk show it, asked once a request; null where there is none. */
export const firmById = cache(async (firmId: string) => {
  await gate('firms.read')
  if (!UUID.test(firmId)) return null
  return db.firm.findUnique({
    where: { id: firmId },
    include: {
      sector: { select: { nameIt: true, nameEn: true } },
      municipality: { select: { name: true } },
      phones: { orderBy: [{ source: 'desc' }, { position: 'asc' }] },
      corrections: true,
    },
  })
})

/** An address may carry anything. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** When the register last spoke of the firm; null where it came in by another way. */
export async function lastImportOf(importId: string | null): Promise<Date | null> {
  await gate('firms.read')
  if (!importId) return null
  const found = await db.registerImport.findUnique({
    where: { id: importId },
    select: { finishedAt: true, startedAt: true },
  })
  return found ? (found.finishedAt ?? found.startedAt) : null
}

export async function localUnitsOf(firmId: string) {
  await gate('firms.read')
  return db.localUnit.findMany({
    where: { firmId, closedOn: null },
    orderBy: [{ unit: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      unit: true,
      kind: true,
      address: true,
      postcode: true,
      municipalityName: true,
      openedOn: true,
      municipality: { select: { name: true } },
    },
  })
}

/** Where the firm stands: its latest campaign, what is planned, what was done, all it asked for. */
export const pathOf = cache(async (firmId: string) => {
  await gate('firms.read')
  const who = { select: { name: true } } as const
  const [assignment, calls, visits, needs] = await Promise.all([
    db.assignment.findFirst({
      where: { firmId, state: { not: 'reserve' } },
      orderBy: [{ campaign: { startsOn: 'desc' } }, { id: 'desc' }],
      select: {
        state: true,
        attempts: true,
        callbackAt: true,
        callbackUser: who,
        campaign: { select: { id: true, name: true } },
        appointments: { where: { state: 'planned' }, select: { startsAt: true, visitor: who }, take: 1 },
      },
    }),
    db.call.aggregate({ where: { firmId }, _count: true, _min: { at: true } }),
    db.visit.aggregate({ where: { firmId }, _count: true, _min: { at: true } }),
    needsOfFirm(firmId),
  ])
  // Most firms were never called or visited: of them there is nothing more to ask.
  const [call, visit, followUp] = await Promise.all([
    calls._count > 0
      ? db.call.findFirst({ where: { firmId }, orderBy: { at: 'desc' }, select: { at: true, user: who } })
      : null,
    visits._count > 0
      ? db.visit.findFirst({ where: { firmId }, orderBy: { at: 'desc' }, select: { at: true, user: who } })
      : null,
    visits._count > 0
      ? db.visit.findFirst({
          where: { firmId, followUp: { not: 'none' }, followUpAt: { not: null } },
          orderBy: { followUpAt: 'asc' },
          select: { followUp: true, followUpAt: true, user: who },
        })
      : null,
  ])
  const last = [call, visit].filter((one) => one !== null).sort((a, b) => b.at.getTime() - a.at.getTime())[0]
  const since = [calls._min.at, visits._min.at].filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0]
  const open: Partial<Record<NeedStatus, number>> = {}
  for (const { status } of needs.filter(isOpen)) open[status] = (open[status] ?? 0) + 1
  const high = needs.filter((need) => isOpen(need) && need.priority === 'high').length
  const counts = { calls: calls._count, visits: visits._count, needs: needs.length }
  return { assignment, ...counts, followUp, last, since, open, high }
})

const isOpen = ({ status }: { status: NeedStatus }) => (OPEN as readonly NeedStatus[]).includes(status)

/** Everything the firm asked for, what is open first, newest first; asked once a request. */
export const needsOfFirm = cache(async (firmId: string) => {
  await gate('firms.read')
  const needs = await db.need.findMany({
    where: { firmId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      words: true,
      priority: true,
      status: true,
      dueOn: true,
      needType: { select: { nameIt: true, nameEn: true } },
      office: { select: { nameIt: true, nameEn: true } },
      referrals: { orderBy: { sentAt: 'desc' }, take: 1, select: { answer: true } },
    },
  })
  return needs.sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
})

/** Who was told not to contact the firm any more: the name, for its privacy panel. */
export async function nameOfUser(userId: string | null): Promise<string | null> {
  await gate('firms.read')
  if (!userId) return null
  return (await db.user.findUnique({ where: { id: userId }, select: { name: true } }))?.name ?? null
}
