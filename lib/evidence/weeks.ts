import { callsSaid } from '@/lib/evidence/calls-said'
import { latestOf } from '@/lib/evidence/columns'
import { FIRST_MONDAY, SPOKEN } from '@/lib/evidence/facts'
import { eachOf, type Selection } from '@/lib/evidence/selection'
import { emptyWeeks, mondayOf, weekOf } from '@/lib/evidence/week-table'
import { addDays } from '@/lib/today/rules'
import type { Week } from '@/lib/trend/rules'

type Table = Uint32Array
const add = (weeks: Table, week: number) => {
  ;(weeks[week] as number)++
}

/**
 * Firms contacted and visited and needs recorded, week by week in Italy from the first with any to the last; a firm
 * contacted in two weeks counts in both.
 */
export function countWeeks(selection: Selection): Week[] {
  const contacted = callsSaid(selection).weeks.slice()
  const [visited, recorded] = [emptyWeeks(), emptyWeeks()]
  addVisits(selection, visited, contacted)
  for (const firm of selection.apart) addFirm(selection, firm, visited, contacted)
  const { day } = selection.evidence.facts.needs.columns
  const said = selection.needs
  for (let i = 0; i < said.length; i++) add(recorded, weekOf(day[said[i] as number] as number))
  return between(contacted, visited, recorded)
}

/** Weeks in which firms were visited, each once; in some they were spoken with already. */
function addVisits(selection: Selection, visited: Table, contacted: Table) {
  const { firm, day } = selection.evidence.facts.visits.columns
  const { rows } = selection.visits
  const { spokenIn } = callsSaid(selection)
  let [lastFirm, lastWeek] = [0, 0]
  for (let i = 0; i < rows.length; i++) {
    const visit = rows[i] as number
    const of = firm[visit] as number
    const now = weekOf(day[visit] as number)
    if (of === lastFirm && now === lastWeek) continue
    lastFirm = of
    lastWeek = now
    add(visited, now)
    if ((((spokenIn[of] as number) >> (now & 31)) & 1) === 0 || !spokeIn(selection, of, now)) add(contacted, now)
  }
}

function spokeIn({ evidence, calls: { is } }: Selection, firm: number, now: number): boolean {
  const { calls } = evidence.facts
  const { bits, day } = calls.columns
  const { previous } = calls.chain
  let call = latestOf(calls, firm)
  while (
    call !== 0 &&
    (((bits[call] as number) & -(is[call] as number) & SPOKEN) === 0 || weekOf(day[call] as number) !== now)
  ) {
    call = previous[call] as number
  }
  return call !== 0
}

/** The weeks of the visits and calls of a firm that is apart. */
function addFirm({ evidence, calls, visits }: Selection, firm: number, visited: Table, contacted: Table) {
  const { facts } = evidence
  const [spoke, saw] = [new Set<number>(), new Set<number>()]
  const { bits, day } = facts.calls.columns
  eachOf(facts.calls, calls.is, firm, (call) => {
    if ((bits[call] as number) & SPOKEN) spoke.add(weekOf(day[call] as number))
  })
  eachOf(facts.visits, visits.is, firm, (visit) => saw.add(weekOf(facts.visits.columns.day[visit] as number)))
  for (const week of saw) add(visited, week)
  for (const week of new Set([...spoke, ...saw])) add(contacted, week)
}

/** Needs are said on the phone too, but never to nobody: all weeks lie between two with a contact or a need. */
function between(contacted: Table, visited: Table, recorded: Table): Week[] {
  const any = (place: number) => (contacted[place] as number) + (recorded[place] as number) > 0
  let [first, last] = [0, contacted.length - 1]
  while (first < contacted.length && !any(first)) first++
  while (last >= 0 && !any(last)) last--
  const monday = addDays(FIRST_MONDAY, mondayOf(first))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const place = first + i
    const counts = { contacted: contacted[place] ?? 0, visited: visited[place] ?? 0, needs: recorded[place] ?? 0 }
    return { monday: addDays(monday, i * 7), ...counts }
  })
}
