import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import { type StratumCount, unweighted, type Weigh, weighBy } from '@/lib/weighting/rules'

/** Strata of a drawn campaign, with how many firms of each were visited and how many told their digital level. */
export async function readStrata(campaignId: string): Promise<StratumCount[]> {
  await gate('insight.read')
  return countStrata(campaignId)
}

const countStrata = cache(
  (campaignId: string) => db.$queryRaw<StratumCount[]>`
    with seen as (
      select firm_id, true visited, digital_level is not null told from visit where campaign_id = ${campaignId}::uuid
      union all
      select firm_id, false, true from call where campaign_id = ${campaignId}::uuid and digital_level is not null),
    firms as (select firm_id, bool_or(visited) visited, bool_or(told) told from seen group by firm_id)
    select s.key, s.frame, (count(*) filter (where f.visited))::int visited,
      (count(*) filter (where f.told))::int answered
    from campaign_stratum s
      left join assignment a on a.campaign_id = s.campaign_id and a.stratum = s.key
      left join firms f on f.firm_id = a.firm_id
    where s.campaign_id = ${campaignId}::uuid
    group by s.key, s.frame, s.position order by s.position`,
)

/** How the shares of a filter are estimated: `readableFilter` leaves `weighted` only where one drawn campaign is asked for. */
export async function weighing(filter: InsightFilter, seen: 'visited' | 'answered' = 'visited'): Promise<Weigh> {
  await gate('insight.read')
  const [campaignId] = filter.campaign
  return filter.weighted && campaignId ? weighBy(await countStrata(campaignId), seen) : unweighted
}
