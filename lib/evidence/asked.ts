import { latestOf } from '@/lib/evidence/columns'
import { SAID } from '@/lib/evidence/facts'
import { lastVisits, nextIn, once, type Selection } from '@/lib/evidence/selection'

const ASKED = 1
/** A need that counts and is the first of its type that a firm is counted for. */
export const FIRST = 3

/**
 * By need: whether a visited firm asked for it in a campaign it was visited for in the filter, at the visit or on the
 * phone before it, up to the end of the period.
 */
export const asked = once((selection: Selection): Uint8Array => {
  const { needs, visits } = selection.evidence.facts
  const { bits, firm, at, campaign, type, visit: toldAt } = needs.columns
  const { previous, loose } = needs.chain
  const { campaign: visitedFor } = visits.columns
  const { visits: chosen, sieve } = selection
  const { until } = sieve
  const last = lastVisits(selection)
  const found = new Uint8Array(needs.n)
  /** By the serial of a type: the firm that asked for it last, of those looked at. */
  const by = new Int32Array(selection.evidence.lists.needTypes.ids.length)
  const look = (need: number) => {
    found[need] = 0
    const of = firm[need] as number
    const visit = last[of] as number
    if (visit === 0 || ((bits[need] as number) & SAID) === 0 || !((at[need] as number) < until)) return
    const campaignOf = campaign[need] as number
    const there = toldAt[need] as number
    // Most were told at a visit of the filter itself: then nothing has to be looked for.
    const counts = chosen[there] === 1 && visitedFor[there] === campaignOf
    if (!counts && !isVisitedFor(selection, campaignOf, visit)) return
    const what = type[need] as number
    found[need] = by[what] === of ? ASKED : FIRST
    by[what] = of
  }
  for (let need = 1; need < needs.n; need++) look(need)
  by.fill(0)
  for (const one of loose) for (let need = latestOf(needs, one); need !== 0; need = previous[need] as number) look(need)
  return found
})

function isVisitedFor({ evidence, visits }: Selection, campaign: number, last: number): boolean {
  const { chain, columns } = evidence.facts.visits
  let visit = last
  while (visit !== 0 && columns.campaign[visit] !== campaign) {
    visit = nextIn(visits, chain.previous, chain.previous[visit] as number)
  }
  return visit !== 0
}

/** 1 at each visited firm that asked for this type. */
export function askingFor(selection: Selection, type: number): Uint8Array {
  const { firms, needs } = selection.evidence.facts
  const { firm, type: types } = needs.columns
  const found = new Uint8Array(firms.n)
  asked(selection).forEach((counts, need) => {
    if (counts === FIRST && types[need] === type) found[firm[need] as number] = 1
  })
  return found
}
