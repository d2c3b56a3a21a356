import { latestOf } from '@/lib/evidence/columns'
import { FIRST_MONDAY, SPOKEN } from '@/lib/evidence/facts'
import { nextIn, type Selection } from '@/lib/evidence/selection'
import { addDays } from '@/lib/today/rules'
import type { Week } from '@/lib/trend/rules'

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
  const { firms, needs } = selection.evidence.facts
  for (let firm = 1; firm < firms.n; firm++) addFirm(selection, firm)
  const said = selection.needs
  const { week } = needs.columns
  for (let need = 1; need < said.length; need++) if (said[need] === 1) add(recorded, week[need] as number)
  return taken()
}

/** The weeks of a firm's visits and calls, each once, from the last back to the first. */
function addFirm({ evidence, calls, visits }: Selection, firm: number) {
  const { facts } = evidence
  const { week: seenIn } = facts.visits.columns
  const { week: calledIn, bits } = facts.calls.columns
  const { previous: before } = facts.visits.chain
  const { previous } = facts.calls.chain
  let visit = nextIn(visits, before, latestOf(facts.visits, firm))
  let call = latestOf(facts.calls, firm)
  for (;;) {
    while (call !== 0 && (calls[call] === 0 || ((bits[call] as number) & SPOKEN) === 0)) call = previous[call] as number
    if (visit === 0 && call === 0) return
    const seen = visit === 0 ? BEFORE_ALL : (seenIn[visit] as number)
    const called = call === 0 ? BEFORE_ALL : (calledIn[call] as number)
    const week = Math.max(seen, called)
    add(contacted, week)
    if (seen === week) add(visited, week)
    while (visit !== 0 && seenIn[visit] === week) visit = nextIn(visits, before, before[visit] as number)
    while (call !== 0 && calledIn[call] === week) call = previous[call] as number
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
