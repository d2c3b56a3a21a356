import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counted, editionFrom, type Told } from '@/lib/open-data/rules'
import type { TableId } from '@/lib/open-data/schema'
import { FEWEST_SHOWN } from '@/lib/statistics/suppression'
import { Attack } from '../support/attack'

const label = (code: string) => ({ code, nameIt: code, nameEn: code })
const SECTORS = ['food', 'metals', 'textiles', 'ships', 'transport'].map(label)
const SIZES = ['small', 'middle', 'large'].map(label)
const PLACES = ['latina', 'aprilia', 'ponza', 'unknown'].map(label)
const NEEDS = ['credit', 'training', 'export'].map(label)
const LEVELS = ['email', 'website', 'none'].map(label)
const STEPS = ['tried', 'contacted', 'visited', 'with_needs', 'taken_up', 'met'].map(label)

/** One firm, by how far it got and what it is and says. */
type Firm = {
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
const world = fc.record({
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

function firmsOf({ seed, firms, more, contacted, visited, asks, taken, answers, website }: World): Firm[] {
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

function countedFrom(firms: Firm[]): Counted[] {
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

/** All tables of an edition as one system: totals that stand in two tables are one unknown. */
function attackOn(edition: Told[]) {
  const attack = new Attack()
  const names: string[] = []
  const kept: number[] = []
  const told = new Set<string>()
  const known = new Map<string, number>()
  const cell = (name: string, count: number | null) => {
    const found = attack.cell(count)
    names[found] = name
    if (count === null) kept.push(found)
    return found
  }
  /** The same number told here and there; told once is told. */
  const shared = (name: string, count: number | null) => {
    const before = known.get(name)
    const found = cell(name, count)
    if (count !== null) told.add(name)
    known.set(name, found)
    if (before !== undefined) attack.whole([before], found)
    return found
  }
  const table = (id: TableId) => edition.find((one) => one.id === id)
  const line = (of: string, counts: (number | null)[]) => counts.map((count, row) => cell(`${of} ${row}`, count))
  for (const [id, whole] of [
    ['needs-by-sector', 'visited'],
    ['needs-by-size', 'visited'],
    ['contacts-by-municipality', 'contacted'],
  ] as const) {
    const one = table(id)
    if (!one?.base) throw new Error(id)
    const rows = line(`${id} base`, one.base.counts)
    const total = shared(whole, one.base.total)
    attack.whole(rows, total)
    for (const column of one.columns) {
      const parts = line(`${id} ${column.code}`, column.counts)
      const sum = shared(column.code, column.total)
      attack.whole(parts, sum)
      attack.atMost(sum, total)
      for (const [row, part] of parts.entries()) attack.atMost(part, rows[row] ?? total)
      // Who does not ask is a cell as well.
      const rest = parts.map(() => attack.cell(null))
      for (const [row, part] of parts.entries()) attack.whole([part, rest[row] ?? 0], rows[row] ?? total)
      const others = attack.cell(null)
      attack.whole(rest, others)
      attack.whole([sum, others], total)
    }
  }
  const steps = (table('programme')?.columns[0]?.counts ?? []).map((told, step) =>
    shared(STEPS[step]?.code ?? '', told),
  )
  for (const [step, count] of steps.entries()) if (step > 0) attack.atMost(count, steps[step - 1] ?? 0)
  const needs = NEEDS.map(({ code }) => known.get(code) ?? 0)
  const withNeeds = known.get('with_needs') ?? 0
  for (const need of needs) attack.atMost(need, withNeeds)
  attack.atMost(withNeeds, needs)
  const digital = table('digital-by-sector')
  const levels = (digital?.columns ?? []).map(({ code, counts, total }) => {
    const whole = shared(code, total)
    attack.whole(line(`digital ${code}`, counts), whole)
    return whole
  })
  // Only who was spoken with told a level.
  const silent = attack.cell(null)
  attack.whole([...levels, silent], known.get('contacted') ?? 0)
  return { reaches: attack.reaches(), kept: kept.filter((one) => !told.has(names[one] ?? '')), names }
}

function expectSafe(edition: Told[]) {
  const { reaches, kept, names } = attackOn(edition)
  for (const cell of kept) {
    const [low, high] = reaches[cell] ?? [0, 0]
    expect(high - low, `${names[cell]} lies from ${low} to ${high}`).toBeGreaterThanOrEqual(FEWEST_SHOWN)
  }
}

describe('everything that is public at once', () => {
  test('no combination of the tables tells a cell that is kept back, nor more nearly than five firms', () => {
    fc.assert(
      fc.property(world, (made) => {
        const edition = editionFrom(countedFrom(firmsOf(made).slice(0, made.firms)))
        if (edition) expectSafe(edition)
      }),
      { numRuns: 2000 },
    )
  })

  test('nor do those of the edition after', () => {
    fc.assert(
      fc.property(world, (made) => {
        const firms = firmsOf(made)
        const first = editionFrom(countedFrom(firms.slice(0, made.firms)))
        const second = editionFrom(countedFrom(firms), first ?? undefined)
        if (second) expectSafe(second)
      }),
      { numRuns: 1000 },
    )
  })

  test('the attack finds what a table forgets to hide', () => {
    const firms = firmsOf({
      ...{ seed: 7, firms: 150, more: 0, contacted: 0.97, visited: 0.9, taken: 0.3, answers: 0.9, website: 0.1 },
      asks: [0.6, 0.3, 0.3],
    })
    const edition = editionFrom(countedFrom(firms)) ?? []
    expectSafe(edition)
    const careless = edition.map((table) => {
      const [column, ...others] = table.columns
      if (table.id !== 'needs-by-sector' || !column) return table
      const at = firms.filter(({ step, needs, sector }) => step >= 2 && needs[0] && sector > 0)
      const counts = column.counts.map((_, row) =>
        row === 0 ? null : at.filter(({ sector }) => sector === row).length,
      )
      return { ...table, columns: [{ ...column, counts }, ...others] }
    })
    expect(() => expectSafe(careless)).toThrow(/needs-by-sector credit 0 lies from/)
  })
})
