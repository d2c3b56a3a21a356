import { asked } from '@/lib/evidence/asked'
import { APPOINTMENT, LISTED_AT, MET, SPOKEN, TAKEN_UP } from '@/lib/evidence/facts'
import { lastVisits, once, type Selection } from '@/lib/evidence/selection'
import { described } from '@/lib/evidence/sieve'
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
const CALLED = Uint8Array.from({ length: 2 * APPOINTMENT }, (_, was) => ofCall(was))
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
  const { firms } = selection.evidence.facts
  const reached = new Uint8Array(firms.n)
  addListed(selection, reached)
  addCalled(selection, reached)
  const last = lastVisits(selection)
  for (let firm = 1; firm < last.length; firm++) if (last[firm] !== 0) (reached[firm] as number) |= VISITED
  addAsked(selection, reached)
  return reached
})

/** Straight through the assignments without a condition on the way, which would be guessed wrong as often as right. */
function addListed({ evidence, filter, sieve }: Selection, reached: Uint8Array) {
  if (filter.promoter.length) return
  const { firms, assignments } = evidence.facts
  const { bits, firm, campaign } = assignments.columns
  const campaigns = sieve.campaign ?? new Uint8Array(evidence.lists.campaigns.ids.length).fill(1)
  for (let row = 1; row < assignments.n; row++) {
    const listed = ((bits[row] as number) >> LISTED_AT) & (campaigns[campaign[row] as number] as number)
    ;(reached[firm[row] as number] as number) |= -listed & LISTED_FIRM
  }
  if (!sieve.traits && !sieve.sector && !sieve.municipality) return
  const asked = described(sieve, firms.columns, firms.n)
  for (let one = 1; one < firms.n; one++) (reached[one] as number) *= asked[one] as number
}

function addCalled({ evidence, calls: chosen }: Selection, reached: Uint8Array) {
  const { bits, firm } = evidence.facts.calls.columns
  for (let call = 1; call < chosen.length; call++) {
    if (chosen[call] === 1) (reached[firm[call] as number] as number) |= CALLED[bits[call] as number] as number
  }
}

function addAsked(selection: Selection, reached: Uint8Array) {
  const { bits, firm } = selection.evidence.facts.needs.columns
  const counts = asked(selection)
  for (let need = 1; need < counts.length; need++) {
    if (counts[need] === 0) continue
    ;(reached[firm[need] as number] as number) |= BECAME[(bits[need] as number) & (TAKEN_UP | MET)] as number
  }
}

/** How many firms have each bit, by the place of the bit. */
export function countBits(reached: Uint8Array): number[] {
  const kinds = new Uint32Array(256)
  for (let i = 1; i < reached.length; i++) (kinds[reached[i] as number] as number)++
  return Array.from({ length: 8 }, (_, bit) => kinds.reduce((sum, firms, kind) => sum + ((kind >> bit) & 1) * firms, 0))
}
