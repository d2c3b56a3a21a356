import 'server-only'
import { db } from '@/lib/db'
import { counted } from '@/lib/evidence/queries'
import type { InsightFilter } from '@/lib/insight/schema'
import type { Presented } from '@/lib/presented/rules'
import { gate } from '@/lib/session'

/** Services presented in the filter, most presented first, and what the firms said of them. */
export async function readPresented(filter: InsightFilter): Promise<Presented[]> {
  await gate('insight.read')
  const select = { id: true, nameIt: true, nameEn: true }
  const [services, presented] = await Promise.all([
    db.service.findMany({ select, orderBy: { position: 'asc' } }),
    counted('presented', filter),
  ])
  const counts = new Map(presented.map((row) => [row.id, row]))
  const rows = services.flatMap((service) => {
    const found = counts.get(service.id)
    if (!found) return []
    const [knownAsked = 0, usedAsked = 0, interestedAsked = 0] = found.asked
    const [known = 0, used = 0, interested = 0] = found.yes
    return { ...service, presented: found.presented, knownAsked, known, usedAsked, used, interestedAsked, interested }
  })
  return rows.sort((one, other) => other.presented - one.presented)
}
