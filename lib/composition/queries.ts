import 'server-only'
import { cache } from 'react'
import type { Tally } from '@/lib/composition/rules'
import { db } from '@/lib/db'
import { firmIs, visited } from '@/lib/evidence/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma
const SETS = sql`
  sector_id as "sectorId", size_class::text as "sizeClass", municipality_code as "municipalityCode", young, female, "foreign",
  grouping(sector_id, size_class, municipality_code, young, female, "foreign")::int as "set", count(*)::int firms`
const BY = sql`group by grouping sets ((sector_id), (size_class), (municipality_code), (young), (female), ("foreign"), ())`

/** Active firms of the register that the filter describes, as they are today, counted along each of its dimensions. */
export async function registerMakeup(filter: InsightFilter): Promise<Tally[]> {
  await gate('insight.read')
  return countRegister(filter)
}

const countRegister = cache((filter: InsightFilter) =>
  db.$queryRaw<Tally[]>(sql`select ${SETS} from firm f where f.status = 'active' and ${firmIs(filter, 'f')} ${BY}`),
)

/** Firms visited in the filter, as they were at their last visit there, counted along the same dimensions. */
export async function visitedMakeup(filter: InsightFilter): Promise<Tally[]> {
  await gate('insight.read')
  return countVisited(filter)
}

const countVisited = cache((filter: InsightFilter) =>
  db.$queryRaw<Tally[]>(sql`with ${visited(filter)} select ${SETS} from firms ${BY}`),
)
