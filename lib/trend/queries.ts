import 'server-only'
import { selected } from '@/lib/evidence/queries'
import { remember } from '@/lib/evidence/remember'
import { countWeeks } from '@/lib/evidence/weeks'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import type { Week } from '@/lib/trend/rules'

/**
 * Firms contacted and visited and needs recorded, week by week in Italy from the first with any to the last; a firm
 * contacted in two weeks counts in both.
 */
export async function readWeeks(filter: InsightFilter): Promise<Week[]> {
  await gate('insight.read')
  return weeks(await selected(filter))
}

const weeks = remember(['firms', 'calls', 'visits', 'needs'], countWeeks)
