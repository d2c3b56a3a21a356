import { FLAGS, type Flag, type Group } from '@/lib/insight/schema'
import { type Cell, type NeedTypeRow, rank, sum } from '@/lib/ranking/rules'
import { differ } from '@/lib/statistics/newcombe'
import { showShare } from '@/lib/statistics/showing'
import type { Interval } from '@/lib/statistics/wilson'
import { type Estimated, unweighted, type Weigh } from '@/lib/weighting/rules'

/** The group of a flag, and the firms without it. */
export const SIDES = {
  young: ['young', 'others'],
  female: ['female', 'notFemale'],
  foreign: ['foreign', 'notForeign'],
} as const satisfies Record<Flag, readonly [Group, Group]>

export type GroupShare = { firms: number; n: number; share: number | null; interval: Interval | null }
export type GroupReading = { kind: 'few' } | { kind: 'apart' | 'together'; difference: number; interval: Interval }
export type GroupOnNeed<T extends NeedTypeRow> = {
  flag: Flag
  type: T
  group: GroupShare
  others: GroupShare
  /** With an interval of 95 %. */
  reading: GroupReading
}

/** One group against the other firms on one type of need. */
export function compareOn<T extends NeedTypeRow>(
  cells: Cell[],
  flag: Flag,
  type: T,
  weigh: Weigh = unweighted,
  level = 0.95,
): GroupOnNeed<T> {
  const side = (is: boolean): GroupShare => {
    const own = cells.filter((cell) => cell[flag] === is)
    const [base, asking] = [null, type.id].map((id) => own.filter(({ needTypeId }) => needTypeId === id))
    const found: Estimated | null = weigh(base ?? [], asking ?? [], level)
    const counts = { firms: sum(asking ?? [], () => true), n: sum(base ?? [], () => true) }
    return { ...counts, share: found?.share ?? null, interval: found?.interval ?? null }
  }
  const [group, others] = [side(true), side(false)]
  return { flag, type, group, others, reading: readGroup(group, others) }
}

function readGroup(group: GroupShare, others: GroupShare): GroupReading {
  const sides = [group, others].flatMap(({ n, share, interval }) =>
    share !== null && interval && showShare(n) ? [{ share, interval }] : [],
  )
  if (!sides[0] || !sides[1]) return { kind: 'few' }
  const found = differ(sides[0], sides[1])
  const [low, high] = found.interval
  return { kind: low > 0 || high < 0 ? 'apart' : 'together', ...found }
}

export type GroupComparison<T extends NeedTypeRow> = {
  flag: Flag
  /** On every type of need, in the order of the ranking. */
  needs: GroupOnNeed<T>[]
  /** The one to draw: where the difference is the largest. */
  shown: GroupOnNeed<T> | undefined
  /**
   * Whether the difference drawn may be said to be one. It was picked as the largest of several, and the groups are
   * looked at together, so its interval has to leave out zero at the level that allows for all of them (Bonferroni:
   * 1 − 0.05 ÷ types of need ÷ groups).
   */
  clear: boolean
}

/** Young, female and foreign-owned firms, each against the others. */
export function compareGroups<T extends NeedTypeRow>(
  cells: Cell[],
  types: T[],
  weigh: Weigh = unweighted,
): GroupComparison<T>[] {
  const ranked = rank(cells, types, weigh)
  return FLAGS.map((flag) => {
    const needs = ranked.map(({ type }) => compareOn(cells, flag, type, weigh))
    const size = ({ reading }: GroupOnNeed<T>) => (reading.kind === 'few' ? -1 : Math.abs(reading.difference))
    const named = needs.filter((_, i) => !ranked[i]?.isRest)
    const shown = named.length ? named.reduce((most, one) => (size(one) > size(most) ? one : most)) : undefined
    const strict = shown && compareOn(cells, flag, shown.type, weigh, 1 - 0.05 / (named.length * FLAGS.length))
    return { flag, needs, shown, clear: strict?.reading.kind === 'apart' }
  })
}
