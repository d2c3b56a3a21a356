import 'server-only'
import type { LevelCount } from '@/lib/digital/rules'
import { counted } from '@/lib/evidence/queries'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'

/** Firms by sector and by the latest digital level they told in the filter. */
export async function readLevels(filter: InsightFilter): Promise<LevelCount[]> {
  await gate('insight.read')
  return counted('levels', filter)
}
