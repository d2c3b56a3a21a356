import { none, tally } from '@/lib/comparison/rules'
import { asked } from '@/lib/evidence/asked'
import { latestOf } from '@/lib/evidence/columns'
import { DIGITAL } from '@/lib/evidence/facts'
import { answerOf, answers } from '@/lib/evidence/levels'
import { reach } from '@/lib/evidence/reach'
import type { Selection } from '@/lib/evidence/selection'
import { bitOf } from '@/lib/evidence/steps'
import type { Shared } from '@/lib/statistics/newcombe'

const [CONTACTED, VISITED, WITH_NEEDS] = [bitOf('contacted'), bitOf('visited'), bitOf('withNeeds')]

/** The firms that count on both sides of a comparison, line by line: steps, types of need by their id, `offline`. */
export function countShared(one: Selection, two: Selection): Map<string, Shared> {
  const { needs } = one.evidence.facts
  const { type } = needs.columns
  const { previous } = needs.chain
  const [visited, withNeeds, offline] = [none(), none(), none()]
  const types = [...one.evidence.lists.needTypes.serials].map(([id, serial]) => ({ id, serial, line: none() }))
  const [before, after, asks, asksThen] = [reach(one), reach(two), asked(one).is, asked(two).is]
  /** By the serial of a type: 1 where the firm asks for it on the first side, 2 on the second. */
  const sides = new Uint8Array(one.evidence.lists.needTypes.ids.length)
  for (let firm = 1; firm < before.length; firm++) {
    const [was, is] = [before[firm] as number, after[firm] as number]
    if (!(was & is & CONTACTED)) continue
    tally(visited, (was & VISITED) !== 0, (is & VISITED) !== 0)
    if (!(was & is & VISITED)) continue
    tally(withNeeds, (was & WITH_NEEDS) !== 0, (is & WITH_NEEDS) !== 0)
    sides.fill(0)
    for (let need = latestOf(needs, firm); need !== 0; need = previous[need] as number) {
      ;(sides[type[need] as number] as number) |= Number(asks[need] !== 0) + 2 * Number(asksThen[need] !== 0)
    }
    for (const { serial, line } of types) {
      tally(line, ((sides[serial] as number) & 1) !== 0, ((sides[serial] as number) & 2) !== 0)
    }
  }
  const isOffline = (selection: Selection, answer: number) => DIGITAL[answerOf(selection, answer).level] === 'none'
  const [told, toldThen] = [answers(one), answers(two)]
  for (let firm = 1; firm < told.length; firm++) {
    const [was, is] = [told[firm] as number, toldThen[firm] as number]
    if (was !== 0 && is !== 0) tally(offline, isOffline(one, was), isOffline(two, is))
  }
  const lines = { visited, withNeeds, offline }
  const counted = [...Object.entries(lines), ...types.map(({ id, line }) => [id, line] as const)]
  return new Map(counted.filter(([, line]) => line.n > 0))
}
