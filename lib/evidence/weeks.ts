import { type Deeds, SPOKEN } from '@/lib/evidence/facts'
import { needsSaid } from '@/lib/evidence/needs-said'
import type { Selection } from '@/lib/evidence/selection'
import { addDays, dayOf, momentOf, weekOf } from '@/lib/today/rules'
import type { Week } from '@/lib/trend/rules'

const WEEK_MS = 7 * 86_400_000

/** When weeks begin in Italy, by their Monday; kept, since finding out takes long. */
const begins = new Map<string, number>()
function beginOf(monday: string): number {
  const known = begins.get(monday) ?? momentOf(monday, '00:00').getTime()
  begins.set(monday, known)
  return known
}

/** The weeks from one moment to another: their Mondays, and when each begins, with the one after the last. */
function weeksBetween(first: number, last: number) {
  const mondays: string[] = []
  for (let day = weekOf(dayOf(new Date(first)))[0] as string; beginOf(day) <= last; day = addDays(day, 7))
    mondays.push(day)
  const end = addDays(mondays.at(-1) as string, 7)
  const starts = Float64Array.from([...mondays, end], beginOf)
  /** An hour more or less where the clocks changed. */
  const weekAt = (at: number) => {
    const week = Math.floor((at - (starts[0] as number)) / WEEK_MS)
    if (at < (starts[week] as number)) return week - 1
    return at < (starts[week + 1] as number) ? week : week + 1
  }
  return { mondays, weekAt }
}

/** The firms of the deeds chosen, week after week: those of a week begin at `from[week]`. */
function byWeek({ columns }: Deeds, chosen: Uint8Array, weeks: number, weekAt: (at: number) => number) {
  const from = new Int32Array(weeks + 2)
  for (let i = 1; i < chosen.length; i++) {
    if (chosen[i] === 1) (from[weekAt(columns.at[i] as number) + 2] as number)++
  }
  for (let week = 2; week < from.length; week++) (from[week] as number) += from[week - 1] as number
  const firms = new Int32Array(from[weeks + 1] as number)
  for (let i = 1; i < chosen.length; i++) {
    if (chosen[i] === 1) firms[(from[weekAt(columns.at[i] as number) + 1] as number)++] = columns.firm[i] as number
  }
  return { from, firms }
}

/**
 * Firms contacted and visited and needs recorded, week by week in Italy from the first with any to the last; a firm
 * contacted in two weeks counts in both.
 */
export function countWeeks(selection: Selection): Week[] {
  const { calls, visits, needs, firms } = selection.evidence.facts
  const spoken = selection.calls.slice()
  for (let i = 1; i < spoken.length; i++) if (((calls.columns.bits[i] as number) & SPOKEN) === 0) spoken[i] = 0
  const chosen = [
    [calls.columns.at, spoken],
    [visits.columns.at, selection.visits],
    [needs.columns.at, needsSaid(selection)],
  ] as const
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [at, some] of chosen) {
    for (let i = 1; i < some.length; i++) {
      if (some[i] === 0) continue
      if ((at[i] as number) < first) first = at[i] as number
      if ((at[i] as number) > last) last = at[i] as number
    }
  }
  if (first > last) return []
  const { mondays, weekAt } = weeksBetween(first, last)
  const weeks = mondays.map((monday): Week => ({ monday, contacted: 0, visited: 0, needs: 0 }))
  const [called, seen] = [
    byWeek(calls, spoken, weeks.length, weekAt),
    byWeek(visits, selection.visits, weeks.length, weekAt),
  ]
  const [at, said] = chosen[2]
  for (let i = 1; i < said.length; i++) if (said[i] === 1) (weeks[weekAt(at[i] as number)] as Week).needs++
  /** By firm: the last week it was counted in, and 1. */
  const counted = new Int32Array(firms.n)
  weeks.forEach((week, place) => {
    const fresh = ({ from, firms }: typeof called) => {
      let count = 0
      for (let i = from[place] as number; i < (from[place + 1] as number); i++) {
        const firm = firms[i] as number
        if (counted[firm] !== place + 1) count++
        counted[firm] = place + 1
      }
      return count
    }
    week.visited = fresh(seen)
    week.contacted = week.visited + fresh(called)
  })
  return weeks
}
