import { NEVER } from '@/lib/evidence/columns'
import { MET, NEVER_DUE, OPEN, SAID_AT, TAKEN_UP } from '@/lib/evidence/facts'
import { rowsWith, type Selection } from '@/lib/evidence/selection'
import { narrowed } from '@/lib/evidence/sieve'

/** 1 at every need said in the filter, by the day it was recorded; the firm as it was at that visit or call. */
export function needsSaid(selection: Selection): Uint8Array {
  const { needs } = selection.evidence.facts
  const { bits, visit, call } = needs.columns
  const said = new Uint8Array(needs.n)
  if (!selection.sieve.narrows.firms) {
    for (let need = 1; need < needs.n; need++) said[need] = ((bits[need] as number) >> SAID_AT) & 1
    return narrowed(said, selection.sieve, needs.columns)
  }
  const [seen, heard] = [selection.described('visits'), selection.described('calls')]
  for (let need = 1; need < needs.n; need++) {
    const there = visit[need] as number
    const onPhone = Number(there === 0) & (heard[call[need] as number] as number)
    said[need] = ((bits[need] as number) >> SAID_AT) & ((seen[there] as number) | onPhone)
  }
  return narrowed(said, selection.sieve, needs.columns)
}

/** Used again by each counting: memory never touched before costs more than the counting. */
let waits = new Float64Array(0)

/**
 * `today`: days since 2000. `daysToTakeUp`: the median, null where none was taken up. One loop for each question: the
 * compiler makes four short ones faster than one that does all.
 */
export function countNeeds(selection: Selection, today: number) {
  const { bits, due, visit } = selection.evidence.facts.needs.columns
  const said = selection.needs
  /** By the bits `TAKEN_UP`, `MET` and `OPEN`. */
  const kinds = new Uint32Array(16)
  for (let i = 0; i < said.length; i++) (kinds[(bits[said[i] as number] as number) & 15] as number)++
  let [atVisits, overdue] = [0, 0]
  for (let i = 0; i < said.length; i++) atVisits += Number(visit[said[i] as number] !== 0)
  for (let i = 0; i < said.length; i++) {
    const need = said[i] as number
    const until = due[need] as number
    overdue += (((bits[need] as number) & OPEN) / OPEN) & Number(until < today) & Number(until !== NEVER_DUE)
  }
  const having = (bit: number) => kinds.reduce((sum, some, status) => (status & bit ? sum + some : sum), 0)
  const recorded = kinds.reduce((sum, some) => sum + some, 0)
  const middle = median(waitsOf(selection))
  const count = {
    recorded,
    firms: firmsSaying(selection),
    atVisits,
    takenUp: having(TAKEN_UP),
    met: having(MET),
    overdue,
  }
  return { ...count, daysToTakeUp: middle === null ? null : middle / 86_400_000 }
}

function firmsSaying({ evidence, needs: said }: Selection): number {
  const { firm } = evidence.facts.needs.columns
  const saying = new Uint8Array(evidence.facts.firms.n)
  for (let i = 0; i < said.length; i++) saying[firm[said[i] as number] as number] = 1
  let firms = 0
  for (let one = 1; one < saying.length; one++) firms += saying[one] as number
  return firms
}

/** How long those that were taken up waited for it, in milliseconds. */
function waitsOf({ evidence, needs: said }: Selection): Float64Array {
  const { n, columns } = evidence.facts.needs
  const { bits, at, takenUpAt } = columns
  if (waits.length < n) waits = new Float64Array(at.length)
  const taken = rowsWith(said, bits, TAKEN_UP)
  let waited = 0
  for (let i = 0; i < taken.length; i++) {
    const need = taken[i] as number
    const up = takenUpAt[need] as number
    waits[waited] = up - (at[need] as number)
    waited += Number(up < NEVER)
  }
  return waits.subarray(0, waited)
}

const HOUR = 3_600_000
const HOURS = 65_536
/** The hour of a wait, of those that two bytes count (seven years). */
const hourOf = (wait: number) => Math.min(Math.max((wait / HOUR) | 0, 0), HOURS - 1)

/**
 * As PostgreSQL's `percentile_cont(0.5)`: between the two in the middle of an even number. Waits in milliseconds are
 * counted by the hour, and only those of the hours in the middle are put in order.
 */
export function median(waits: Float64Array): number | null {
  const n = waits.length
  if (!n) return null
  const hours = new Uint32Array(HOURS)
  for (let i = 0; i < n; i++) (hours[hourOf(waits[i] as number)] as number)++
  const [lower, upper] = [(n - 1) >> 1, n >> 1]
  let [before, first] = [0, 0]
  while (before + (hours[first] as number) <= lower) before += hours[first++] as number
  let last = first
  for (let until = before + (hours[first] as number); until <= upper; until += hours[last] as number) last++
  const middle: number[] = []
  for (let i = 0; i < n; i++) {
    const hour = hourOf(waits[i] as number)
    if (hour >= first && hour <= last) middle.push(waits[i] as number)
  }
  middle.sort((one, other) => one - other)
  return ((middle[lower - before] as number) + (middle[upper - before] as number)) / 2
}
