import 'server-only'
import { db } from '@/lib/db'
import { knownShares } from '@/lib/draws/mutations'
import type { Experience } from '@/lib/outlook/rules'
import { gate } from '@/lib/session'

/** Earlier campaigns are looked back on as far as this: habits change. */
const CAMPAIGNS_BACK = 3

/** What the last campaigns came to in each sector, and what is known of each sector's shares. */
export async function experienceSoFar(): Promise<{ experience: Experience[]; shares: [string, number][] }> {
  await gate('campaigns.read')
  const [experience, shares] = await Promise.all([
    db.$queryRaw<Experience[]>`
      with last as (
        select c.id from campaign c
        where exists (select from assignment a where a.campaign_id = c.id and a.attempts > 0)
        order by c.starts_on desc, c.id desc limit ${CAMPAIGNS_BACK})
      select f.sector_id "sectorId", count(*)::int tried,
        (count(*) filter (where a.contacted_at is not null))::int contacted,
        (count(*) filter (where a.state = 'visited'))::int visited
      from last join assignment a on a.campaign_id = last.id join firm f on f.id = a.firm_id
      where a.attempts > 0 group by 1`,
    knownShares(db),
  ])
  return { experience, shares: [...shares] }
}
