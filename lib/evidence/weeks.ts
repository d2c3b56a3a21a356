import { SMALL } from '@/lib/evidence/columns'
import { SPOKEN } from '@/lib/evidence/facts'
import { rowsWith } from '@/lib/evidence/rows'
import type { Selection } from '@/lib/evidence/selection'
import { emptyWeeks, MONDAYS, NO_WEEK, weekOf } from '@/lib/evidence/week-table'
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
  const { calls, visits } = selection.evidence.facts
  const spoken = weekly(rowsWith(selection.calls, calls.columns.bits, SPOKEN), calls.columns)
  const seen = weekly(selection.visits, visits.columns)
  const [contacted, visited] = [emptyWeeks(), emptyWeeks()]
  addEach(contacted, spoken)
  addEach(visited, seen)
  addEach(contacted, besides(selection, seen, spoken))
  for (const firm of selection.laid.apart) addFirm(selection, firm, visited, contacted)
  return between(contacted, visited, needsByWeek(selection))
}

/** Firm by firm and week by week, in the order of the rows. */
type Weekly = { firms: Int32Array; weeks: Uint16Array }

function weekly(rows: Int32Array, { firm, day }: { firm: Int32Array; day: Uint16Array }): Weekly {
  const [firms, weeks] = [new Int32Array(rows.length), new Uint16Array(rows.length)]
  for (let i = 0; i < rows.length; i++) firms[i] = firm[rows[i] as number] as number
  for (let i = 0; i < rows.length; i++) weeks[i] = weekOf(day[rows[i] as number] as number)
  return { firms, weeks }
}

/** Counts each firm once in each week. */
function addEach(table: Table, { firms, weeks }: Weekly) {
  let [lastFirm, lastWeek] = [0, NO_WEEK]
  for (let i = 0; i < firms.length; i++) {
    const [firm, week] = [firms[i] as number, weeks[i] as number]
    ;(table[week] as number) += Number(firm !== lastFirm) | Number(week !== lastWeek)
    lastFirm = firm
    lastWeek = week
  }
}

/** Whether one of the firm's, from this place back, is of this week. */
function isAmong({ firms, weeks }: Weekly, from: number, firm: number, week: number): boolean {
  let place = from
  while (place >= 0 && firms[place] === firm && weeks[place] !== week) place--
  return place >= 0 && firms[place] === firm
}

/** Those of the first in whose week the firm is not among the others. */
function besides({ evidence }: Selection, { firms, weeks }: Weekly, others: Weekly): Weekly {
  /** By firm: behind the place of its last. */
  const ends = new Int32Array(evidence.facts.firms.n)
  for (let i = 0; i < others.firms.length; i++) ends[others.firms[i] as number] = i + 1
  const left = { firms: new Int32Array(firms.length), weeks: new Uint16Array(firms.length) }
  let n = 0
  for (let i = 0; i < firms.length; i++) {
    const [firm, week] = [firms[i] as number, weeks[i] as number]
    left.firms[n] = firm
    left.weeks[n] = week
    n += Number(!isAmong(others, (ends[firm] as number) - 1, firm, week))
  }
  return { firms: left.firms.subarray(0, n), weeks: left.weeks.subarray(0, n) }
}

/** Counted by the day first, which is less to do for each. */
function needsByWeek({ evidence, needs }: Selection): Table {
  const { day } = evidence.facts.needs.columns
  const days = new Uint32Array(SMALL)
  for (let i = 0; i < needs.length; i++) (days[day[needs[i] as number] as number] as number)++
  const weeks = emptyWeeks()
  for (let one = 0; one < SMALL; one++) (weeks[weekOf(one)] as number) += days[one] as number
  return weeks
}

/** The weeks of the visits and calls of a firm that is apart. */
function addFirm(selection: Selection, firm: number, visited: Table, contacted: Table) {
  const { calls, visits } = selection.evidence.facts
  const [spoke, saw] = [new Set<number>(), new Set<number>()]
  for (const call of selection.of(firm, 'calls')) {
    if ((calls.columns.bits[call] as number) & SPOKEN) spoke.add(weekOf(calls.columns.day[call] as number))
  }
  for (const visit of selection.of(firm, 'visits')) saw.add(weekOf(visits.columns.day[visit] as number))
  for (const week of saw) add(visited, week)
  for (const week of new Set([...spoke, ...saw])) add(contacted, week)
}

/** Needs are said on the phone too, but never to nobody: all weeks lie between two with a contact or a need. */
function between(contacted: Table, visited: Table, needs: Table): Week[] {
  let [first, last] = [0, contacted.length - 1]
  while (first <= last && contacted[first] === 0 && needs[first] === 0) first++
  while (last >= first && contacted[last] === 0 && needs[last] === 0) last--
  const weeks: Week[] = []
  for (let week = first; week <= last; week++) {
    weeks.push({
      monday: MONDAYS[week] as string,
      contacted: contacted[week] as number,
      visited: visited[week] as number,
      needs: needs[week] as number,
    })
  }
  return weeks
}
