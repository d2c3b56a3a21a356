import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { journeyOf, kmBetween, travelMinutes } from '@/lib/diary/rules'

const LATINA = { latitude: 41.4677, longitude: 12.9036 }
const FORMIA = { latitude: 41.2561, longitude: 13.6072 }
const visit = (at: string, km: number | null, minutes = 45) => ({
  id: at,
  startsAt: new Date(at),
  minutes,
  firmName: 'Marmi Lepini',
  km,
})
const wished = (at: string, minutes = 45) => ({ startsAt: new Date(at), minutes })

describe('the distance between two municipalities', () => {
  it('is the great circle: a degree of a meridian, a quarter of the Earth, Latina to Formia', () => {
    expect(kmBetween({ latitude: 41, longitude: 13 }, { latitude: 42, longitude: 13 })).toBeCloseTo(111.195, 2)
    expect(kmBetween({ latitude: 0, longitude: 0 }, { latitude: 90, longitude: 0 })).toBeCloseTo(10007.56, 1)
    // By another way: the spherical law of cosines.
    const rad = (degrees: number) => (degrees * Math.PI) / 180
    const sines = Math.sin(rad(LATINA.latitude)) * Math.sin(rad(FORMIA.latitude))
    const cosines = Math.cos(rad(LATINA.latitude)) * Math.cos(rad(FORMIA.latitude))
    const angle = Math.acos(sines + cosines * Math.cos(rad(FORMIA.longitude - LATINA.longitude)))
    expect(kmBetween(LATINA, FORMIA)).toBeCloseTo(6371.0088 * angle, 6)
  })

  it('is nothing from a place to itself, the same both ways, and never more than half way round', () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(kmBetween(a, a)).toBe(0)
        expect(kmBetween(a, b)).toBeCloseTo(kmBetween(b, a), 6)
        expect(kmBetween(a, b)).toBeLessThanOrEqual(20_015.2)
      }),
    )
  })

  it('takes an hour for 40 km, rounded up to whole minutes', () => {
    expect([0, 6, 40, 41].map(travelMinutes)).toEqual([0, 9, 60, 62])
  })
})

describe('a visit between the others of the day', () => {
  it('is near the closer of the one before and the one after', () => {
    const others = [
      visit('2026-06-16T08:00:00Z', 6),
      visit('2026-06-16T12:00:00Z', 3),
      visit('2026-06-16T15:00:00Z', 0),
    ]
    expect(journeyOf(wished('2026-06-16T09:30:00Z'), others)).toMatchObject({
      clash: null,
      nearest: { id: '2026-06-16T12:00:00Z', isNear: true },
      tight: [],
    })
  })

  it('warns where there are fewer minutes than the drive takes, before and after', () => {
    const others = [visit('2026-06-16T08:00:00Z', 30), visit('2026-06-16T10:30:00Z', 45)]
    const { tight, nearest } = journeyOf(wished('2026-06-16T09:15:00Z'), others)
    expect(tight.map(({ gap, needed }) => [gap, needed])).toEqual([
      [30, 45],
      [30, 68],
    ])
    expect(nearest?.isNear).toBe(false)
    expect(journeyOf(wished('2026-06-16T09:30:00Z'), [visit('2026-06-16T08:00:00Z', 30)]).tight).toEqual([])
  })

  it('clashes with what it overlaps, and knows no distance where a place is not known', () => {
    const other = visit('2026-06-16T09:00:00Z', null)
    expect(journeyOf(wished('2026-06-16T09:30:00Z'), [other])).toMatchObject({ clash: other, nearest: null, tight: [] })
    expect(journeyOf(wished('2026-06-16T09:45:00Z'), [other])).toEqual({ clash: null, nearest: null, tight: [] })
  })

  it('looks at the Italian day alone: midnight, the end of the year, 29 February', () => {
    const alone = (at: string, other: string) => journeyOf(wished(at), [visit(other, 200)]).tight
    expect(alone('2026-06-16T21:00:00Z', '2026-06-16T22:30:00Z')).toEqual([])
    expect(alone('2026-12-31T22:00:00Z', '2026-12-31T23:30:00Z')).toEqual([])
    expect(alone('2028-02-29T08:00:00Z', '2028-02-29T10:00:00Z')).toHaveLength(1)
  })

  it('counts the minutes that pass, not those of the clock on the wall, when the clocks change', () => {
    const october = journeyOf(wished('2026-10-25T02:00:00Z'), [visit('2026-10-24T23:30:00Z', 80, 60)])
    expect(october.tight.map(({ gap }) => gap)).toEqual([90])
    const march = journeyOf(wished('2026-03-29T01:30:00Z'), [visit('2026-03-29T00:00:00Z', 30, 60)])
    expect(march.tight.map(({ gap }) => gap)).toEqual([30])
  })
})
