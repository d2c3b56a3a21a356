import 'server-only'
import { counted } from '@/lib/evidence/queries'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import type { Week } from '@/lib/trend/rules'

/**
 * Firms contacted and visited and needs recorded, week by week in Italy from the first with any to the last; a firm
 * contacted in two weeks counts in both.
 */
export async function readWeeks(filter: InsightFilter): Promise<Week[]> {
  await gate('insight.read')
  return counted('weeks', filter)
}
