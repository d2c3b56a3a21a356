import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { z } from 'zod'
import type { Outline } from '@/lib/boundaries/rules'
import { Refusal } from '@/lib/refusal'

/** Largest file taken: the whole country's municipalities as ISTAT publishes them, generalised, are about as large. */
export const MOST_MEGABYTES = 30

const point = z
  .tuple([z.number(), z.number()])
  .rest(z.number())
  .transform(([x, y]) => [x, y] as const)
const polygon = z.array(z.array(point).min(4)).min(1)
const shape = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: polygon.transform((rings) => [rings]) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
  ]),
})
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
const topology = z.looseObject({
  type: z.literal('Topology'),
  objects: z.record(z.string(), z.unknown()),
  arcs: z.array(z.array(z.array(z.number()))),
})

/** Words beside the map: whose boundaries they are and under which licence. */
export const boundariesInput = z.object({ credit: z.string('required').trim().min(1, 'required').max(160, 'tooLong') })

/**
 * The outlines in a GeoJSON or TopoJSON that belong to `known` municipalities, by ISTAT code: the code is looked for in
 * every property, with or without leading zeros. Other shapes are left out.
 * Refuses what is neither format (`boundariesFormat`), has none of the codes (`boundariesCodes`), or is not in degrees
 * (`boundariesPlace`).
 */
export function outlinesIn(text: string, known: ReadonlySet<string>): Map<string, Outline> {
  const found = new Map<string, Outline>()
  for (const raw of featuresIn(text)) {
    const one = shape.safeParse(raw)
    const code = one.success ? codeOf([...Object.values(one.data.properties ?? {}), one.data.id], known) : undefined
    if (one.success && code) {
      const polygons = one.data.geometry.coordinates.map((rings) => rings.map((ring) => [...ring]))
      found.set(code, [...(found.get(code) ?? []), ...polygons])
    }
  }
  if (found.size === 0) throw new Refusal('boundariesCodes')
  const places = [...found.values()].flat(2)
  if (places.some((ring) => ring.some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90))) {
    throw new Refusal('boundariesPlace')
  }
  return found
}

function featuresIn(text: string): unknown[] {
  try {
    const raw: unknown = JSON.parse(text)
    const plain = collection.safeParse(raw)
    if (plain.success) return plain.data.features
    const { objects } = topology.parse(raw)
    return Object.keys(objects).flatMap((name) => {
      const shapes: object = feature(raw as Topology, name)
      return 'features' in shapes && Array.isArray(shapes.features) ? shapes.features : [shapes]
    })
  } catch {
    throw new Refusal('boundariesFormat')
  }
}

function codeOf(values: unknown[], known: ReadonlySet<string>): string | undefined {
  const codes = values.map((value) => {
    const isCode = (typeof value === 'string' || typeof value === 'number') && /^\d{4,6}$/.test(String(value))
    return isCode ? String(value).padStart(6, '0') : ''
  })
  return codes.find((code) => known.has(code))
}
