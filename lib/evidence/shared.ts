import { none, tally } from '@/lib/comparison/rules'
import { Asked } from '@/lib/evidence/asked'
import { DIGITAL } from '@/lib/evidence/facts'
import { answerBy, answerOf } from '@/lib/evidence/levels'
import { bitOf, reach } from '@/lib/evidence/reach'
import { Selection } from '@/lib/evidence/selection'
import type { InsightFilter } from '@/lib/insight/schema'
import type { Shared } from '@/lib/statistics/newcombe'

const [CONTACTED, VISITED, WITH_NEEDS] = [bitOf('contacted'), bitOf('visited'), bitOf('withNeeds')]

/** The firms that count on both sides of a comparison, line by line: steps, types of need by their id, `offline`. */
export function countShared(one: Selection, second: InsightFilter): Map<string, Shared> {
  const two = new Selection(one.evidence, second)
  const [visited, withNeeds, offline] = [none(), none(), none()]
  const types = [...one.evidence.lists.needTypes.serials].map(([id, serial]) => ({ id, serial, line: none() }))
  const [before, after] = [reach(one), reach(two)]
  const [asked, asks] = [new Asked(one), new Asked(two)]
  for (let firm = 1; firm < before.length; firm++) {
    const [was, is] = [before[firm] as number, after[firm] as number]
    if (!(was & is & CONTACTED)) continue
    tally(visited, (was & VISITED) !== 0, (is & VISITED) !== 0)
    if (!(was & is & VISITED)) continue
    tally(withNeeds, (was & WITH_NEEDS) !== 0, (is & WITH_NEEDS) !== 0)
    asked.look(firm, one.lastVisit(firm))
    asks.look(firm, two.lastVisit(firm))
    for (const { serial, line } of types) tally(line, asked.asks(serial), asks.asks(serial))
  }
  const isOffline = (selection: Selection, answer: number) => DIGITAL[answerOf(selection, answer).level] === 'none'
  for (let firm = 1; firm < before.length; firm++) {
    const [was, is] = [answerBy(one, firm), answerBy(two, firm)]
    if (was !== 0 && is !== 0) tally(offline, isOffline(one, was), isOffline(two, is))
  }
  const lines = { visited, withNeeds, offline }
  const counted = [...Object.entries(lines), ...types.map(({ id, line }) => [id, line] as const)]
  return new Map(counted.filter(([, line]) => line.n > 0))
}
