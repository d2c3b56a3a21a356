import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

const stored = z.object({ credit: z.string() })

/** What is loaded, for who may load it; `credit` null where nothing is. */
export async function loadedBoundaries(): Promise<{ loaded: number; municipalities: number; credit: string | null }> {
  await gate('chamber.write')
  const [loaded, municipalities, setting] = await Promise.all([
    db.municipalBoundary.count(),
    db.municipality.count(),
    db.setting.findUnique({ where: { key: 'boundaries' } }),
  ])
  return { loaded, municipalities, credit: stored.safeParse(setting?.value).data?.credit ?? null }
}
