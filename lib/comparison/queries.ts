import 'server-only'
import { cache } from 'react'
import type { Sides } from '@/lib/comparison/rules'
import { readLevels } from '@/lib/digital/queries'
import { counted } from '@/lib/evidence/queries'
import { insightChoices, readReach } from '@/lib/insight/queries'
import { drawnCampaign } from '@/lib/insight/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import { readCells } from '@/lib/ranking/queries'
import { gate } from '@/lib/session'
import { weighing } from '@/lib/weighting/queries'

/**
 * Both sides of a comparison and the firms they share. Shares are weighted where that is asked for and each side is one
 * drawn campaign; else neither side's are.
 */
export async function readSides(first: InsightFilter, second: InsightFilter): Promise<Sides> {
  await gate('insight.read')
  const { campaigns } = await insightChoices()
  const drawn = [first, second].map((filter) => drawnCampaign(campaigns, filter))
  const weighted = first.weighted && drawn[0] !== undefined && drawn[1] !== undefined
  // A filter that need not change stays the same object: what the page's other panels read of it is not read again.
  const filters = [first, second].map((filter, side): InsightFilter => {
    const sole = drawn[side]
    if (weighted) return sole ? { ...filter, weighted, campaign: [sole.id] } : filter
    return filter.weighted ? { ...filter, weighted } : filter
  })
  const [one = first, two = second] = filters
  const [of, against, both] = await Promise.all([readSide(one), readSide(two), readShared(one, two)])
  return { first: of, second: against, shared: both, weighted }
}

async function readSide(filter: InsightFilter) {
  const [counts, cells, levels, visited, answered] = await Promise.all([
    readReach(filter),
    readCells(filter),
    readLevels(filter),
    weighing(filter),
    weighing(filter, 'answered'),
  ])
  return { reach: counts, cells, levels, weigh: { visited, answered } }
}

const readShared = cache((first: InsightFilter, second: InsightFilter) => counted('shared', first, second))
