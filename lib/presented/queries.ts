import 'server-only'
import { db } from '@/lib/db'
import { countPresented } from '@/lib/evidence/presented'
import { selected } from '@/lib/evidence/queries'
import { remember } from '@/lib/evidence/remember'
import type { InsightFilter } from '@/lib/insight/schema'
import type { Presented } from '@/lib/presented/rules'
import { gate } from '@/lib/session'

const presented = remember(['firms', 'visits', 'presented'], countPresented)

/** Services presented in the filter, most presented first, and what the firms said of them. */
export async function readPresented(filter: InsightFilter): Promise<Presented[]> {
  await gate('insight.read')
  const select = { id: true, nameIt: true, nameEn: true }
  const services = await db.service.findMany({ select, orderBy: { position: 'asc' } })
  const counted = await presented(await selected(filter))
  const counts = new Map(counted.map((row) => [row.id, row]))
  const rows = services.flatMap((service) => {
    const found = counts.get(service.id)
    if (!found) return []
    const [knownAsked = 0, usedAsked = 0, interestedAsked = 0] = found.asked
    const [known = 0, used = 0, interested = 0] = found.yes
    return { ...service, presented: found.presented, knownAsked, known, usedAsked, used, interestedAsked, interested }
  })
  return rows.sort((one, other) => other.presented - one.presented)
}
