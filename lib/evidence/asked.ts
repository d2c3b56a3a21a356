import { latestOf } from '@/lib/evidence/columns'
import type { Facts } from '@/lib/evidence/facts'
import { keep, keepMarked } from '@/lib/evidence/rows'
import { once, type Selection } from '@/lib/evidence/selection'
import { askedOfNeed } from '@/lib/evidence/sieve'
import { nextIn, visitsSaid } from '@/lib/evidence/visits-said'

/**
 * What visited firms asked for in a campaign they were visited for in the filter, at the visit or on the phone before it,
 * up to the end of the period: the rows, firm by firm.
 */
export const asked = once((selection: Selection): Int32Array => {
  const { needs } = selection.evidence.facts
  const { visit, firm, campaign, day } = needs.columns
  const { is, last, firms } = visitsSaid(selection)
  const rows = new Int32Array(needs.n)
  let recorded = keepMarked(rows, walk(rows, firms, needs), selection.laid.needs)
  for (const condition of askedOfNeed(selection.sieve, { campaign, day })) recorded = keep(rows, recorded, condition)
  let n = 0
  for (let i = 0; i < recorded; i++) {
    const need = rows[i] as number
    rows[n] = need
    // Said at a visit of the filter, as most are; or on the phone, or at a visit that the filter leaves out.
    if (is[visit[need] as number] !== 0) n++
    else n += Number(isVisitedFor(selection, campaign[need] as number, last[firm[need] as number] as number))
  }
  return rows.slice(0, n)
})

/** The needs of these firms one after the other; how many they are. */
function walk(rows: Int32Array, firms: Int32Array, needs: Facts['needs']): number {
  const { previous } = needs.chain
  let n = 0
  for (let i = 0; i < firms.length; i++) {
    for (let row = latestOf(needs, firms[i] as number); row !== 0; row = previous[row] as number) rows[n++] = row
  }
  return n
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

/** So many types of need go together: a bit for each. */
export const AT_ONCE = 31

/** By firm: a bit for each type it asks for, in the order of the list; the first so many types, the next, and so on. */
export const asks = once((selection: Selection): Int32Array[] => {
  const serials = [...selection.evidence.lists.needTypes.serials.values()]
  const groups = Array.from({ length: Math.ceil(serials.length / AT_ONCE) }, (_, i) => i * AT_ONCE)
  return groups.map((from) => askingFor(selection, serials.slice(from, from + AT_ONCE)))
})

/** By firm: a bit for each of these types it asks for, in their order. */
export function askingFor(selection: Selection, serials: number[]): Int32Array {
  const { facts, lists } = selection.evidence
  const { firm, type } = facts.needs.columns
  const bitOf = new Int32Array(lists.needTypes.ids.length)
  serials.forEach((serial, place) => {
    bitOf[serial] = 1 << place
  })
  const found = new Int32Array(facts.firms.n)
  const rows = asked(selection)
  for (let i = 0; i < rows.length; i++) {
    const need = rows[i] as number
    ;(found[firm[need] as number] as number) |= bitOf[type[need] as number] as number
  }
  return found
}
