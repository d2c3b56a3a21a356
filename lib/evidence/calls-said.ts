import { APPOINTMENT, SPOKEN } from '@/lib/evidence/facts'
import { eachOf, once, rowsWith, type Selection } from '@/lib/evidence/selection'
import { bitOf, upTo } from '@/lib/evidence/steps'
import { emptyWeeks, NO_WEEK, weekOf } from '@/lib/evidence/week-table'

const TRIED = upTo('tried')
/** What a call or its outcome says of its firm, as bits of the steps. */
const STEPS_OF = Uint8Array.from(
  { length: 2 * APPOINTMENT },
  (_, was) => TRIED | (was & SPOKEN ? bitOf('contacted') : 0) | (was & APPOINTMENT ? bitOf('appointment') : 0),
)

/**
 * What the calls of a filter say: by firm the steps they took it to; in which weeks how many firms were spoken with, and by
 * firm a bit for each of those weeks (by its number modulo 32), both of firms that are not apart.
 */
export const callsSaid = once((selection: Selection) => {
  const { firms, calls } = selection.evidence.facts
  const { bits, firm } = calls.columns
  const { is, rows } = selection.calls
  const steps = new Uint8Array(firms.n)
  for (let i = 0; i < rows.length; i++) steps[firm[rows[i] as number] as number] = TRIED
  const { spokenIn, weeks } = addSpoken(selection, steps)
  for (const one of selection.apart) {
    eachOf(calls, is, one, (row) => {
      ;(steps[one] as number) |= STEPS_OF[bits[row] as number] as number
    })
  }
  return { steps, spokenIn, weeks }
})

function addSpoken({ evidence, calls }: Selection, steps: Uint8Array) {
  const { bits, firm, day } = evidence.facts.calls.columns
  const spokenIn = new Int32Array(steps.length)
  const weeks = emptyWeeks()
  const spoken = rowsWith(calls.rows, bits, SPOKEN)
  let [lastFirm, lastWeek] = [0, NO_WEEK]
  for (let i = 0; i < spoken.length; i++) {
    const row = spoken[i] as number
    const of = firm[row] as number
    const now = weekOf(day[row] as number)
    ;(steps[of] as number) |= STEPS_OF[bits[row] as number] as number
    ;(spokenIn[of] as number) |= 1 << (now & 31)
    ;(weeks[now] as number) += Number(of !== lastFirm) | Number(now !== lastWeek)
    lastFirm = of
    lastWeek = now
  }
  return { spokenIn, weeks }
}
