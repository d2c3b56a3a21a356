import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppressSteps } from '@/lib/statistics/steps'
import { type CountTable, FEWEST_SHOWN, type Pattern, reachOf, suppress } from '@/lib/statistics/suppression'

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

/** All ways to share `total` among places that hold at most so many each. */
function* shares(total: number, caps: number[]): Generator<number[]> {
  const [cap, ...rest] = caps
  if (cap === undefined) {
    if (total === 0) yield []
    return
  }
  for (let first = Math.max(0, total - sum(rest)); first <= Math.min(cap, total); first++) {
    for (const others of shares(total - first, rest)) yield [first, ...others]
  }
}

/**
 * What somebody can find out who has the published table and tries every whole table that agrees with it: shown cells,
 * totals, no part greater than its row. By row and column the least and the greatest a hidden cell may be. It shares
 * nothing with the code it attacks.
 */
function attack(table: CountTable, { hiddenRows, hidden, withheld }: Pattern) {
  const { base, columns } = table
  const rows = columns[0]?.length ?? 0
  // Not Math.min(...of): there may be a million of them, more than a call takes.
  const range = (of: number[]) => {
    const least = (low: number, one: number) => Math.min(low, one)
    const most = (high: number, one: number) => Math.max(high, one)
    return [of.reduce(least, Number.POSITIVE_INFINITY), of.reduce(most, Number.NEGATIVE_INFINITY)] as const
  }
  const secretRows = [...Array(rows).keys()].filter((row) => hiddenRows[row])
  const leftOfBase = base ? sum(secretRows.map((row) => base[row] ?? 0)) : 0
  const bases = base
    ? [
        ...shares(
          leftOfBase,
          secretRows.map(() => leftOfBase),
        ),
      ].map((secret) => base.map((count, row) => (hiddenRows[row] ? (secret[secretRows.indexOf(row)] ?? 0) : count)))
    : [Array<number>(rows).fill(999)]
  // Two rounds: a row's size is possible only if every column can be filled under it.
  const possible = bases.filter((sizes) =>
    columns.every((column, index) => {
      if (withheld[index]) return true
      const secret = [...Array(rows).keys()].filter((row) => hidden[index]?.[row])
      return sum(secret.map((row) => column[row] ?? 0)) <= sum(secret.map((row) => sizes[row] ?? 0))
    }),
  )
  const cells = columns.map((column, index) =>
    column.map((_, row) => {
      if (!hidden[index]?.[row] || withheld[index]) return null
      const secret = [...Array(rows).keys()].filter((other) => hidden[index]?.[other])
      const left = sum(secret.map((other) => column[other] ?? 0))
      const met: number[] = []
      for (const sizes of possible) {
        const others = secret.filter((other) => other !== row).map((other) => sizes[other] ?? 0)
        for (let value = 0; value <= Math.min(left, sizes[row] ?? 0); value++) {
          if (left - value <= sum(others)) met.push(value)
        }
      }
      return range(met)
    }),
  )
  const rowReach = secretRows.map((row) => range(possible.map((sizes) => sizes[row] ?? 0)))
  return { cells, rowReach }
}

/** Sectors with their visited firms, and of each how many ask for this and that. */
const nested = fc
  .integer({ min: 1, max: 6 })
  .chain((rows) =>
    fc
      .array(fc.integer({ min: 0, max: 14 }), { minLength: rows, maxLength: rows })
      .chain((base) =>
        fc
          .array(fc.tuple(...base.map((count) => fc.integer({ min: 0, max: count }))), { minLength: 1, maxLength: 3 })
          .map((columns): CountTable => ({ base, columns: columns.map((column) => [...column]) })),
      ),
  )
const flat = fc.integer({ min: 1, max: 6 }).chain((rows) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: rows, maxLength: rows }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((columns): CountTable => ({ columns })),
)

