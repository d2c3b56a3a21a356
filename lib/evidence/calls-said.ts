import { APPOINTMENT, SPOKEN } from '@/lib/evidence/facts'
import { once, type Selection } from '@/lib/evidence/selection'
import { bitOf, upTo } from '@/lib/evidence/steps'

/** What a call or its outcome says of its firm, as bits of the steps. */
const STEPS_OF = Uint8Array.from(
  { length: 2 * APPOINTMENT },
  (_, was) => upTo('tried') | (was & SPOKEN ? bitOf('contacted') : 0) | (was & APPOINTMENT ? bitOf('appointment') : 0),
)

/** By firm the steps that the calls of a filter took it to, as bits. */
export const callsSaid = once((selection: Selection): Uint8Array => {
  const { firms, calls } = selection.evidence.facts
  const { bits, firm } = calls.columns
  const steps = new Uint8Array(firms.n)
  const rows = selection.calls
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    ;(steps[firm[row] as number] as number) |= STEPS_OF[bits[row] as number] as number
  }
  for (const one of selection.laid.apart) {
    for (const row of selection.of(one, 'calls')) (steps[one] as number) |= STEPS_OF[bits[row] as number] as number
  }
  return steps
})
