import { latestOf } from '@/lib/evidence/columns'
import { FIRST_MONDAY, SPOKEN } from '@/lib/evidence/facts'
import { bitOf, reach } from '@/lib/evidence/reach'
import { lastVisits, nextIn, type Selection } from '@/lib/evidence/selection'
import { addDays } from '@/lib/today/rules'
import type { Week } from '@/lib/trend/rules'

const CONTACTED = bitOf('contacted')
/** All weeks that two bytes can count, from `FIRST_MONDAY` both ways. */
const WEEKS = 2 ** 16
const BEFORE_ALL = -WEEKS
/** Used again by each counting, which leaves them empty. */
const [contacted, visited, recorded] = [0, 1, 2].map(() => new Uint32Array(WEEKS)) as [
  Uint32Array,
  Uint32Array,
  Uint32Array,
]
const add = (weeks: Uint32Array, week: number) => {
  ;(weeks[week + WEEKS / 2] as number)++
}

/**
 * Firms contacted and visited and needs recorded, week by week in Italy from the first with any to the last; a firm
 * contacted in two weeks counts in both.
 */
export function countWeeks(selection: Selection): Week[] {
  countFirms(selection)
  const said = selection.needs
  const { week } = selection.evidence.facts.needs.columns
  for (let need = 1; need < said.length; need++) if (said[need] === 1) add(recorded, week[need] as number)
  return taken()
}

/** Of each firm spoken with: the weeks of its visits and calls, each once, from the last back to the first. */
function countFirms(selection: Selection) {
  const { calls, visits } = selection.evidence.facts
  const { week: calledIn, bits } = calls.columns
  const { week: seenIn } = visits.columns
  const [{ previous }, { previous: before }] = [calls.chain, visits.chain]
  const { calls: called, visits: seen } = selection
  const [last, reached] = [lastVisits(selection), reach(selection)]
  for (let firm = 1; firm < reached.length; firm++) {
    if (((reached[firm] as number) & CONTACTED) === 0) continue
    let visit = last[firm] as number
    let call = latestOf(calls, firm)
    for (;;) {
      while (call !== 0 && (((bits[call] as number) / SPOKEN) & (called[call] as number)) === 0) {
        call = previous[call] as number
      }
      if (visit === 0 && call === 0) break
      const sawIn = visit === 0 ? BEFORE_ALL : (seenIn[visit] as number)
      const spokeIn = call === 0 ? BEFORE_ALL : (calledIn[call] as number)
      const week = Math.max(sawIn, spokeIn)
      add(contacted, week)
      if (sawIn === week) add(visited, week)
      while (visit !== 0 && seenIn[visit] === week) visit = nextIn(seen, before, before[visit] as number)
      while (call !== 0 && calledIn[call] === week) call = previous[call] as number
    }
  }
}

/** What was counted, which is then forgotten. */
function taken(): Week[] {
  const any = (at: number) => (contacted[at] as number) + (recorded[at] as number) > 0
  let [first, last] = [0, WEEKS - 1]
  while (first < WEEKS && !any(first)) first++
  while (last >= 0 && !any(last)) last--
  const monday = addDays(FIRST_MONDAY, (first - WEEKS / 2) * 7)
  const weeks: Week[] = []
  for (let at = first; at <= last; at++) {
    const counts = { contacted: contacted[at] ?? 0, visited: visited[at] ?? 0, needs: recorded[at] ?? 0 }
    weeks.push({ monday: addDays(monday, (at - first) * 7), ...counts })
  }
  for (const counts of [contacted, visited, recorded]) counts.fill(0, first, last + 1)
  return weeks
}
