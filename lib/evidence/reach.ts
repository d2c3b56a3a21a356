import { asked } from '@/lib/evidence/asked'
import { callsSaid } from '@/lib/evidence/calls-said'
import { LISTED_AT, MET, TAKEN_UP } from '@/lib/evidence/facts'
import { keeping } from '@/lib/evidence/kept'
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
  if (selection.filter.promoter.length) return
  const [listed, described] = [listedFirms(selection), selection.described('firms')]
  for (let firm = 1; firm < reached.length; firm++) {
    ;(reached[firm] as number) |= -((listed[firm] as number) & (described[firm] as number)) & LISTED
  }
}

/** The lists of some campaigns do not hang on what their firms are, nor on the period. */
const lists = keeping<Uint8Array>(16)

/** 1 at each firm that is listed in a campaign of the filter. */
function listedFirms({ evidence, filter, sieve }: Selection): Uint8Array {
  const { firms, assignments } = evidence.facts
  const key = JSON.stringify([firms.version, assignments.version, evidence.lists.version, filter.campaign])
  return lists(key, () => {
    const { bits, firm, campaign } = assignments.columns
    const listed = new Uint8Array(firms.n)
    for (let row = 1; row < assignments.n; row++) {
      const is = ((bits[row] as number) >> LISTED_AT) & (sieve.campaign[campaign[row] as number] as number)
      ;(listed[firm[row] as number] as number) |= is
    }
    return listed
  })
}

/** How many firms have each bit, by the place of the bit. */
export function countBits(reached: Uint8Array): number[] {
  const kinds = new Uint32Array(256)
  for (let i = 1; i < reached.length; i++) (kinds[reached[i] as number] as number)++
  return Array.from({ length: 8 }, (_, bit) => kinds.reduce((sum, firms, kind) => sum + ((kind >> bit) & 1) * firms, 0))
}
