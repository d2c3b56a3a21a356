import { placesOf } from '@/lib/evidence/rows'
import { once, type Selection } from '@/lib/evidence/selection'

/**
 * What the visits of a filter say: `is`, 1 at each of them; by firm the last, as which it is counted, 0 for none; the firms
 * that were visited, and 1 at each of them.
 */
export const visitsSaid = once((selection: Selection) => {
  const { firms, visits } = selection.evidence.facts
  const { firm } = visits.columns
  const rows = selection.visits
  const is = new Uint8Array(visits.n)
  const last = new Int32Array(firms.n)
  const visited = new Uint8Array(firms.n)
  for (let i = 0; i < rows.length; i++) is[rows[i] as number] = 1
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    last[firm[row] as number] = row
  }
  for (let i = 0; i < rows.length; i++) visited[firm[rows[i] as number] as number] = 1
  for (const one of selection.laid.apart) {
    for (const row of selection.of(one, 'visits')) {
      is[row] = 1
      last[one] ||= row
      visited[one] = 1
    }
  }
  return { is, last, visited, firms: placesOf(visited) }
})

/** The first visit from `row` on, back in time, that is 1 in `is`; 0 for none. */
export function nextIn(is: Uint8Array, previous: Int32Array, row: number): number {
  let one = row
  while (one !== 0 && is[one] === 0) one = previous[one] as number
  return one
}
