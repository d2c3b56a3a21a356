import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { asked, visited } from '@/lib/evidence/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import type { Cell } from '@/lib/ranking/rules'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

/**
 * The one aggregate behind the ranking, the table by sector and the comparison of young firms: visited firms by sector
 * and age of the owners, in all (`needTypeId` null) and by what they ask for. Each firm is in one sector and one group,
 * so sums of cells are counts of firms.
 */
export async function readCells(filter: InsightFilter): Promise<Cell[]> {
  await gate('insight.read')
  return countCells(filter)
}

const countCells = cache((filter: InsightFilter) =>
  db.$queryRaw<Cell[]>(Prisma.sql`
    with ${visited(filter)}, ${asked(filter)}
    select sector_id as "sectorId", young, null::uuid as "needTypeId", count(*)::int firms from firms group by 1, 2
    union all
    select f.sector_id, f.young, a.need_type_id, count(*)::int
    from asked a join firms f on f.firm_id = a.firm_id group by 1, 2, 3`),
)

/** All types of need, retired ones too, in the Chamber's order. */
export async function rankedTypes() {
  await gate('insight.read')
  return readTypes()
}

const readTypes = cache(() =>
  db.needType.findMany({
    orderBy: { position: 'asc' },
    select: { id: true, code: true, nameIt: true, nameEn: true, shortIt: true, shortEn: true, retired: true },
  }),
)
