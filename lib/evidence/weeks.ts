import { latestOf } from '@/lib/evidence/columns'
import { FIRST_MONDAY, SPOKEN, SPOKEN_AT } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'
import { addDays } from '@/lib/today/rules'
import type { Week } from '@/lib/trend/rules'

/** All weeks that two bytes can count, from `FIRST_MONDAY` both ways. */
const WEEKS = 2 ** 16
const NO_WEEK = -WEEKS / 2
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
  const { firms, calls, visits, needs } = selection.evidence.facts
  const loose = new Set([...calls.chain.loose, ...visits.chain.loose])
  /** 1 at each firm whose rows lie together in their order. */
  const together = new Uint8Array(firms.n).fill(1)
  for (const firm of loose) together[firm] = 0
  addCalls(selection, together)
  addVisits(selection, together)
  for (const firm of loose) if (firm < firms.n) addFirm(selection, firm)
  const said = selection.needs
  const { week } = needs.columns
  for (let need = 1; need < said.length; need++) if (said[need] === 1) add(recorded, week[need] as number)
  return taken()
}

/** Weeks in which firms were spoken with, each once. Who was spoken with is no condition, as in `lastTold`. */
function addCalls({ evidence, calls: chosen }: Selection, together: Uint8Array) {
  const { bits, firm, week } = evidence.facts.calls.columns
  /** By firm: the week that was counted last. */
  const last = new Int16Array(together.length).fill(NO_WEEK)
  for (let call = 1; call < chosen.length; call++) {
    if (chosen[call] === 0) continue
    const of = firm[call] as number
    const counts = ((bits[call] as number) >> SPOKEN_AT) & (together[of] as number)
    const now = week[call] as number
    const other = last[of] as number
    ;(contacted[now + WEEKS / 2] as number) += counts & Number(now !== other)
    last[of] = other ^ ((other ^ now) & -counts)
  }
}

/** Weeks in which firms were visited, each once; in some they were spoken with already. */
function addVisits(selection: Selection, together: Uint8Array) {
  const { evidence, visits: chosen } = selection
  const { firm, week } = evidence.facts.visits.columns
  let lastFirm = 0
  let lastWeek = 0
  for (let visit = 1; visit < chosen.length; visit++) {
    const of = firm[visit] as number
    if (chosen[visit] === 0 || together[of] === 0) continue
    const now = week[visit] as number
    if (of === lastFirm && now === lastWeek) continue
    lastFirm = of
    lastWeek = now
    add(visited, now)
    if (!spokeIn(selection, of, now)) add(contacted, now)
  }
}

function spokeIn({ evidence, calls: chosen }: Selection, firm: number, now: number): boolean {
  const { calls } = evidence.facts
  const { bits, week } = calls.columns
  const { previous } = calls.chain
  let call = latestOf(calls, firm)
  while (call !== 0 && (week[call] !== now || ((bits[call] as number) & -(chosen[call] as number) & SPOKEN) === 0)) {
    call = previous[call] as number
  }
  return call !== 0
}

/** The weeks of the visits and calls of a firm whose rows lie apart. */
function addFirm(selection: Selection, firm: number) {
  const { calls, visits } = selection.evidence.facts
  const [spoke, saw] = [new Set<number>(), new Set<number>()]
  const [{ previous }, { previous: before }] = [calls.chain, visits.chain]
  for (let call = latestOf(calls, firm); call !== 0; call = previous[call] as number) {
    const counts = selection.calls[call] === 1 && ((calls.columns.bits[call] as number) & SPOKEN) !== 0
    if (counts) spoke.add(calls.columns.week[call] as number)
  }
  for (let visit = latestOf(visits, firm); visit !== 0; visit = before[visit] as number) {
    if (selection.visits[visit] === 1) saw.add(visits.columns.week[visit] as number)
  }
  for (const week of saw) add(visited, week)
  for (const week of new Set([...spoke, ...saw])) add(contacted, week)
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
