import 'server-only'
import { cache } from 'react'
import { counted } from '@/lib/evidence/queries'
import { type InsightFilter, insightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import { type StratumCount, unweighted, type Weigh, weighBy } from '@/lib/weighting/rules'

/** Strata of a drawn campaign, with how many firms of each were visited and how many told their digital level. */
export async function readStrata(campaignId: string): Promise<StratumCount[]> {
  await gate('insight.read')
  return strataOf(campaignId)
}

const strataOf = cache((campaignId: string) => counted('strata', insightFilter.parse({ campaign: [campaignId] })))

/** How the shares of a filter are estimated: `readableFilter` leaves `weighted` only where one drawn campaign is asked for. */
export async function weighing(filter: InsightFilter, seen: 'visited' | 'answered' = 'visited'): Promise<Weigh> {
  await gate('insight.read')
  const [campaignId] = filter.campaign
  return filter.weighted && campaignId ? weighBy(await strataOf(campaignId), seen) : unweighted
}
