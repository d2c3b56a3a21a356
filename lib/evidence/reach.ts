import { asked } from '@/lib/evidence/asked'
import { callsSaid } from '@/lib/evidence/calls-said'
import type { Evidence } from '@/lib/evidence/catch-up'
import { LISTED_AT, MET, TAKEN_UP } from '@/lib/evidence/facts'
import { keeping } from '@/lib/evidence/kept'
import { sumWhere } from '@/lib/evidence/rows'
import { once, type Selection } from '@/lib/evidence/selection'
import { bitOf, upTo } from '@/lib/evidence/steps'
import { visitsSaid } from '@/lib/evidence/visits-said'

const LISTED = bitOf('listed')
const VISITED = upTo('visited')
/** That a firm asked for something, and how far that got: the bits of a need, so many places higher, are those of the steps. */
const ASKED = bitOf('withNeeds')
const HIGHER = Math.log2(bitOf('met') / MET)

/**
 * By firm: bits of `STEPS`, 0 for a firm neither listed nor met with in the filter. A firm visited without a call or an
 * appointment has passed those steps too; reserves that were not called in are not listed. A promoter has no list:
 * then the listed are those who were tried.
 */
export const reach = once((selection: Selection): Uint8Array => {
  const reached = callsSaid(selection).slice()
  addListed(selection, reached)
  const visited = visitsSaid(selection).firms
  for (let i = 0; i < visited.length; i++) (reached[visited[i] as number] as number) |= VISITED
  const { bits, firm } = selection.evidence.facts.needs.columns
  const rows = asked(selection)
  for (let i = 0; i < rows.length; i++) {
    const need = rows[i] as number
    ;(reached[firm[need] as number] as number) |= ASKED | (((bits[need] as number) & (TAKEN_UP | MET)) << HIGHER)
  }
  return reached
})

function addListed(selection: Selection, reached: Uint8Array) {
  if (selection.filter.promoter.length) return
  const listed = listedIn(selection)
  const rows = selection.firms
  for (let i = 0; i < rows.length; i++) {
    const firm = rows[i] as number
    ;(reached[firm] as number) |= listed[firm] as number
  }
}

/** What a campaign's list is does not hang on what firms are, nor on the period. */
const lists = keeping<Uint8Array>(64)

/** By firm: the bit of `listed` where it is in a campaign of the filter. */
function listedIn({ evidence, filter }: Selection): Uint8Array {
  const [first = null, ...others] = filter.campaign
  if (!others.length) return listOf(evidence, first)
  const listed = listOf(evidence, first).slice()
  for (const one of others) {
    const list = listOf(evidence, one)
    for (let firm = 1; firm < listed.length; firm++) (listed[firm] as number) |= list[firm] as number
  }
  return listed
}

/** The same of one campaign, or of all. */
function listOf({ facts: { firms, assignments }, lists: { campaigns } }: Evidence, id: string | null): Uint8Array {
  return lists(`${firms.version} ${assignments.version} ${id}`, () => {
    const { bits, firm, campaign } = assignments.columns
    const serial = id === null ? null : (campaigns.serials.get(id) ?? 0)
    const listed = new Uint8Array(firms.n)
    for (let row = 1; row < assignments.n; row++) {
      if (serial !== null && campaign[row] !== serial) continue
      ;(listed[firm[row] as number] as number) |= (((bits[row] as number) >> LISTED_AT) & 1) * LISTED
    }
    return listed
  })
}

/** How many firms have each bit, by the place of the bit. */
export function countBits(reached: Uint8Array): number[] {
  const kinds = new Uint32Array(256)
  for (let i = 1; i < reached.length; i++) (kinds[reached[i] as number] as number)++
  return Array.from({ length: 8 }, (_, bit) => sumWhere(kinds, 1 << bit))
}
