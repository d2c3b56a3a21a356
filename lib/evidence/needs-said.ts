import { NEVER } from '@/lib/evidence/columns'
import { MET, NEVER_DUE, OPEN, SAID, TAKEN_UP } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'
import { describes } from '@/lib/evidence/sieve'
import { narrowsFirms } from '@/lib/insight/schema'

/** 1 at every need said in the filter, by the day it was recorded; the firm as it was at that visit or call. */
export function needsSaid({ evidence, filter, sieve }: Selection): Uint8Array {
  const { needs, visits, calls } = evidence.facts
  const { bits, at, visit, call, campaign, user } = needs.columns
  const always = sieve.from === Number.NEGATIVE_INFINITY && sieve.until === Number.POSITIVE_INFINITY
  const { from, until } = sieve
  const narrowed = narrowsFirms(filter)
  const said = new Uint8Array(needs.n)
  for (let i = 1; i < needs.n; i++) {
    if (((bits[i] as number) & SAID) === 0) continue
    if (!always && !((at[i] as number) >= from && (at[i] as number) < until)) continue
    if (sieve.campaign && sieve.campaign[campaign[i] as number] !== 1) continue
    if (sieve.user && sieve.user[user[i] as number] !== 1) continue
    if (narrowed) {
      const atVisit = visit[i] as number
      const was = atVisit
        ? describes(sieve, visits.columns, atVisit)
        : describes(sieve, calls.columns, call[i] as number)
      if (!was) continue
    }
    said[i] = 1
  }
  return said
}

/** `today`: days since 2000. `daysToTakeUp`: the median, null where none was taken up. */
export function countNeeds(selection: Selection, today: number) {
  const { needs, firms } = selection.evidence.facts
  const { bits, firm, at, takenUpAt, due, visit } = needs.columns
  const said = needsSaid(selection)
  const whose = new Uint8Array(firms.n)
  const waits = new Float64Array(needs.n)
  let waited = 0
  const count = { recorded: 0, firms: 0, atVisits: 0, takenUp: 0, met: 0, overdue: 0 }
  for (let i = 1; i < needs.n; i++) {
    if (said[i] === 0) continue
    const status = bits[i] as number
    count.recorded++
    whose[firm[i] as number] = 1
    if (visit[i] !== 0) count.atVisits++
    if (status & TAKEN_UP) count.takenUp++
    if (status & MET) count.met++
    if (status & OPEN && (due[i] as number) < today && due[i] !== NEVER_DUE) count.overdue++
    const up = takenUpAt[i] as number
    if (up < NEVER) waits[waited++] = up - (at[i] as number)
  }
  for (const one of whose) count.firms += one
  const middle = median(waits.subarray(0, waited))
  return { ...count, daysToTakeUp: middle === null ? null : middle / 86_400_000 }
}

/** As PostgreSQL's `percentile_cont(0.5)`: between the two in the middle of an even number. Puts the values in another order. */
export function median(values: Float64Array): number | null {
  const n = values.length
  if (!n) return null
  const upper = nth(values, n >> 1)
  if (n % 2) return upper
  let lower = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n >> 1; i++) lower = Math.max(lower, values[i] as number)
  return lower + (upper - lower) / 2
}

/** The value that would be at place `k` in order; those before it are no larger (Hoare's selection). */
function nth(values: Float64Array, k: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number
    let [i, j] = [low, high]
    while (i <= j) {
      while ((values[i] as number) < pivot) i++
      while ((values[j] as number) > pivot) j--
      if (i > j) break
      const kept = values[i] as number
      values[i++] = values[j] as number
      values[j--] = kept
    }
    if (k <= j) high = j
    else if (k >= i) low = i
    else break
  }
  return values[k] as number
}
