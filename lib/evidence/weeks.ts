import { type Deeds, FIRST_MONDAY, SPOKEN } from '@/lib/evidence/facts'
import { needsSaid } from '@/lib/evidence/needs-said'
import type { Selection } from '@/lib/evidence/selection'
import { addDays } from '@/lib/today/rules'
import type { Week } from '@/lib/trend/rules'

/** Where the weeks of some evidence begin and end. */
class Span {
  first = Number.POSITIVE_INFINITY
  last = Number.NEGATIVE_INFINITY

  with(week: Int16Array, chosen: Uint8Array) {
    for (let i = 1; i < chosen.length; i++) {
      if (chosen[i] === 0) continue
      const one = week[i] as number
      if (one < this.first) this.first = one
      if (one > this.last) this.last = one
    }
    return this
  }
}

/** The firms of the deeds chosen, week after week: those of a week begin at `from[week]`. */
function byWeek({ columns: { week, firm } }: Deeds, chosen: Uint8Array, { first, last }: Span) {
  const from = new Int32Array(last - first + 3)
  for (let i = 1; i < chosen.length; i++) if (chosen[i] === 1) (from[(week[i] as number) - first + 2] as number)++
  for (let one = 2; one < from.length; one++) (from[one] as number) += from[one - 1] as number
  const firms = new Int32Array(from.at(-1) as number)
  for (let i = 1; i < chosen.length; i++) {
    if (chosen[i] === 1) firms[(from[(week[i] as number) - first + 1] as number)++] = firm[i] as number
  }
  return { from, firms }
}

/** How many of the firms of a week were not counted in it yet. `counted`: by firm, the last week it was counted in, and 1. */
function countFresh(firms: Int32Array, from: number, to: number, counted: Int32Array, mark: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    const firm = firms[i] as number
    if (counted[firm] !== mark) count++
    counted[firm] = mark
  }
  return count
}

/**
 * Firms contacted and visited and needs recorded, week by week in Italy from the first with any to the last; a firm
 * contacted in two weeks counts in both.
 */
export function countWeeks(selection: Selection): Week[] {
  const { calls, visits, needs, firms } = selection.evidence.facts
  const spoken = selection.calls.slice()
  const { bits } = calls.columns
  for (let i = 1; i < spoken.length; i++) if (((bits[i] as number) & SPOKEN) === 0) spoken[i] = 0
  const said = needsSaid(selection)
  const span = new Span().with(calls.columns.week, spoken).with(visits.columns.week, selection.visits)
  const { first, last } = span.with(needs.columns.week, said)
  if (first > last) return []
  const monday = addDays(FIRST_MONDAY, first * 7)
  const weeks = Array.from({ length: last - first + 1 }, (_, i): Week => {
    return { monday: addDays(monday, i * 7), contacted: 0, visited: 0, needs: 0 }
  })
  const { week } = needs.columns
  for (let i = 1; i < said.length; i++) if (said[i] === 1) (weeks[(week[i] as number) - first] as Week).needs++
  const [seen, called] = [byWeek(visits, selection.visits, span), byWeek(calls, spoken, span)]
  const counted = new Int32Array(firms.n)
  weeks.forEach((one, i) => {
    one.visited = countFresh(seen.firms, seen.from[i] as number, seen.from[i + 1] as number, counted, i + 1)
    const fresh = countFresh(called.firms, called.from[i] as number, called.from[i + 1] as number, counted, i + 1)
    one.contacted = one.visited + fresh
  })
  return weeks
}
