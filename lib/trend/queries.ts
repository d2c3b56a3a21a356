import 'server-only'
import { db } from '@/lib/db'
import { needs, SPOKEN, told } from '@/lib/evidence/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import type { Week } from '@/lib/trend/rules'
import { Prisma } from '@/prisma/client/client'

/**
 * Firms contacted and visited and needs recorded, week by week in Italy from the first with any to the last; a firm
 * contacted in two weeks counts in both.
 */
export async function readWeeks(filter: InsightFilter): Promise<Week[]> {
  await gate('insight.read')
  return db.$queryRaw<Week[]>(Prisma.sql`
    with ${needs(filter)},
    told as (
      select c.firm_id, date_trunc('week', c.at at time zone 'Europe/Rome')::date week, false visited, false need
      from call c where c.outcome in ${SPOKEN} and ${told(filter, 'c')}
      union all
      select v.firm_id, date_trunc('week', v.at at time zone 'Europe/Rome')::date, true, false
      from visit v where ${told(filter, 'v')}
      union all
      select firm_id, date_trunc('week', recorded_at at time zone 'Europe/Rome')::date, false, true from needs),
    counts as (
      select week, (count(distinct firm_id) filter (where not need))::int contacted,
        (count(distinct firm_id) filter (where visited))::int visited, (count(*) filter (where need))::int needs
      from told group by week)
    select to_char(w, 'YYYY-MM-DD') as monday, coalesce(contacted, 0) contacted, coalesce(visited, 0) visited,
      coalesce(needs, 0) needs
    from generate_series((select min(week) from counts)::timestamp, (select max(week) from counts), '1 week') w
      left join counts on counts.week = w::date
    order by w`)
}
