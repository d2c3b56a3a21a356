import { overlaps } from '@/lib/appointments/rules'
import { dayOf } from '@/lib/today/rules'

export type Place = { latitude: number; longitude: number }

/** Mean radius of the Earth in kilometres (IUGG, 2 R_equator + R_pole over 3). */
const EARTH_KM = 6371.0088
/**
 * Kilometres of the crow in an hour of driving, door to door. Roads are about a third longer than the straight line and
 * country roads are driven at some 55 km/h: 40 is an assumption, said on the screen, not a measurement.
 */
export const TRAVEL_KMH = 40
/** Up to here two firms are said to be near each other, in km. */
const NEAR_KM = 15

/** Great-circle distance in km between two points in degrees (haversine formula: Sinnott, Sky & Telescope 68, 1984). */
export function kmBetween(a: Place, b: Place): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const half = (from: number, to: number) => Math.sin(rad(to - from) / 2) ** 2
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Minutes to drive so many km as the crow flies, rounded up. */
export const travelMinutes = (km: number): number => Math.ceil((km / TRAVEL_KMH) * 60)

type Span = { startsAt: Date; minutes: number }
/** Another visit of the same person; `km` from the firm in question, null where a place is not known. */
export type Neighbour = Span & { firmName: string | null; km: number | null }

const endOf = ({ startsAt, minutes }: Span) => startsAt.getTime() + minutes * 60_000

export type Journey<N extends Neighbour> = {
  /** What the visit would overlap. */
  clash: N | null
  /** The closest of the visits just before and just after on that Italian day. */
  nearest: (N & { isNear: boolean }) | null
  /** Those of the two between which and the visit there are fewer minutes than the drive takes. */
  tight: (N & { gap: number; needed: number })[]
}

/** How a visit fits between the others of its day. Gaps are minutes of the clock that never stops, also in October. */
export function journeyOf<N extends Neighbour>(visit: Span, others: N[]): Journey<N> {
  const clash = others.find((other) => overlaps(other, visit)) ?? null
  const sameDay = others.filter((other) => !overlaps(other, visit) && dayOf(other.startsAt) === dayOf(visit.startsAt))
  const byTime = [...sameDay].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const before = byTime.filter((other) => other.startsAt < visit.startsAt).at(-1)
  const after = byTime.find((other) => other.startsAt > visit.startsAt)
  const beside = [before, after].filter((other) => other !== undefined)
  const known = beside.filter((other): other is N & { km: number } => other.km !== null)
  const [nearest] = [...known].sort((a, b) => a.km - b.km)
  const tight = known.flatMap((other) => {
    const [first, second] = other === before ? [other, visit] : [visit, other]
    const gap = Math.floor((second.startsAt.getTime() - endOf(first)) / 60_000)
    const needed = travelMinutes(other.km)
    return gap < needed ? [{ ...other, gap, needed }] : []
  })
  return { clash, nearest: nearest ? { ...nearest, isNear: nearest.km <= NEAR_KM } : null, tight }
}
