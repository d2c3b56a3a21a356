import type { Counted, CountName } from '@/lib/evidence/counts'
import { MONDAYS } from '@/lib/evidence/week-table'
import type { Shared } from '@/lib/statistics/newcombe'

type Add<T> = (one: T, other: T) => T

/** The figures of two parts of the firms as those of both. Each firm is in one of them alone. */
export const ADD: { [N in CountName]: Add<Counted<N>> } = {
  steps: addEach,
  needs: ({ hoursWaited, ...one }, other) => ({
    ...addNumbers(one, other),
    hoursWaited: addEach(hoursWaited, other.hoursWaited),
  }),
  cells: adding(
    (row) => `${row.sectorId} ${row.needTypeId} ${row.young} ${row.female} ${row.foreign} ${row.stratum}`,
    addFirms,
  ),
  levels: adding((row) => `${row.sectorId} ${row.level} ${row.stratum}`, addFirms),
  weeks: (one, other) => withoutGaps(adding<Counted<'weeks'>[number]>(({ monday }) => monday, addNumbers)(one, other)),
  presented: adding(
    ({ id }) => id,
    (one, other) => ({
      ...addNumbers(one, other),
      asked: addEach(one.asked, other.asked),
      yes: addEach(one.yes, other.yes),
    }),
  ),
  register: addTallies,
  visited: addTallies,
  strata: adding(
    ({ key }) => key,
    (one, other) => ({
      ...one,
      visited: one.visited + other.visited,
      answered: one.answered + other.answered,
    }),
  ),
  shared: (one, other) => {
    const lines = adding<[string, Shared]>(
      ([line]) => line,
      ([line, first], [, second]) => [line, addNumbers(first, second)],
    )
    return new Map(lines([...one], [...other]))
  },
  work: (one, other) => ({
    first: outer(one.first, other.first, (first, second) => first < second),
    last: outer(one.last, other.last, (first, second) => first > second),
    people: [...new Set([...one.people, ...other.people])],
  }),
  behind: (one, other) => {
    const serials = new Int32Array(one.length + other.length)
    serials.set(one)
    serials.set(other, one.length)
    return serials
  },
}

/** Number by number; what one has more of stays as it is. */
function addEach(one: readonly number[], other: readonly number[]): number[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => (one[i] ?? 0) + (other[i] ?? 0))
}

/** Adds the numbers under the same names; all else is the first's. */
function addNumbers<T extends object>(one: T, other: T): T {
  const sum = { ...one }
  for (const name of Object.keys(one) as (keyof T)[]) {
    const [mine, theirs] = [one[name], other[name]]
    if (typeof mine === 'number' && typeof theirs === 'number') sum[name] = (mine + theirs) as T[keyof T]
  }
  return sum
}

/** Row by row: those with the same key are one. */
function adding<T>(keyOf: (row: T) => string, add: Add<T>): Add<T[]> {
  return (one, other) => {
    const rows = new Map(one.map((row) => [keyOf(row), row]))
    for (const row of other) {
      const key = keyOf(row)
      const before = rows.get(key)
      rows.set(key, before ? add(before, row) : row)
    }
    return [...rows.values()]
  }
}

function addFirms<T extends { firms: number }>(one: T, other: T): T {
  return { ...one, firms: one.firms + other.firms }
}

function addTallies(one: Counted<'visited'>, other: Counted<'visited'>): Counted<'visited'> {
  return adding<Counted<'visited'>[number]>(
    (row) =>
      `${row.set} ${row.sectorId} ${row.sizeClass} ${row.municipalityCode} ${row.young} ${row.female} ${row.foreign}`,
    addFirms,
  )(one, other)
}

/** In their order, with those between in which nothing was. */
function withoutGaps(weeks: Counted<'weeks'>): Counted<'weeks'> {
  const known = new Map(weeks.map((week) => [week.monday, week]))
  const [first, last] = [MONDAYS.findIndex((one) => known.has(one)), MONDAYS.findLastIndex((one) => known.has(one))]
  if (first < 0) return []
  return MONDAYS.slice(first, last + 1).map(
    (monday) => known.get(monday) ?? { monday, contacted: 0, visited: 0, needs: 0 },
  )
}

function outer(one: Date | null, other: Date | null, isOuter: (one: Date, other: Date) => boolean): Date | null {
  if (!one || !other) return one ?? other
  return isOuter(one, other) ? one : other
}
