import { SAID_AT } from '@/lib/evidence/facts'
import { eachOf, nextIn, once, placesOf, type Selection, scratchFor } from '@/lib/evidence/selection'
import { visitsSaid } from '@/lib/evidence/visits-said'

/** Bits of a need: that it counts, and that it is the one of its type that its firm is counted for. */
const [COUNTS, FIRST] = [1, 2]

/**
 * What visited firms asked for in a campaign they were visited for in the filter, at the visit or on the phone before it,
 * up to the end of the period. `is`: by need, 0 where it does not count; `rows`: those that do; `first`: of each firm one
 * of each type.
 */
export const asked = once((selection: Selection) => {
  const { needs, visits } = selection.evidence.facts
  const { firm, campaign, type, visit: toldAt } = needs.columns
  const { campaign: visitedFor } = visits.columns
  const { is: chosen } = selection.visits
  const { last } = visitsSaid(selection)
  const is = new Uint8Array(needs.n)
  /** By the serial of a type: the firm that asked for it last, of those looked at. */
  const by = new Int32Array(selection.evidence.lists.needTypes.ids.length)
  const count = (need: number) => {
    const of = firm[need] as number
    const what = type[need] as number
    is[need] = by[what] === of ? COUNTS : COUNTS + FIRST
    by[what] = of
  }
  const said = saidByVisited(selection)
  for (let i = 0; i < said.length; i++) {
    const need = said[i] as number
    const there = toldAt[need] as number
    const campaignOf = campaign[need] as number
    // Most were told at a visit of the filter itself: then nothing has to be looked for.
    const isOfVisit = chosen[there] === 1 && visitedFor[there] === campaignOf
    if (isOfVisit || isVisitedFor(selection, campaignOf, last[firm[need] as number] as number)) count(need)
  }
  by.fill(0)
  for (const one of needs.chain.loose) eachOf(needs, is, one, count)
  return { is, rows: placesOf(is), first: placesOf(is, 1) }
})

/** The needs said up to the end of the period by firms that were visited in it. */
function saidByVisited(selection: Selection): Int32Array {
  const { needs } = selection.evidence.facts
  const { bits, firm, day } = needs.columns
  const { until } = selection.sieve
  const { last } = visitsSaid(selection)
  const places = scratchFor(needs.n)
  let n = 0
  for (let need = 1; need < needs.n; need++) {
    places[n] = need
    const isVisited = Number(last[firm[need] as number] !== 0)
    n += ((bits[need] as number) >> SAID_AT) & isVisited & Number((day[need] as number) < until)
  }
  return places.slice(0, n)
}

function isVisitedFor({ evidence, visits }: Selection, campaign: number, last: number): boolean {
  const { chain, columns } = evidence.facts.visits
  let visit = last
  while (visit !== 0 && columns.campaign[visit] !== campaign) {
    visit = nextIn(visits.is, chain.previous, chain.previous[visit] as number)
  }
  return visit !== 0
}

/** 1 at each visited firm that asked for this type. */
export function askingFor(selection: Selection, type: number): Uint8Array {
  const { firms, needs } = selection.evidence.facts
  const { firm, type: types } = needs.columns
  const found = new Uint8Array(firms.n)
  for (const need of asked(selection).first) if (types[need] === type) found[firm[need] as number] = 1
  return found
}
