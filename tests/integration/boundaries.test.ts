import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { loadBoundaries, removeBoundaries } from '@/lib/boundaries/mutations'
import { loadedBoundaries } from '@/lib/boundaries/queries'
import { db } from '@/lib/db'
import { mapSpots } from '@/lib/map/queries'
import { drawMap } from '@/lib/map/rules'
import type { Actor } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { person } from '../support/people'

const REFERENCE = new URL('../../../shared/data/reference/limits_P_59_municipalities.topo.json', import.meta.url)
const SHARED = '/work/shared/data/reference/limits_P_59_municipalities.topo.json'
const published = [REFERENCE.pathname, SHARED].find((file) => existsSync(file))

let admin: Actor
let manager: Actor
beforeEach(async () => {
  await db.municipalBoundary.deleteMany()
  await db.setting.deleteMany({ where: { key: 'boundaries' } })
  admin = await person('admin')
  manager = await person('manager')
})

const credit = { credit: 'Confini: ISTAT, CC BY 4.0' }
const square = (x: number, y: number) => [
  [x, y],
  [x + 0.1, y],
  [x + 0.1, y + 0.1],
  [x, y + 0.1],
  [x, y],
]
const geojson = (features: [properties: Record<string, unknown>, ring: number[][]][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([properties, ring]) => {
      return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
    }),
  })
const drawn = async () => {
  const { spots, credit: said } = await actAs(manager, mapSpots)
  return { said, drawing: drawMap(spots.map((spot) => ({ ...spot, firms: 10 }))) }
}

describe('boundaries', () => {
  test('are found by ISTAT code in any property, with or without its zeros', async () => {
    const file = geojson([
      [{ PRO_COM: 59011, name: 'Latina' }, square(12.9, 41.4)],
      [{ code: '059001' }, square(12.6, 41.6)],
      [{ code: '058091' }, square(12.5, 41.9)],
    ])
    expect(await loadBoundaries(admin, credit, file)).toEqual({ loaded: 2, missing: 31 })
    expect(await actAs(admin, loadedBoundaries)).toEqual({ loaded: 2, municipalities: 33, ...credit })
    const { said, drawing } = await drawn()
    expect(said).toBe(credit.credit)
    expect(drawing.shapes.map(({ code }) => code).sort()).toEqual(['059001', '059011'])
  })

  test('loaded again take the place of those before', async () => {
    await loadBoundaries(admin, credit, geojson([[{ id: '059011' }, square(12.9, 41.4)]]))
    await loadBoundaries(admin, credit, geojson([[{ id: '059001' }, square(12.6, 41.6)]]))
    expect((await db.municipalBoundary.findMany()).map(({ istatCode }) => istatCode)).toEqual(['059001'])
  })

  test('without them the map is a circle for each centre, the islands in their frame', async () => {
    const { said, drawing } = await drawn()
    expect(said).toBeNull()
    expect(drawing.shapes).toHaveLength(33)
    expect(drawing.inset).not.toBeNull()
    await loadBoundaries(admin, credit, geojson([[{ id: '059011' }, square(12.9, 41.4)]]))
    await removeBoundaries(admin)
    expect((await drawn()).said).toBeNull()
  })

  test.skipIf(!published)('as published for the province of Latina: whole, light, and without gaps', async () => {
    const file = readFileSync(published ?? '', 'utf8')
    expect(await loadBoundaries(admin, credit, file)).toEqual({ loaded: 33, missing: 0 })
    const { drawing } = await drawn()
    const paths = drawing.shapes.map(({ d }) => d).join('')
    expect(paths.length).toBeLessThan(40_000)
    expect(paths).not.toMatch(/NaN|\.\d\d/)
    expect(Math.max(...drawing.shapes.map(({ x }) => x))).toBeLessThan(drawing.width)
    const points = (await db.municipalBoundary.findMany()).map(
      ({ outline }) => new Set((outline as number[][][][]).flat(2).map(String)),
    )
    // Every point where Latina's border meets another municipality is a point of that one too.
    const shared = [...(points[0] ?? [])].filter((point) => points.slice(1).some((other) => other.has(point)))
    expect(shared.length).toBeGreaterThan(3)
  })
})

describe('a file is refused', () => {
  const load = (text: string) => expect(loadBoundaries(admin, credit, text)).rejects
  test('that is no map', async () => {
    await load('not json').toThrow('boundariesFormat')
    await load('{"type":"Topology","objects":{"x":{"type":"Polygon","arcs":[[9]]}},"arcs":[]}').toThrow(
      'boundariesFormat',
    )
  })
  test('with none of the Chamber’s municipalities', async () => {
    await load(geojson([[{ code: '058091' }, square(12.5, 41.9)]])).toThrow('boundariesCodes')
  })
  test('in metres', async () => {
    await load(geojson([[{ code: '059011' }, square(320_000, 4_590_000)]])).toThrow('boundariesPlace')
  })
  test('and then what was loaded stays', async () => {
    await loadBoundaries(admin, credit, geojson([[{ id: '059011' }, square(12.9, 41.4)]]))
    await load('[]').toThrow('boundariesFormat')
    expect(await db.municipalBoundary.count()).toBe(1)
  })
  test('where there is nothing to remove', async () => {
    await expect(removeBoundaries(admin)).rejects.toThrow('notFound')
  })
})

test('forbidden to a manager', async () => {
  await expect(loadBoundaries(manager, credit, '{}')).rejects.toThrow('Not allowed')
  await expect(removeBoundaries(manager)).rejects.toThrow('Not allowed')
  await expect(actAs(manager, loadedBoundaries)).rejects.toThrow('403')
})
