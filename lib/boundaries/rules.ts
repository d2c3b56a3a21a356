type Point = readonly [x: number, y: number]
export type Ring = Point[]
/** Coordinates of a GeoJSON MultiPolygon: of each polygon the outer ring, then its holes. */
export type Outline = Ring[][]

/** Cells along the longer side of the whole map: about twice what the page draws it with. */
const GRID = 900
/** Farthest a border may move when points are left out, in cells. */
const TOLERANCE = 1.2

/**
 * Outlines simplified together to what a map on the page can show. Points are moved to a grid, which leaves the borders
 * two neighbours share in one place; each stretch between points where borders meet is then simplified by itself, from
 * the same end for both neighbours, so that no gaps open.
 * Source: D. H. Douglas, T. K. Peucker, Cartographica 10 (1973), 112–122.
 */
export function simplify(outlines: Map<string, Outline>): Map<string, Outline> {
  const points = [...outlines.values()].flat(3) as Point[]
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [west, east, south, north] = [least(xs), -least(xs.map((x) => -x)), least(ys), -least(ys.map((y) => -y))]
  const cell = Math.max(east - west, north - south) / GRID || 1
  const onGrid = (ring: Ring) =>
    closed(ring.map(([x, y]) => [Math.round((x - west) / cell), Math.round((y - south) / cell)]))
  const back = ([x, y]: Point): Point => [degrees(west + x * cell), degrees(south + y * cell)]
  const moved = new Map([...outlines].map(([code, polygons]) => [code, polygons.map((rings) => rings.map(onGrid))]))
  const fixed = meetings([...moved.values()].flat(2))
  return new Map(
    [...moved].map(([code, polygons]) => [
      code,
      polygons
        .map((rings) => rings.map((ring) => simplified(ring, fixed)).filter((ring) => ring.length > 3))
        .filter((rings) => rings.length)
        .map((rings) => rings.map((ring, i) => turned(ring, i === 0).map(back))),
    ]),
  )
}

const least = (values: number[]) => values.reduce((low, value) => Math.min(low, value), Infinity)
const degrees = (value: number) => Math.round(value * 1e5) / 1e5
const key = ([x, y]: Point) => `${x},${y}`

/** Without repeated points, its last being its first. */
function closed(ring: Ring): Ring {
  const kept = ring.filter((point, i) => i === 0 || key(point) !== key(ring[i - 1] as Point))
  const [first, last] = [kept[0], kept.at(-1)]
  return first && last && key(first) !== key(last) ? [...kept, first] : kept
}

/** Points with more than two different neighbours: there borders meet, and they stay where they are. */
function meetings(rings: Ring[]): Set<string> {
  const neighbours = new Map<string, Set<string>>()
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [one, two] = [key(ring[i - 1] as Point), key(ring[i] as Point)]
      neighbours.set(one, (neighbours.get(one) ?? new Set()).add(two))
      neighbours.set(two, (neighbours.get(two) ?? new Set()).add(one))
    }
  }
  return new Set([...neighbours].filter(([, around]) => around.size > 2).map(([point]) => point))
}

function simplified(ring: Ring, fixed: Set<string>): Ring {
  const open = ring.slice(0, -1)
  if (open.length < 4) return ring
  const smallest = open.reduce((low, point, i) => (before(point, open[low] as Point) ? i : low), 0)
  const start = open.findIndex((point) => fixed.has(key(point)))
  const from = start < 0 ? smallest : start
  const turnedRing = [...open.slice(from), ...open.slice(0, from), open[from] as Point]
  const cuts = turnedRing.flatMap((point, i) =>
    i === 0 || i === turnedRing.length - 1 || fixed.has(key(point)) ? [i] : [],
  )
  // A ring that meets nothing, or meets at one point, is cut at the point farthest from its first as well.
  if (cuts.length === 2) cuts.splice(1, 0, farthest(turnedRing))
  const stretches = cuts.slice(1).map((end, i) => stretch(turnedRing.slice(cuts[i], end + 1)))
  return closed(stretches.flat())
}

const before = (one: Point, two: Point) => one[0] < two[0] || (one[0] === two[0] && one[1] < two[1])

function farthest(ring: Ring): number {
  const [x, y] = ring[0] as Point
  const far = ring.map(([a, b]) => (a - x) ** 2 + (b - y) ** 2)
  return far.indexOf(-least(far.map((value) => -value)))
}

/** One border between two meetings, the same for whoever walks it in the other direction. */
function stretch(points: Ring): Ring {
  const backwards = before(points.at(-1) as Point, points[0] as Point)
  const kept = peuckered(backwards ? points.toReversed() : points)
  return backwards ? kept.toReversed() : kept
}

function peuckered(points: Ring): Ring {
  const [first, last] = [points[0] as Point, points.at(-1) as Point]
  let [most, at] = [0, 0]
  for (let i = 1; i < points.length - 1; i++) {
    const off = distance(points[i] as Point, first, last)
    if (off > most) [most, at] = [off, i]
  }
  if (most <= TOLERANCE) return [first, last]
  return [...peuckered(points.slice(0, at + 1)).slice(0, -1), ...peuckered(points.slice(at))]
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const long = Math.hypot(dx, dy)
  return long ? Math.abs(dy * (x - ax) - dx * (y - ay)) / long : Math.hypot(x - ax, y - ay)
}

/** Outer rings clockwise and holes the other way, as d3-geo takes the inside to be on the right. */
function turned(ring: Ring, isOuter: boolean): Ring {
  const area = ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[i + 1] ?? [x, y]
    return sum + x * ny - nx * y
  }, 0)
  return area < 0 === isOuter ? ring : ring.toReversed()
}
