import { placesOf, unmark } from '@/lib/evidence/rows'
import { once, type Selection } from '@/lib/evidence/selection'
import { askedOfNeed, passesAll } from '@/lib/evidence/sieve'
import { nextIn, visitsSaid } from '@/lib/evidence/visits-said'

/**
 * What visited firms asked for in a campaign they were visited for in the filter, at the visit or on the phone before it,
 * up to the end of the period: the rows, and 1 at each of them.
 */
export const asked = once((selection: Selection) => {
  const { needs } = selection.evidence.facts
  const { visit, day } = needs.columns
  const is = new Uint8Array(needs.n)
  tell(is, selection.laid.needs, visit, visitsSaid(selection).is)
  const { until } = selection.sieve
  if (until) unmark(is, needs.n, day, until.values)
  for (const need of others(selection, is)) is[need] = 1
  return { is, rows: placesOf(is) }
})

/** Said at a visit of the filter, as most are: of the campaign it was for. */
function tell(is: Uint8Array, said: Uint8Array, visit: Int32Array, visits: Uint8Array) {
  for (let need = 1; need < is.length; need++) {
    is[need] = (said[need] as number) & (visits[visit[need] as number] as number)
  }
}

/** What visited firms said elsewhere: on the phone, or at a visit that the filter leaves out. */
function others(selection: Selection, told: Uint8Array): Int32Array {
  const { firm, campaign, ...columns } = selection.evidence.facts.needs.columns
  const { last, visited } = visitsSaid(selection)
  const conditions = askedOfNeed(selection.sieve, { campaign, ...columns })
  const rows = placesOf(besides(told, firm, visited))
  let n = 0
  for (let i = 0; i < rows.length; i++) {
    const need = rows[i] as number
    if (selection.laid.needs[need] === 0 || !passesAll(conditions, need)) continue
    if (isVisitedFor(selection, campaign[need] as number, last[firm[need] as number] as number)) rows[n++] = need
  }
  return rows.subarray(0, n)
}

/** 1 at each need of a visited firm that is not told. */
function besides(told: Uint8Array, firm: Int32Array, visited: Uint8Array): Uint8Array {
  const others = new Uint8Array(told.length)
  for (let need = 1; need < told.length; need++) {
    others[need] = (visited[firm[need] as number] as number) & ((told[need] as number) ^ 1)
  }
  return others
}

/** Whether a visit of the filter, from the firm's last back, was for this campaign. */
function isVisitedFor(selection: Selection, campaign: number, last: number): boolean {
  const { chain, columns } = selection.evidence.facts.visits
  const { is } = visitsSaid(selection)
  let visit = last
  while (visit !== 0 && columns.campaign[visit] !== campaign) {
    visit = nextIn(is, chain.previous, chain.previous[visit] as number)
  }
  return visit !== 0
}

/** 1 at each visited firm that asked for this type. */
export function askingFor(selection: Selection, type: number): Uint8Array {
  const { firms, needs } = selection.evidence.facts
  const { firm, type: types } = needs.columns
  const found = new Uint8Array(firms.n)
  for (const need of asked(selection).rows) if (types[need] === type) found[firm[need] as number] = 1
  return found
}
