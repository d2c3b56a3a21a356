import { SMALL } from '@/lib/evidence/columns'
import { type Facts, MET, NEVER_DUE, NOT_TAKEN_UP, OPEN, SAID_AT_VISIT, TAKEN_UP, THERE } from '@/lib/evidence/facts'
import { having, rowsThat } from '@/lib/evidence/rows'
import type { Selection } from '@/lib/evidence/selection'
import { askedOfDeed, askedOfFirm, type Condition, passesAll } from '@/lib/evidence/sieve'

/** The needs said in the filter, by the day they were recorded; the firm as it was at that visit or call. */
export function needsSaid(selection: Selection): Int32Array {
  const { evidence, sieve, laid } = selection
  const { needs, visits, calls } = evidence.facts
  const rows = rowsThat(laid.needs, askedOfDeed(sieve, needs.columns))
  const atVisit = askedOfFirm(sieve, visits.columns)
  if (!atVisit.length) return rows
  const onPhone = askedOfFirm(sieve, calls.columns)
  const seen = described(visits, atVisit)
  const { visit, call } = needs.columns
  let n = 0
  for (let i = 0; i < rows.length; i++) {
    const need = rows[i] as number
    const there = visit[need] as number
    rows[n] = need
    if (there !== 0) n += seen[there] as number
    else n += Number(passesAll(onPhone, call[need] as number))
  }
  return rows.subarray(0, n)
}

/** 1 at each visit whose firm was then as asked. */
function described({ n, columns }: Facts['visits'], conditions: Condition[]): Uint8Array {
  const ones = new Uint8Array(n)
  const rows = rowsThat(having(n, columns.bits, THERE), conditions)
  for (let i = 0; i < rows.length; i++) ones[rows[i] as number] = 1
  return ones
}

/** `today`: days since 2000. `daysToTakeUp`: the median, null where none was taken up. */
export function countNeeds(selection: Selection, today: number) {
  const { bits, due } = selection.evidence.facts.needs.columns
  const said = selection.needs
  const kinds = new Uint32Array(2 * SAID_AT_VISIT)
  for (let i = 0; i < said.length; i++) (kinds[bits[said[i] as number] as number] as number)++
  let overdue = 0
  for (let i = 0; i < said.length; i++) {
    const need = said[i] as number
    const until = due[need] as number
    overdue += (((bits[need] as number) & OPEN) / OPEN) & Number(until < today) & Number(until !== NEVER_DUE)
  }
  const withBit = (bit: number) => kinds.reduce((sum, some, status) => (status & bit ? sum + some : sum), 0)
  const middle = medianWait(said, selection.evidence.facts.needs.columns)
  const count = {
    recorded: said.length,
    firms: firmsSaying(selection),
    atVisits: withBit(SAID_AT_VISIT),
    takenUp: withBit(TAKEN_UP),
    met: withBit(MET),
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

type Waits = { hours: Uint16Array; at: Float64Array; takenUpAt: Float64Array }

/**
 * How long the one in the middle waited, in milliseconds, as PostgreSQL's `percentile_cont(0.5)`: between the two in the
 * middle of an even number. Waits are counted by the hour, and only those of the hours in the middle are put in order.
 */
export function medianWait(needs: Int32Array, { hours, at, takenUpAt }: Waits): number | null {
  const counts = new Uint32Array(SMALL)
  for (let i = 0; i < needs.length; i++) (counts[hours[needs[i] as number] as number] as number)++
  const n = needs.length - (counts[NOT_TAKEN_UP] as number)
  if (!n) return null
  const [lower, upper] = [(n - 1) >> 1, n >> 1]
  let [before, first] = [0, 0]
  while (before + (counts[first] as number) <= lower) before += counts[first++] as number
  let last = first
  for (let until = before + (counts[first] as number); until <= upper; until += counts[last] as number) last++
  const middle: number[] = []
  for (let i = 0; i < needs.length; i++) {
    const need = needs[i] as number
    const hour = hours[need] as number
    // Those of the hours between have none.
    if (hour === first || hour === last) middle.push((takenUpAt[need] as number) - (at[need] as number))
  }
  middle.sort((one, other) => one - other)
  return ((middle[lower - before] as number) + (middle[upper - before] as number)) / 2
}
