import { eachOf, once, placesOf, type Selection } from '@/lib/evidence/selection'

/**
 * What the visits of a filter say: by firm the last, as which it is counted, 0 for none; and the firms that were visited.
 */
export const visitsSaid = once((selection: Selection) => {
  const { firms, visits } = selection.evidence.facts
  const { firm } = visits.columns
  const { is, rows } = selection.visits
  const last = new Int32Array(firms.n)
  const visited = new Uint8Array(firms.n)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const of = firm[row] as number
    last[of] = row
    visited[of] = 1
  }
  for (const one of selection.apart) {
    eachOf(visits, is, one, (row) => {
      last[one] ||= row
      visited[one] = 1
    })
  }
  return { last, firms: placesOf(visited) }
})