describe('suppression', () => {
  test('hides small cells, those small on the other side, and one more so that the total gives nothing away', () => {
    const table = { base: [56, 41, 12, 30], columns: [[41, 20, 8, 3]] }
    const { hidden, hiddenRows, withheld } = suppress(table)
    expect(hiddenRows).toEqual([false, false, false, false])
    // 8 of 12 leaves 4 that do not ask; 3 is too few.
    expect(hidden[0]).toEqual([false, false, true, true])
    expect(withheld).toEqual([false])
    expect(reachOf(table, suppress(table), 0, 3)).toEqual([0, 11])
  })
  test('hides who does not ask among others too', () => {
    // The last two rows are one number; all of their firms ask, as the first row would tell.
    const { hiddenRows, hidden } = suppress({ base: [80, 4, 16], columns: [[70, 4, 16]] })
    expect(hiddenRows).toEqual([false, true, true])
    expect(hidden[0]).toEqual([true, true, true])
  })
  test('hides nothing where nothing is small', () => {
    expect(suppress({ base: [20, 30], columns: [[10, 12]] }).hidden).toEqual([[false, false]])
  })
  test('gives up the smallest other row where one alone would be known from the total', () => {
    expect(suppress({ base: [50, 3, 20], columns: [] }).hiddenRows).toEqual([false, true, true])
  })
  test('withholds a column that has too little to hide among', () => {
    expect(suppress({ base: [50, 40], columns: [[2, 1]] }).withheld).toEqual([true])
    expect(suppress({ base: [50, 40], columns: [[48, 39]] }).withheld).toEqual([true])
    expect(suppress({ base: [6, 6], columns: [[4, 4]] }).withheld).toEqual([true])
  })
  test('refuses to say the reach of a cell that is shown', () => {
    const table = { base: [20, 30], columns: [[10, 12]] }
    expect(() => reachOf(table, suppress(table), 0, 0)).toThrow(RangeError)
  })

  test.each([
    ['with the sizes of rows', nested],
    ['without', flat],
  ])('%s: whoever tries every table that agrees with the published one learns no small cell', (_, tables) => {
    fc.assert(
      fc.property(tables, (table) => {
        const pattern = suppress(table)
        table.columns.forEach((column, index) => {
          column.forEach((count, row) => {
            if (pattern.hidden[index]?.[row]) return
            expect(count).toBeGreaterThanOrEqual(FEWEST_SHOWN)
            if (table.base) expect((table.base[row] ?? 0) - count).toBeGreaterThanOrEqual(FEWEST_SHOWN)
          })
        })
        const total = sum(table.base ?? [])
        if (table.base && total < FEWEST_SHOWN * 2) return
        const { cells, rowReach } = attack(table, pattern)
        for (const [low, high] of rowReach) {
          if (table.base && table.base.length > 1) expect(high - low).toBeGreaterThanOrEqual(FEWEST_SHOWN)
        }
        cells.flat().forEach((reach) => {
          if (reach) expect(reach[1] - reach[0]).toBeGreaterThanOrEqual(FEWEST_SHOWN)
        })
        for (const [index, column] of cells.entries()) {
          for (const [row, reach] of column.entries()) {
            if (reach) expect(reachOf(table, pattern, index, row)).toEqual(reach)
          }
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('of two editions the differences say nothing either', () => {
    const grown = nested.chain((first) =>
      fc
        .tuple(
          ...first.columns.flatMap((column) => column.map(() => fc.nat(6))),
          fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
        )
        .map((values) => {
          const more = values.at(-1) as number[]
          const added = values.slice(0, -1) as number[]
          const columns = first.columns.map((column, index) =>
            column.map((count, row) => count + (added[index * column.length + row] ?? 0)),
          )
          const base = (first.base ?? []).map((count, row) => {
            const most = Math.max(
              ...columns.map((column, index) => (column[row] ?? 0) - (first.columns[index]?.[row] ?? 0)),
            )
            return count + most + (more[row] ?? 0)
          })
          return [first, { base, columns }] as const
        }),
    )
    fc.assert(
      fc.property(grown, ([first, second]) => {
        // The whole moved by a few firms: then there is no second edition.
        const growth = sum(second.base ?? []) - sum(first.base ?? [])
        fc.pre(growth === 0 || growth >= FEWEST_SHOWN)
        fc.pre(sum(second.base ?? []) >= FEWEST_SHOWN * 2)
        const one = suppress(first)
        const told = {
          base: first.base?.map((count, row) => (one.hiddenRows[row] ? null : count)),
          columns: first.columns.map((column, index) =>
            column.map((count, row) => (one.hidden[index]?.[row] ? null : count)),
          ),
        }
        const totals = first.columns.map((column, index) => (one.withheld[index] ? null : sum(column)))
        const before = { told: { ...told, totals }, hiddenRows: one.hiddenRows, hidden: one.hidden }
        const two = suppress(second, before)
        second.columns.forEach((column, index) => {
          const were = one.hidden[index] ?? []
          const are = two.hidden[index] ?? []
          column.forEach((count, row) => {
            const earlier = told.columns[index]?.[row]
            if (!are[row] && typeof earlier === 'number') expect([1, 2, 3, 4]).not.toContain(count - earlier)
          })
          // Hidden together, told together.
          const stillHidden = were.map((was, row) => was && are[row])
          if (stillHidden.some(Boolean)) expect(stillHidden).toEqual(were)
          if (!two.withheld[index]) {
            are.forEach((is, row) => {
              if (!is) return
              const [low, high] = reachOf(second, two, index, row, before)
              const known = told.columns[index]?.[row] === column[row]
              if (!known) expect(high - low).toBeGreaterThanOrEqual(FEWEST_SHOWN)
              expect(column[row]).toBeGreaterThanOrEqual(low)
              expect(column[row]).toBeLessThanOrEqual(high)
            })
          }
        })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('steps of a funnel', () => {
  const funnel = fc
    .tuple(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 7 }), fc.nat(6))
    .map(([parts, anchor]) => {
      // Each step is what is left of the one before.
      const counts = parts.map((_, step) => parts.slice(step).reduce((sum, part) => sum + part, 0))
      return { counts, anchor: anchor % counts.length }
    })

  test('tell neither fewer than five firms nor a difference of so few', () => {
    fc.assert(
      fc.property(funnel, ({ counts, anchor }) => {
        const told = counts.filter((_, step) => !suppressSteps(counts, anchor)[step])
        for (const [place, count] of told.entries()) {
          expect(count).toBeGreaterThanOrEqual(FEWEST_SHOWN)
          if (place > 0) expect((told[place - 1] ?? 0) - count).toBeGreaterThanOrEqual(FEWEST_SHOWN)
        }
      }),
    )
  })
  test('keep the one that other tables tell', () => {
    fc.assert(
      fc.property(funnel, ({ counts, anchor }) => {
        expect(suppressSteps(counts, anchor)[anchor]).toBe((counts[anchor] ?? 0) < FEWEST_SHOWN)
      }),
    )
  })
})
