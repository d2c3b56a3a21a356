import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { counted } from '@/lib/evidence/queries'
import type { InsightFilter } from '@/lib/insight/schema'
import type { Cell } from '@/lib/ranking/rules'
import { gate } from '@/lib/session'

/**
 * The one aggregate behind the ranking, the table by sector and the comparison of groups: visited firms by sector and by
 * each flag, in all (`needTypeId` null) and by what they ask for; by stratum too where the figures are weighted.
 */
export async function readCells(filter: InsightFilter): Promise<Cell[]> {
  await gate('insight.read')
  return cellsOf(filter)
}

const cellsOf = cache((filter: InsightFilter) => counted('cells', filter))

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
