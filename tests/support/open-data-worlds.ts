import fc from 'fast-check'
import type { Counted } from '@/lib/open-data/rules'
import type { TableId } from '@/lib/open-data/schema'

const label = (code: string) => ({ code, nameIt: code, nameEn: code })
export const SECTORS = ['food', 'metals', 'textiles', 'ships', 'transport'].map(label)
export const SIZES = ['small', 'middle', 'large'].map(label)
const PLACES = ['latina', 'aprilia', 'ponza', 'unknown'].map(label)
export const NEEDS = ['credit', 'training', 'export'].map(label)
const LEVELS = ['email', 'website', 'none'].map(label)
export const STEPS = ['tried', 'contacted', 'visited', 'with_needs', 'taken_up', 'met'].map(label)

/** One firm, by how far it got and what it is and says. */
export type Firm = {
  sector: number
  size: number
  place: number
  step: number
  needs: boolean[]
  level: number | null
}

/** Numbers that are the same each time (Park and Miller). */
function chance(seed: number) {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const often = fc.constantFrom(0.02, 0.1, 0.3, 0.6, 0.9, 0.97)
export const world = fc.record({
  seed: fc.nat(),
  firms: fc.integer({ min: 5, max: 160 }),
  more: fc.integer({ min: 0, max: 60 }),
  contacted: often,
  visited: often,
  asks: fc.tuple(often, often, often),
  taken: often,
  answers: fc.constantFrom(0.3, 0.9, 1),
  website: fc.constantFrom(0.02, 0.1, 0.4),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

export function firmsOf({ seed, firms, more, contacted, visited, asks, taken, answers, website }: World): Firm[] {
  const random = chance(seed)
  // The first of a list are the commonest.
  const one = (length: number) => Math.floor(random() ** 2.5 * length)
  return Array.from({ length: firms + more }, () => {
    const isContacted = random() < contacted
    const isVisited = isContacted && random() < visited
    const needs = asks.map((often) => isVisited && random() < often)
    const isTaken = needs.some(Boolean) && random() < taken
    const step = !isContacted ? 0 : !isVisited ? 1 : !needs.some(Boolean) ? 2 : !isTaken ? 3 : random() < taken ? 5 : 4
    const level = isContacted && random() < answers ? (random() < website ? 1 : random() < 0.6 ? 0 : 2) : null
    return { sector: one(5), size: one(3), place: one(4), step, needs, level }
  })
}

export function countedFrom(firms: Firm[]): Counted[] {
  const seen = firms.filter(({ step }) => step >= 2)
  const met = firms.filter(({ step }) => step >= 1)
  const by = (list: Firm[], key: 'sector' | 'size' | 'place', rows: unknown[]) =>
    rows.map((_, row) => list.filter((firm) => firm[key] === row).length)
  const needs = (id: TableId, key: 'sector' | 'size', rows: typeof SECTORS): Counted => ({
    id,
    sums: true,
    rows,
    base: { ...label('visited'), counts: by(seen, key, rows) },
    columns: NEEDS.map((need, k) => ({
      ...need,
      counts: by(
        seen.filter((firm) => firm.needs[k]),
        key,
        rows,
      ),
    })),
  })
  return [
    needs('needs-by-sector', 'sector', SECTORS),
    needs('needs-by-size', 'size', SIZES),
    {
      id: 'digital-by-sector',
      sums: true,
      rows: SECTORS,
      columns: LEVELS.map((level, l) => ({
        ...level,
        counts: by(
          firms.filter((firm) => firm.level === l),
          'sector',
          SECTORS,
        ),
      })),
    },
    {
      id: 'contacts-by-municipality',
      sums: true,
      rows: PLACES,
      base: { ...label('contacted'), counts: by(met, 'place', PLACES) },
      columns: [{ ...label('visited'), counts: by(seen, 'place', PLACES) }],
    },
    {
      id: 'programme',
      sums: false,
      rows: STEPS,
      columns: [{ ...label('firms'), counts: STEPS.map((_, s) => firms.filter(({ step }) => step >= s).length) }],
    },
  ]
}

/** The same firms later: a few of those that told a level tell another. */
export function levelsToldAnew(firms: Firm[], seed: number): Firm[] {
  const random = chance(seed + 1)
  return firms.map((firm) => {
    const isAnew = firm.level !== null && random() < 0.05
    return isAnew ? { ...firm, level: Math.floor(random() * LEVELS.length) } : firm
  })
}
