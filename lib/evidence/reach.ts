import { ASKED, Asked } from '@/lib/evidence/asked'
import { latestOf } from '@/lib/evidence/columns'
import { APPOINTMENT, LISTED, MET, SPOKEN, TAKEN_UP } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'
import { describes } from '@/lib/evidence/sieve'
import { STEPS, type Step } from '@/lib/insight/schema'

/** The bit of a step. */
export const bitOf = (step: Step) => 1 << STEPS.indexOf(step)
const upTo = (step: Step) => 2 * bitOf(step) - 1
const TRIED = upTo('tried')
const VISITED = upTo('visited')
const LISTED_FIRM = bitOf('listed')
/** What a call or an outcome says, as bits of the steps. */
const ofCall = (was: number) =>
  TRIED | (was & SPOKEN ? bitOf('contacted') : 0) | (was & APPOINTMENT ? bitOf('appointment') : 0)
const CALLED = Uint8Array.from({ length: 2 * APPOINTMENT }, (_, bits) => ofCall(bits))
const BECAME = Uint8Array.from({ length: 8 }, (_, became) => {
  const taken = became & TAKEN_UP ? bitOf('takenUp') : 0
  return (became & ASKED ? bitOf('withNeeds') : 0) | taken | (became & MET ? bitOf('met') : 0)
})

/**
 * By firm: bits of `STEPS`, 0 for a firm neither listed nor met with in the filter. A firm visited without a call or an
 * appointment has passed those steps too; reserves that were not called in are not listed. A promoter has no list:
 * then the listed are those who were tried.
 */
export function reach(selection: Selection): Uint8Array {
  const { firms, calls } = selection.evidence.facts
  const { bits } = calls.columns
  const { previous } = calls.chain
  const chosen = selection.calls
  const asked = new Asked(selection)
  const reached = new Uint8Array(firms.n)
  for (let firm = 1; firm < firms.n; firm++) {
    let steps = isListed(selection, firm) ? LISTED_FIRM : 0
    for (let call = latestOf(calls, firm); call !== 0; call = previous[call] as number) {
      if (chosen[call] === 1) steps |= CALLED[bits[call] as number] as number
    }
    const visit = selection.lastVisit(firm)
    if (visit !== 0) steps |= VISITED | (BECAME[asked.look(firm, visit).outcome] as number)
    reached[firm] = steps
  }
  return reached
}

function isListed({ evidence, filter, sieve }: Selection, firm: number): boolean {
  if (filter.promoter.length) return false
  const { firms, assignments } = evidence.facts
  const { bits, campaign } = assignments.columns
  for (let one = latestOf(assignments, firm); one !== 0; one = assignments.chain.previous[one] as number) {
    if (((bits[one] as number) & LISTED) === 0) continue
    if (sieve.campaign && sieve.campaign[campaign[one] as number] !== 1) continue
    return describes(sieve, firms.columns, firm)
  }
  return false
}

/** How many firms have each bit, by the place of the bit. */
export function countBits(reached: Uint8Array): number[] {
  const kinds = new Uint32Array(256)
  for (let i = 1; i < reached.length; i++) (kinds[reached[i] as number] as number)++
  return Array.from({ length: 8 }, (_, bit) => kinds.reduce((sum, firms, kind) => sum + ((kind >> bit) & 1) * firms, 0))
}
