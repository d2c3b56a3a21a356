import 'server-only'
import { db } from '@/lib/db'
import { told } from '@/lib/evidence/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

/** From when to when there was work in the filter, and by how many people; nulls where there was none. */
export async function readWork(filter: InsightFilter) {
  await gate('insight.read')
  const [work] = await db.$queryRaw<[{ first: Date | null; last: Date | null; people: number }]>(Prisma.sql`
    select min(at) first, max(at) last, count(distinct user_id)::int people from (
      select at, user_id from call c where ${told(filter, 'c')}
      union all
      select at, user_id from visit v where ${told(filter, 'v')}) work`)
  return work
}
