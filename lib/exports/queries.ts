import 'server-only'
import { db } from '@/lib/db'
import type { ExportedNeed } from '@/lib/exports/rules'
import { NEED_STATUSES, needWhere } from '@/lib/needs/rules'
import type { NeedFilter } from '@/lib/needs/schema'
import { gate } from '@/lib/session'

const names = { select: { nameIt: true, nameEn: true } } as const

/**
 * Needs by id after the one given, as the list filters them (`named` by `firmsNamed`); without a status all of them, not
 * only the open ones.
 */
export async function needsForFile(
  filter: NeedFilter,
  named: string[] | undefined,
  after: string | undefined,
  take: number,
): Promise<(ExportedNeed & { id: string })[]> {
  const actor = await gate('export.all')
  const status = filter.status.length ? filter.status : [...NEED_STATUSES]
  const where = needWhere(actor, { ...filter, status }, new Date(), named)
  return db.need.findMany({
    where: { AND: [where, after ? { id: { gt: after } } : {}] },
    orderBy: { id: 'asc' },
    take,
    select: {
      id: true,
      words: true,
      priority: true,
      status: true,
      recordedAt: true,
      takenUpAt: true,
      closedAt: true,
      dueOn: true,
      callId: true,
      visitId: true,
      firm: {
        select: {
          name: true,
          codiceFiscale: true,
          municipalityName: true,
          municipality: { select: { name: true } },
          sector: names,
        },
      },
      needType: names,
      office: names,
      assignee: { select: { name: true } },
      referrals: { orderBy: { sentAt: 'desc' }, take: 1, select: { answer: true } },
    },
  })
}
