import 'server-only'
import { db } from '@/lib/db'
import { presented } from '@/lib/evidence/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import type { Presented } from '@/lib/presented/rules'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

/** Services presented in the filter, most presented first, and what the firms said of them. */
export async function readPresented(filter: InsightFilter): Promise<Presented[]> {
  await gate('insight.read')
  return db.$queryRaw<Presented[]>(Prisma.sql`
    with ${presented(filter)}
    select s.id, s.name_it as "nameIt", s.name_en as "nameEn", count(*)::int presented,
      count(p.known)::int as "knownAsked", (count(*) filter (where p.known))::int known,
      count(p.used)::int as "usedAsked", (count(*) filter (where p.used))::int used,
      count(p.interested)::int as "interestedAsked", (count(*) filter (where p.interested))::int interested
    from presented p join service s on s.id = p.service_id
    group by s.id, s.name_it, s.name_en, s.position order by presented desc, s.position`)
}
