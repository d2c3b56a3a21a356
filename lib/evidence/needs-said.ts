import { SMALL } from '@/lib/evidence/columns'
import { type Facts, MET, NEVER_DUE, NOT_TAKEN_UP, OPEN, SAID_AT_VISIT, TAKEN_UP, THERE } from '@/lib/evidence/facts'
import { having, rowsThat, sumWhere } from '@/lib/evidence/rows'
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

/** `today`: days since 2000. */
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
  return {
    recorded: said.length,
    firms: firmsSaying(selection),
    atVisits: sumWhere(kinds, SAID_AT_VISIT),
    takenUp: sumWhere(kinds, TAKEN_UP),
    met: sumWhere(kinds, MET),
    overdue,
    hoursWaited: hoursWaited(selection),
  }
}

function firmsSaying({ evidence, needs: said }: Selection): number {
  const { firm } = evidence.facts.needs.columns
  const saying = new Uint8Array(evidence.facts.firms.n)
  for (let i = 0; i < said.length; i++) saying[firm[said[i] as number] as number] = 1
  let firms = 0
  for (let one = 1; one < saying.length; one++) firms += saying[one] as number
  return firms
}

/** How many were taken up after so many whole hours, from 0 to the most. */
function hoursWaited({ evidence, needs: said }: Selection): number[] {
  const { hours } = evidence.facts.needs.columns
  const counts = new Uint32Array(SMALL)
  for (let i = 0; i < said.length; i++) (counts[hours[said[i] as number] as number] as number)++
  counts[NOT_TAKEN_UP] = 0
  return [...counts.subarray(0, counts.findLastIndex(Boolean) + 1)]
}
