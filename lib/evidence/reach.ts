import { asked } from '@/lib/evidence/asked'
import { callsSaid } from '@/lib/evidence/calls-said'
import { LISTED_AT, MET, TAKEN_UP } from '@/lib/evidence/facts'
import { once, type Selection } from '@/lib/evidence/selection'
import { bitOf, upTo } from '@/lib/evidence/steps'
import { visitsSaid } from '@/lib/evidence/visits-said'

const LISTED = bitOf('listed')
const VISITED = upTo('visited')
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
  const visited = visitsSaid(selection).firms
  for (let i = 0; i < visited.length; i++) (reached[visited[i] as number] as number) |= VISITED
  const { bits, firm } = selection.evidence.facts.needs.columns
  const { rows } = asked(selection)
  for (let i = 0; i < rows.length; i++) {
    const need = rows[i] as number
    ;(reached[firm[need] as number] as number) |= BECAME[(bits[need] as number) & (TAKEN_UP | MET)] as number
  }
  return reached
})

function addListed(selection: Selection, reached: Uint8Array) {
  const { evidence, filter, sieve } = selection
  if (filter.promoter.length) return
  const { bits, firm, campaign } = evidence.facts.assignments.columns
  const described = selection.described('firms')
  for (let row = 1; row < evidence.facts.assignments.n; row++) {
    const of = firm[row] as number
    const listed = ((bits[row] as number) >> LISTED_AT) & (sieve.campaign[campaign[row] as number] as number)
    ;(reached[of] as number) |= -(listed & (described[of] as number)) & LISTED
  }
}

/** How many firms have each bit, by the place of the bit. */
export function countBits(reached: Uint8Array): number[] {
  const kinds = new Uint32Array(256)
  for (let i = 1; i < reached.length; i++) (kinds[reached[i] as number] as number)++
  return Array.from({ length: 8 }, (_, bit) => kinds.reduce((sum, firms, kind) => sum + ((kind >> bit) & 1) * firms, 0))
}
