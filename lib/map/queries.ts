import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import type { Spot } from '@/lib/map/rules'
import { gate } from '@/lib/session'

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
  const rows = await db.municipality.findMany({
    select: { istatCode: true, name: true, latitude: true, longitude: true, population: true },
  })
  const spots = rows.flatMap(({ istatCode, latitude, longitude, population }) =>
    latitude === null || longitude === null
      ? []
      : [{ code: istatCode, latitude, longitude, population: population ?? 0 }],
  )
  return { spots, names: new Map(rows.map(({ istatCode, name }) => [istatCode, name])), credit: null }
})
