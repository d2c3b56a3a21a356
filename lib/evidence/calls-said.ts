import { APPOINTMENT, SPOKEN, SPOKEN_AT, tellsLevel } from '@/lib/evidence/facts'
import { eachOf, once, type Selection } from '@/lib/evidence/selection'
import { bitOf, upTo } from '@/lib/evidence/steps'
import { emptyWeeks, NO_WEEK, weekOf } from '@/lib/evidence/week-table'

/** What a call or its outcome says of its firm, as bits of the steps. */
const STEPS_OF = Uint8Array.from(
  { length: 2 * APPOINTMENT },
  (_, was) => upTo('tried') | (was & SPOKEN ? bitOf('contacted') : 0) | (was & APPOINTMENT ? bitOf('appointment') : 0),
)

/**
 * What the calls of a filter say, found on one way through them: by firm the steps they took it to and the last call at
 * which it told its digital level, 0 for none; and in which weeks how many firms were spoken with, of those not apart.
 * On the way there are no conditions, which would be guessed wrong as often as right.
 */
export const callsSaid = once((selection: Selection) => {
  const { firms, calls } = selection.evidence.facts
  const { bits, firm, day } = calls.columns
  const { is, rows } = selection.calls
  const steps = new Uint8Array(firms.n)
  const level = new Int32Array(firms.n)
  const spokenIn = new Int32Array(firms.n)
  const weeks = emptyWeeks()
  let [same, taken, told, spokenFirm, spokenWeek] = [0, 0, 0, 0, NO_WEEK]
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const of = firm[row] as number
    const was = bits[row] as number
    const goesOn = -Number(of === same)
    same = of
    taken = (taken & goesOn) | (STEPS_OF[was] as number)
    steps[of] = taken
    const before = told & goesOn
    told = before ^ ((before ^ row) & -tellsLevel(was))
    level[of] = told
    const now = weekOf(day[row] as number)
    const spoken = (was >> SPOKEN_AT) & 1
    ;(weeks[now] as number) += spoken & (Number(of !== spokenFirm) | Number(now !== spokenWeek))
    ;(spokenIn[of] as number) |= spoken << (now & 31)
    spokenFirm ^= (spokenFirm ^ of) & -spoken
    spokenWeek ^= (spokenWeek ^ now) & -spoken
  }
  for (const one of selection.apart) {
    eachOf(calls, is, one, (row) => {
      const was = bits[row] as number
      ;(steps[one] as number) |= STEPS_OF[was] as number
      if (level[one] === 0 && tellsLevel(was)) level[one] = row
    })
  }
  return { steps, level, spokenIn, weeks }
})
