import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { asked, visited } from '@/lib/evidence/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import type { Cell } from '@/lib/ranking/rules'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

/**
 * The one aggregate behind the ranking, the table by sector and the comparison of groups: visited firms by sector and by
 * each flag, in all (`needTypeId` null) and by what they ask for; by stratum too where the figures are weighted.
 */
export async function readCells(filter: InsightFilter): Promise<Cell[]> {
  await gate('insight.read')
  return countCells(filter)
}

const countCells = cache((filter: InsightFilter) => {
  const sets = Prisma.sql`grouping sets ((stratum, need, sector_id), (stratum, need, young), (stratum, need, female), (stratum, need, "foreign"))`
  return db.$queryRaw<Cell[]>(Prisma.sql`
    with ${visited(filter)}, ${asked(filter)},
    cells as (
      select stratum, sector_id, young, female, "foreign", null::uuid need from firms
      union all
      select f.stratum, f.sector_id, f.young, f.female, f."foreign", a.need_type_id
      from asked a join firms f on f.firm_id = a.firm_id)
    select stratum, sector_id as "sectorId", young, female, "foreign", need as "needTypeId", count(*)::int firms
    from cells group by ${sets}`)
})

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
