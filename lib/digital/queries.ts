import 'server-only'
import { db } from '@/lib/db'
import type { LevelCount } from '@/lib/digital/rules'
import { answers } from '@/lib/evidence/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

/** Firms by sector and by the latest digital level they told in the filter. */
export async function readLevels(filter: InsightFilter): Promise<LevelCount[]> {
  await gate('insight.read')
  return db.$queryRaw<LevelCount[]>(Prisma.sql`
    with ${answers(filter)}
    select sector_id as "sectorId", digital_level::text as level, stratum, count(*)::int firms from answers group by 1, 2, 3`)
}
