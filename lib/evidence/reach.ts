import { APPOINTMENT, LISTED, MET, SPOKEN, TAKEN_UP } from '@/lib/evidence/facts'
import { ASKED, OUTCOME, type Selection } from '@/lib/evidence/selection'
import { describes } from '@/lib/evidence/sieve'
import { narrowsFirms, STEPS, type Step } from '@/lib/insight/schema'

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
  const { facts } = selection.evidence
  const reached = new Uint8Array(facts.firms.n)
  list(selection, reached)
  const { firm, bits } = facts.calls.columns
  const { calls, last } = selection
  for (let i = 1; i < calls.length; i++) {
    if (calls[i] === 1) (reached[firm[i] as number] as number) |= CALLED[bits[i] as number] as number
  }
  const { marks, stride, at } = selection.asked
  for (let i = 1; i < last.length; i++) {
    if (last[i] !== 0)
      (reached[i] as number) |= VISITED | (BECAME[(marks[i * stride + at] as number) & OUTCOME] as number)
  }
  return reached
}

function list({ evidence, filter, sieve }: Selection, reached: Uint8Array) {
  if (filter.promoter.length) return
  const { firms, assignments } = evidence.facts
  const { bits, firm, campaign } = assignments.columns
  const narrowed = narrowsFirms(filter)
  for (let i = 1; i < assignments.n; i++) {
    if (((bits[i] as number) & LISTED) === 0) continue
    if (sieve.campaign && sieve.campaign[campaign[i] as number] !== 1) continue
    const of = firm[i] as number
    if (!narrowed || describes(sieve, firms.columns, of)) (reached[of] as number) |= LISTED_FIRM
  }
}

/** How many firms have each bit, by the place of the bit. */
export function countBits(reached: Uint8Array): number[] {
  const kinds = new Uint32Array(256)
  for (let i = 1; i < reached.length; i++) (kinds[reached[i] as number] as number)++
  return Array.from({ length: 8 }, (_, bit) => kinds.reduce((sum, firms, kind) => sum + ((kind >> bit) & 1) * firms, 0))
}
