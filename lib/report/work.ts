import 'server-only'
import { counted } from '@/lib/evidence/queries'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'

/** From when to when there was work in the filter, and by how many people; nulls where there was none. */
export async function readWork(filter: InsightFilter) {
  await gate('insight.read')
  const { people, ...span } = await counted('work', filter)
  return { ...span, people: people.length }
}
