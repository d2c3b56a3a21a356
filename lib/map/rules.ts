import { type GeoGeometryObjects, type GeoPermissibleObjects, geoDistance, geoMercator, geoPath } from 'd3-geo'

/** A municipality's centre, in degrees; its outline where the Chamber has loaded boundaries. */
export type Spot = {
  code: string
  longitude: number
  latitude: number
  outline?: GeoGeometryObjects
  /** Firms registered there: the area of its circle on a schematic map. */
  firms: number
  /** Residents: the largest towns are named. */
  population: number
}

export type Shape = {
  code: string
  /** An SVG path, in units of the drawing with one decimal, each point said from the one before. */
  d?: string
  /** Its middle. */
  x: number
  y: number
  /** Radius where there is no outline: then it is a circle. */
  r?: number
  named: boolean
}
export type Drawing = { width: number; height: number; shapes: Shape[] /** Frame of the islands. */; inset: Box | null }
type Box = { x: number; y: number; width: number; height: number }

const WIDTH = 460
const HEIGHT = 340
const INSET = { x: 6, y: HEIGHT - 86, width: 104, height: 80 }
const MARGIN = 10

/** Municipalities further than this from every other are islands, drawn in a frame of their own. */
const ISLAND_KM = 30
const EARTH_KM = 6371
/** More of them than one in four, and it is no archipelago but the region itself. */
const MOST_ISLANDS = 0.25

const NAMED = 6
const ROOM = 34

function islandsOf(spots: Spot[]): Set<string> {
  const place = ({ longitude, latitude }: Spot): [number, number] => [longitude, latitude]
  const far = spots.filter((spot) =>
    spots.every((other) => other === spot || geoDistance(place(spot), place(other)) * EARTH_KM > ISLAND_KM),
  )
  return new Set(far.length < spots.length * MOST_ISLANDS ? far.map(({ code }) => code) : [])
}

/**
 * The map in Mercator's projection, fitted to its frame (d3-geo): outlines where there are any, else a circle for each
 * centre. Codes without a place are left out by the caller.
 */
export function drawMap(spots: Spot[]): Drawing {
  const islands = islandsOf(spots)
  const [mainland, away] = [
    spots.filter(({ code }) => !islands.has(code)),
    spots.filter(({ code }) => islands.has(code)),
  ]
  const most = Math.max(1, ...spots.map(({ firms }) => firms))
  const frame = { x: MARGIN, y: MARGIN, width: WIDTH - 2 * MARGIN, height: HEIGHT - 2 * MARGIN }
  const inner = { x: INSET.x + 8, y: INSET.y + 8, width: INSET.width - 16, height: INSET.height - 24 }
  const hasOutlines = spots.some(({ outline }) => outline)
  const known = (list: Spot[]) => (hasOutlines ? list.filter(({ outline }) => outline) : list)
  const shapes = [...draw(known(mainland), frame, most), ...apart(known(away), inner, most)]
  const names = namesOf(shapes, mainland)
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: shapes.map((shape) => ({ ...shape, named: names.has(shape.code) })),
    inset: known(away).length ? INSET : null,
  }
}

function draw(spots: Spot[], { x, y, width, height }: Box, most: number): Omit<Shape, 'named'>[] {
  if (spots.length === 0) return []
  const hasOutlines = spots.some(({ outline }) => outline)
  const points = { type: 'MultiPoint' as const, coordinates: spots.map((spot) => [spot.longitude, spot.latitude]) }
  const outlines = { type: 'GeometryCollection' as const, geometries: spots.flatMap(({ outline }) => outline ?? []) }
  const whole = (hasOutlines ? outlines : points) as GeoPermissibleObjects
  const pad = hasOutlines ? 0 : 14
  const extent: [[number, number], [number, number]] = [
    [x + pad, y + pad],
    [x + width - pad, y + height - pad],
  ]
  const projection = geoMercator()
  if (hasOutlines || spots.length > 1) projection.fitExtent(extent, whole)
  else projection.center([spots[0]?.longitude ?? 0, spots[0]?.latitude ?? 0]).translate([x + width / 2, y + height / 2])
  const path = geoPath(projection).digits(1)
  return spots.flatMap(({ code, longitude, latitude, outline, firms }): Omit<Shape, 'named'>[] => {
    const [cx, cy] = projection([longitude, latitude]) ?? [0, 0]
    if (hasOutlines) return outline ? [{ code, d: stepwise(path(outline) ?? ''), x: near(cx), y: near(cy) }] : []
    const r = near(4 + 12 * Math.sqrt(firms / most))
    return [{ code, x: near(cx), y: near(cy), r }]
  })
}

/** Islands beside each other, each as large as its part of the frame: between them there is only sea. */
function apart(spots: Spot[], { x, y, width, height }: Box, most: number) {
  const part = width / Math.max(1, spots.length)
  return spots.flatMap((spot, i) => draw([spot], { x: x + i * part + 3, y, width: part - 6, height }, most))
}

/** The same path with every point said from the one before, in tenths that add up exactly: half as long. */
export function stepwise(path: string): string {
  const tenths = (text: string) => Math.round(Number(text) * 10)
  const said = (value: number) => String(value / 10).replace(/^(-?)0\./, '$1.')
  let [x, y] = [0, 0]
  return path.replace(/([ML])(-?[\d.]+),(-?[\d.]+)/g, (_, verb: string, toX: string, toY: string) => {
    const [dx, dy] = [tenths(toX) - x, tenths(toY) - y]
    ;[x, y] = [x + dx, y + dy]
    const [first, second] = verb === 'M' ? [said(x), said(y)] : [said(dx), said(dy)]
    return `${verb === 'M' ? 'M' : 'l'}${first}${second.startsWith('-') ? '' : ' '}${second}`
  })
}

const near = (value: number) => Math.round(value * 10) / 10

/** The largest towns that leave each other room. */
function namesOf(shapes: { code: string; x: number; y: number }[], spots: Spot[]): Set<string> {
  const taken: { x: number; y: number }[] = []
  const names = new Set<string>()
  for (const { code } of [...spots].sort((one, other) => other.population - one.population)) {
    const at = shapes.find((shape) => shape.code === code)
    if (!at || names.size === NAMED) continue
    if (taken.some(({ x, y }) => Math.abs(x - at.x) < 2 * ROOM && Math.abs(y - at.y) < ROOM / 2)) continue
    taken.push(at)
    names.add(code)
  }
  return names
}
