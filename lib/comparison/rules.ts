import { type LevelCount, levelShares } from '@/lib/digital/rules'
import type { Reach } from '@/lib/insight/rules'
import { type Cell, type NeedTypeRow, rank } from '@/lib/ranking/rules'
import { type Difference, newcombe, type Part } from '@/lib/statistics/newcombe'
import { showShare } from '@/lib/statistics/showing'

/** What one side of the comparison knows. */
export type Side = { reach: Reach; cells: Cell[]; levels: LevelCount[] }

export type Change<T extends NeedTypeRow> = {
  key: string
  /** Visited of the contacted; visited with needs; one type of need of the visited; no connection of those that said. */
  of: { kind: 'visited' | 'withNeeds' | 'offline' } | { kind: 'need'; type: T }
  first: Part
  second: Part
  /** First minus second, with an interval of 95 %; null where one side has too few. */
  change: Difference | null
  /** Whether it may be called a change, given how many are looked at (Bonferroni: 1 − 0.05 ÷ lines). */
  clear: boolean
}

/**
 * Two campaigns or two periods side by side. Newcombe's interval takes the sides as independent: firms met with in
 * both make it somewhat too wide where their answers last.
 */
export function compareSides<T extends NeedTypeRow>(first: Side, second: Side, types: T[]): Change<T>[] {
  const sides = [first, second]
  const parts = (of: (side: Side) => Part) => sides.map(of) as [Part, Part]
  const ranked = sides.map(({ cells }) => rank(cells, types))
  const asked = [...new Set(ranked.flat().map(({ type }) => type.id))]
  const lines: Pick<Change<T>, 'key' | 'of' | 'first' | 'second'>[] = []
  const add = (key: string, of: Change<T>['of'], [one, two]: [Part, Part]) => {
    lines.push({ key, of, first: one, second: two })
  }
  add(
    'visited',
    { kind: 'visited' },
    parts(({ reach }) => ({ successes: reach.visited, n: reach.contacted })),
  )
  add(
    'withNeeds',
    { kind: 'withNeeds' },
    parts(({ reach }) => ({ successes: reach.withNeeds, n: reach.visited })),
  )
  for (const id of asked) {
    const type = types.find((one) => one.id === id)
    const [one, two] = ranked.map((list) => list.find((row) => row.type.id === id))
    const n = (list: number) => ranked[list]?.[0]?.n ?? 0
    const pair: [Part, Part] = [
      { successes: one?.firms ?? 0, n: n(0) },
      { successes: two?.firms ?? 0, n: n(1) },
    ]
    if (type) add(id, { kind: 'need', type }, pair)
  }
  const offline = ({ levels }: Side): Part => {
    const none = levelShares(levels).find(({ level }) => level === 'none')
    return { successes: none?.firms ?? 0, n: none?.n ?? 0 }
  }
  add('offline', { kind: 'offline' }, parts(offline))
  return lines.map((line) => ({ ...line, ...changeOf(line.first, line.second, lines.length) }))
}

function changeOf(first: Part, second: Part, looks: number): Pick<Change<NeedTypeRow>, 'change' | 'clear'> {
  if (!showShare(first.n) || !showShare(second.n)) return { change: null, clear: false }
  const strict = newcombe(first, second, 1 - 0.05 / looks)
  const clear = strict !== null && (strict.interval[0] > 0 || strict.interval[1] < 0)
  return { change: newcombe(first, second), clear }
}
