import { LEVEL } from '@/lib/evidence/facts'
import { eachOf, once, placesOf, rowsWith, type Selection } from '@/lib/evidence/selection'

/**
 * What the visits of a filter say: by firm the last, as which it is counted, and the last at which it told its digital
 * level, 0 for none; and the firms that were visited.
 */
export const visitsSaid = once((selection: Selection) => {
  const { firms, visits } = selection.evidence.facts
  const { bits, firm } = visits.columns
  const { is, rows } = selection.visits
  const last = new Int32Array(firms.n)
  const level = new Int32Array(firms.n)
  const visited = new Uint8Array(firms.n)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const of = firm[row] as number
    last[of] = row
    visited[of] = 1
  }
  const told = rowsWith(rows, bits, LEVEL)
  for (let i = 0; i < told.length; i++) level[firm[told[i] as number] as number] = told[i] as number
  for (const one of selection.apart) {
    eachOf(visits, is, one, (row) => {
      last[one] ||= row
      visited[one] = 1
      if (level[one] === 0 && (bits[row] as number) & LEVEL) level[one] = row
    })
  }
  return { last, level, firms: placesOf(visited) }
})
