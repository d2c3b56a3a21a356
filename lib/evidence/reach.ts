import { asked } from '@/lib/evidence/asked'
import { callsSaid } from '@/lib/evidence/calls-said'
import { LISTED_AT, MET, TAKEN_UP } from '@/lib/evidence/facts'
import { once, type Selection } from '@/lib/evidence/selection'
import { bitOf, upTo } from '@/lib/evidence/steps'
import { visitsSaid } from '@/lib/evidence/visits-said'

/** What a need a firm asked for says. */
const BECAME = Uint8Array.from(
  { length: 2 * MET },
  (_, was) => bitOf('withNeeds') | (was & TAKEN_UP ? bitOf('takenUp') : 0) | (was & MET ? bitOf('met') : 0),
)

/**
 * By firm: bits of `STEPS`, 0 for a firm neither listed nor met with in the filter. A firm visited without a call or an
 * appointment has passed those steps too; reserves that were not called in are not listed. A promoter has no list:
 * then the listed are those who were tried.
 */
export const reach = once((selection: Selection): Uint8Array => {
  const reached = callsSaid(selection).steps.slice()
  addListed(selection, reached)
  const visited = upTo('visited')
  for (const firm of visitsSaid(selection).firms) (reached[firm] as number) |= visited
  const { bits, firm } = selection.evidence.facts.needs.columns
  for (const need of asked(selection).rows) {
    ;(reached[firm[need] as number] as number) |= BECAME[(bits[need] as number) & (TAKEN_UP | MET)] as number
  }
  return reached
})

function addListed(selection: Selection, reached: Uint8Array) {
  if (selection.filter.promoter.length) return
  const [listed, chosen] = [listedFirms(selection), selection.described('firms')]
  const bit = bitOf('listed')
  for (let firm = 1; firm < reached.length; firm++) {
    ;(reached[firm] as number) |= -((listed[firm] as number) & (chosen[firm] as number)) & bit
  }
}

/** 1 at each firm that is listed in a campaign of the filter. */
function listedFirms({ evidence, sieve }: Selection): Uint8Array {
  const { firms, assignments } = evidence.facts
  const { bits, firm, campaign } = assignments.columns
  const found = new Uint8Array(firms.n)
  for (let row = 1; row < assignments.n; row++) {
    const listed = ((bits[row] as number) >> LISTED_AT) & (sieve.campaign[campaign[row] as number] as number)
    ;(found[firm[row] as number] as number) |= listed
  }
  return found
}

/** How many firms have each bit, by the place of the bit. */
export function countBits(reached: Uint8Array): number[] {
  const kinds = new Uint32Array(256)
  for (let i = 1; i < reached.length; i++) (kinds[reached[i] as number] as number)++
  return Array.from({ length: 8 }, (_, bit) => kinds.reduce((sum, firms, kind) => sum + ((kind >> bit) & 1) * firms, 0))
}
