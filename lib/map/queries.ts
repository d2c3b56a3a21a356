import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { db } from '@/lib/db'
import type { Spot } from '@/lib/map/rules'
import { gate } from '@/lib/session'

const outline = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))))
const stored = z.object({ credit: z.string() })

type MapSpots = {
  spots: Omit<Spot, 'firms'>[]
  names: Map<string, string> /** Whose boundaries they are. */
  credit: string | null
}

/** Where the Chamber's municipalities are; those without coordinates are in the tables only. */
export async function mapSpots(): Promise<MapSpots> {
  await gate('insight.read')
  return readSpots()
}

const readSpots = cache(async (): Promise<MapSpots> => {
  const [rows, setting] = await Promise.all([
    db.municipality.findMany({
      select: {
        ...{ istatCode: true, name: true, latitude: true, longitude: true, population: true },
        boundary: { select: { outline: true } },
      },
    }),
    db.setting.findUnique({ where: { key: 'boundaries' } }),
  ])
  const hasOutlines = rows.some(({ boundary }) => boundary)
  const spots = rows.flatMap(({ istatCode, latitude, longitude, population, boundary }) => {
    if (latitude === null || longitude === null) return []
    const place = { code: istatCode, latitude, longitude, population: population ?? 0 }
    const coordinates = outline.safeParse(boundary?.outline).data
    return coordinates ? [{ ...place, outline: { type: 'MultiPolygon' as const, coordinates } }] : [place]
  })
  const credit = hasOutlines ? (stored.safeParse(setting?.value).data?.credit ?? '') : null
  return { spots, names: new Map(rows.map(({ istatCode, name }) => [istatCode, name])), credit }
})
