import { latestOf } from '@/lib/evidence/columns'
import { SAID_AT } from '@/lib/evidence/facts'
import { nextIn, once, placesOf, type Selection } from '@/lib/evidence/selection'
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
  const { bits, day, campaign, type, visit: toldAt } = needs.columns
  const { previous } = needs.chain
  const { campaign: visitedFor } = visits.columns
  const { is: chosen } = selection.visits
  const { until } = selection.sieve
  const { last, firms } = visitsSaid(selection)
  const is = new Uint8Array(needs.n)
  /** By the serial of a type: the firm that asked for it last, of those looked at. */
  const by = new Int32Array(selection.evidence.lists.needTypes.ids.length)
  for (let i = 0; i < firms.length; i++) {
    const firm = firms[i] as number
    for (let need = latestOf(needs, firm); need !== 0; need = previous[need] as number) {
      if (!(((bits[need] as number) >> SAID_AT) & Number((day[need] as number) < until))) continue
      const there = toldAt[need] as number
      const campaignOf = campaign[need] as number
      // Most were told at a visit of the filter itself: then nothing has to be looked for.
      const isOfVisit = chosen[there] === 1 && visitedFor[there] === campaignOf
      if (!isOfVisit && !isVisitedFor(selection, campaignOf, last[firm] as number)) continue
      const what = type[need] as number
      is[need] = by[what] === firm ? COUNTS : COUNTS + FIRST
      by[what] = firm
    }
  }
  return { is, rows: placesOf(is), first: placesOf(is, 1) }
})

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
