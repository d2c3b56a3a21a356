import { SMALL } from '@/lib/evidence/columns'
import { FIRST_MONDAY, SPOKEN } from '@/lib/evidence/facts'
import { rowsWith } from '@/lib/evidence/rows'
import type { Selection } from '@/lib/evidence/selection'
import { emptyWeeks, NO_WEEK, WEEK_OF } from '@/lib/evidence/week-table'
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
  const { calls } = selection.evidence.facts
  const spoken = rowsWith(selection.calls, calls.columns.bits, SPOKEN).slice()
  const [contacted, visited] = [emptyWeeks(), emptyWeeks()]
  addCalls(selection, spoken, contacted)
  addVisits(selection, spoken, visited, contacted)
  for (const firm of selection.laid.apart) addFirm(selection, firm, visited, contacted)
  return between(contacted, visited, needsByWeek(selection))
}

/** Counted by the day first, which is less to do for each. */
function needsByWeek({ evidence, needs }: Selection): Table {
  const { day } = evidence.facts.needs.columns
  const days = new Uint32Array(SMALL)
  for (let i = 0; i < needs.length; i++) (days[day[needs[i] as number] as number] as number)++
  const weeks = emptyWeeks()
  for (let one = 0; one < SMALL; one++) (weeks[WEEK_OF[one] as number] as number) += days[one] as number
  return weeks
}

/** Weeks in which firms were spoken with, each once. */
function addCalls({ evidence }: Selection, spoken: Int32Array, contacted: Table) {
  const { firm, day } = evidence.facts.calls.columns
  let [lastFirm, lastWeek] = [0, NO_WEEK]
  for (let i = 0; i < spoken.length; i++) {
    const row = spoken[i] as number
    const of = firm[row] as number
    const now = WEEK_OF[day[row] as number] as number
    ;(contacted[now] as number) += Number(of !== lastFirm) | Number(now !== lastWeek)
    lastFirm = of
    lastWeek = now
  }
}

/** Weeks in which firms were visited, each once; in some they were spoken with already. */
function addVisits(selection: Selection, spoken: Int32Array, visited: Table, contacted: Table) {
  const { firm, day } = selection.evidence.facts.visits.columns
  const rows = selection.visits
  const spokeIn = speaking(selection, spoken)
  let [lastFirm, lastWeek] = [0, NO_WEEK]
  for (let i = 0; i < rows.length; i++) {
    const visit = rows[i] as number
    const of = firm[visit] as number
    const now = WEEK_OF[day[visit] as number] as number
    if (of === lastFirm && now === lastWeek) continue
    lastFirm = of
    lastWeek = now
    add(visited, now)
    if (!spokeIn(of, now)) add(contacted, now)
  }
}

/** Whether one of these calls is of that firm and week. */
function speaking({ evidence }: Selection, spoken: Int32Array) {
  const { firm, day } = evidence.facts.calls.columns
  /** By firm: behind the place of its last. */
  const ends = new Int32Array(evidence.facts.firms.n)
  for (let i = 0; i < spoken.length; i++) ends[firm[spoken[i] as number] as number] = i + 1
  return (of: number, week: number) => {
    let place = (ends[of] as number) - 1
    while (
      place >= 0 &&
      firm[spoken[place] as number] === of &&
      WEEK_OF[day[spoken[place] as number] as number] !== week
    ) {
      place--
    }
    return place >= 0 && firm[spoken[place] as number] === of
  }
}

/** The weeks of the visits and calls of a firm that is apart. */
function addFirm(selection: Selection, firm: number, visited: Table, contacted: Table) {
  const { calls, visits } = selection.evidence.facts
  const [spoke, saw] = [new Set<number>(), new Set<number>()]
  const weekOf = (day: number) => WEEK_OF[day] as number
  selection.eachOf('calls', firm, (call) => {
    if ((calls.columns.bits[call] as number) & SPOKEN) spoke.add(weekOf(calls.columns.day[call] as number))
  })
  selection.eachOf('visits', firm, (visit) => saw.add(weekOf(visits.columns.day[visit] as number)))
  for (const week of saw) add(visited, week)
  for (const week of new Set([...spoke, ...saw])) add(contacted, week)
}

/** Needs are said on the phone too, but never to nobody: all weeks lie between two with a contact or a need. */
function between(contacted: Table, visited: Table, recorded: Table): Week[] {
  const any = (place: number) => (contacted[place] as number) + (recorded[place] as number) > 0
  let [first, last] = [0, contacted.length - 1]
  while (first < contacted.length && !any(first)) first++
  while (last >= 0 && !any(last)) last--
  const monday = addDays(FIRST_MONDAY, first * 7)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const place = first + i
    const counts = { contacted: contacted[place] ?? 0, visited: visited[place] ?? 0, needs: recorded[place] ?? 0 }
    return { monday: addDays(monday, i * 7), ...counts }
  })
}
