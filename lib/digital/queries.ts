import 'server-only'
import type { LevelCount } from '@/lib/digital/rules'
import { countLevels } from '@/lib/evidence/levels'
import { selected } from '@/lib/evidence/queries'
import { remember } from '@/lib/evidence/remember'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'

/** Firms by sector and by the latest digital level they told in the filter. */
export async function readLevels(filter: InsightFilter): Promise<LevelCount[]> {
  await gate('insight.read')
  return levels(await selected(filter))
}

const levels = remember(['firms', 'calls', 'visits', 'assignments'], countLevels)
