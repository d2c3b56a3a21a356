import { type LevelCount, levelShares } from '@/lib/digital/rules'
import type { Reach } from '@/lib/insight/rules'
import { type Cell, type NeedTypeRow, type Ranked, rank } from '@/lib/ranking/rules'
import {
  correlationOf,
  type Difference,
  differ,
  type Estimate,
  type Part,
  type Shared,
} from '@/lib/statistics/newcombe'
import { showShare } from '@/lib/statistics/showing'
import { unweighted, type Weigh } from '@/lib/weighting/rules'

/** What one side of the comparison knows, and how its shares are estimated; unweighted where it does not say. */
export type Side = {
  reach: Reach
  cells: Cell[]
  levels: LevelCount[]
  weigh?: { visited: Weigh; answered: Weigh }
}

/** Both sides, and the firms in both by the key of a line; none where it does not say. */
export type Sides = { first: Side; second: Side; shared?: ReadonlyMap<string, Shared>; weighted?: boolean }

export const none = (): Shared => ({ n: 0, first: 0, second: 0, both: 0 })

/** Counts firms that are in both bases. */
export function tally(shared: Shared, onFirst: boolean, onSecond: boolean, firms = 1): void {
  shared.n += firms
  if (onFirst) shared.first += firms
  if (onSecond) shared.second += firms
  if (onFirst && onSecond) shared.both += firms
}

export type Change<T extends NeedTypeRow> = {
  key: string
  /** Visited of the contacted; visited with needs; one type of need of the visited; no connection of those that said. */
  of: { kind: 'visited' | 'withNeeds' | 'offline' } | { kind: 'need'; type: T }
  first: Part
  second: Part
  /** Estimated, between 0 and 1; null where there are too few answers for a percentage. */
  shares: readonly [number | null, number | null]
  /** Firms in both bases. */
  shared: Shared
  /** First minus second, with an interval of 95 %; null where one side has too few. */
  change: Difference | null
  /** Whether it may be called a change, given how many are looked at (Bonferroni: 1 − 0.05 ÷ lines). */
  clear: boolean
}

/** How one side's share is estimated, at a level of confidence. */
type Told = { part: Part; estimate: (level: number) => Estimate | null }
type Line<T extends NeedTypeRow> = { key: string; of: Change<T>['of']; told: [Told, Told] }

const plain = (part: Part): Told => ({
  part,
  estimate: (level) => unweighted([{ firms: part.n }], [{ firms: part.successes }], level),
})

/**
 * Two campaigns or two periods side by side. Firms met with on both sides tie the two shares together, and the interval
 * of their difference allows for it. Where the sides are weighted, needs and digital level are; how many firms were
 * visited, and how many of them have needs, stay counts.
 */
export function compareSides<T extends NeedTypeRow>({ first, second, shared }: Sides, types: T[]): Change<T>[] {
  const sides = [first, second]
  const ranked = sides.map(({ cells, weigh }) => rank(cells, types, weigh?.visited))
  const asked = types.filter(({ id }) => ranked.flat().some(({ type }) => type.id === id))
  const order = (id: string) => ranked[0]?.findIndex(({ type }) => type.id === id) ?? -1
  asked.sort((one, other) => (order(one.id) >>> 0) - (order(other.id) >>> 0))
  const both = (of: (side: Side, index: number) => Told) => sides.map(of) as [Told, Told]
  const lines: Line<T>[] = [
    {
      key: 'visited',
      of: { kind: 'visited' },
      told: both(({ reach }) => plain({ successes: reach.visited, n: reach.contacted })),
    },
    {
      key: 'withNeeds',
      of: { kind: 'withNeeds' },
      told: both(({ reach }) => plain({ successes: reach.withNeeds, n: reach.visited })),
    },
    ...asked.map(
      (type): Line<T> => ({
        key: type.id,
        of: { kind: 'need', type },
        told: both((side, index) => askedFor(side, ranked[index] ?? [], type)),
      }),
    ),
    { key: 'offline', of: { kind: 'offline' }, told: both(withoutConnection) },
  ]
  return lines.map((line) => changeOf(line, shared?.get(line.key) ?? none(), lines.length))
}

function askedFor<T extends NeedTypeRow>({ cells, weigh }: Side, ranked: Ranked<T>[], type: T): Told {
  const n = ranked[0]?.n ?? 0
  const own = cells.filter(({ sectorId }) => sectorId !== null)
  const [base, asking] = [null, type.id].map((id) => own.filter(({ needTypeId }) => needTypeId === id))
  const successes = (asking ?? []).reduce((sum, { firms }) => sum + firms, 0)
  return {
    part: { successes, n },
    estimate: (level) => (weigh?.visited ?? unweighted)(base ?? [], asking ?? [], level),
  }
}

function withoutConnection({ levels, weigh }: Side): Told {
  const offline = levels.filter(({ level }) => level === 'none')
  const found = levelShares(levels).find(({ level }) => level === 'none')
  return {
    part: { successes: found?.firms ?? 0, n: found?.n ?? 0 },
    estimate: (level) => (weigh?.answered ?? unweighted)(levels, offline, level),
  }
}

function changeOf<T extends NeedTypeRow>({ key, of, told }: Line<T>, shared: Shared, looks: number): Change<T> {
  const [one, two] = told
  const [first, second] = [one.part, two.part]
  const estimates = (level: number) => told.map(({ part, estimate }) => (showShare(part.n) ? estimate(level) : null))
  const between = (level: number) => {
    const [a, b] = estimates(level)
    return a && b ? differ(a, b, correlationOf([first.n, second.n], shared)) : null
  }
  const [a, b] = estimates(0.95)
  const strict = between(1 - 0.05 / looks)
  const clear = strict !== null && (strict.interval[0] > 0 || strict.interval[1] < 0)
  return { key, of, first, second, shares: [a?.share ?? null, b?.share ?? null], shared, change: between(0.95), clear }
}
