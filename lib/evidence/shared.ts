import { none, tally } from '@/lib/comparison/rules'
import { AT_ONCE, asks } from '@/lib/evidence/asked'
import { DIGITAL } from '@/lib/evidence/facts'
import { answerOf, answers } from '@/lib/evidence/levels'
import { reach } from '@/lib/evidence/reach'
import { placesOf } from '@/lib/evidence/rows'
import type { Selection } from '@/lib/evidence/selection'
import { bitOf } from '@/lib/evidence/steps'
import { visitsSaid } from '@/lib/evidence/visits-said'
import type { Shared } from '@/lib/statistics/newcombe'

const [CONTACTED, VISITED, WITH_NEEDS] = [bitOf('contacted'), bitOf('visited'), bitOf('withNeeds')]

/** The firms that count on both sides of a comparison, line by line: steps, types of need by their id, `offline`. */
export function countShared(one: Selection, two: Selection): Map<string, Shared> {
  const [visited, withNeeds] = sharedSteps(one, two)
  const lines = { visited, withNeeds, offline: sharedAnswers(one, two) }
  const counted = [...Object.entries(lines), ...sharedNeeds(one, two)]
  return new Map(counted.filter(([, line]) => line.n > 0))
}

/** Visited of those contacted on both sides, with needs of those visited on both. */
function sharedSteps(one: Selection, two: Selection): [Shared, Shared] {
  const [visited, withNeeds] = [none(), none()]
  const [before, after] = [reach(one), reach(two)]
  // How many went as far as what on the one side and the other: few kinds, many firms.
  const kinds = new Uint32Array(256 * 256)
  for (let firm = 1; firm < before.length; firm++) {
    ;(kinds[((before[firm] as number) << 8) | (after[firm] as number)] as number)++
  }
  for (let kind = 0; kind < kinds.length; kind++) {
    const firms = kinds[kind] as number
    const [was, is] = [kind >> 8, kind & 255]
    if (was & is & CONTACTED) tally(visited, (was & VISITED) !== 0, (is & VISITED) !== 0, firms)
    if (was & is & VISITED) tally(withNeeds, (was & WITH_NEEDS) !== 0, (is & WITH_NEEDS) !== 0, firms)
  }
  return [visited, withNeeds]
}

/** What firms visited on both sides asked for. */
function sharedNeeds(one: Selection, two: Selection): [string, Shared][] {
  const ids = [...one.evidence.lists.needTypes.serials.keys()]
  const firms = visitedOnBoth(one, two)
  return asks(one).flatMap((before, group) => {
    const after = asks(two)[group] as Int32Array
    const types = ids.slice(group * AT_ONCE, (group + 1) * AT_ONCE)
    const lines = types.map(none)
    addAsking(lines, firms, before, after)
    for (const line of lines) line.n = firms.length
    return types.map((id, i): [string, Shared] => [id, lines[i] as Shared])
  })
}

function addAsking(lines: Shared[], firms: Int32Array, before: Int32Array, after: Int32Array) {
  for (let i = 0; i < firms.length; i++) {
    const [was, is] = [before[firms[i] as number] as number, after[firms[i] as number] as number]
    for (let rest = was | is; rest !== 0; rest &= rest - 1) {
      const type = 31 - Math.clz32(rest & -rest)
      tally(lines[type] as Shared, ((was >> type) & 1) === 1, ((is >> type) & 1) === 1)
    }
  }
}

function visitedOnBoth(one: Selection, two: Selection): Int32Array {
  const both = visitsSaid(one).visited.slice()
  const { visited } = visitsSaid(two)
  for (let firm = 1; firm < both.length; firm++) (both[firm] as number) &= visited[firm] as number
  return placesOf(both)
}

const isOffline = (selection: Selection, answer: number) => DIGITAL[answerOf(selection, answer).level] === 'none'

function sharedAnswers(one: Selection, two: Selection): Shared {
  const offline = none()
  const [told, toldThen] = [answers(one), answers(two)]
  for (let firm = 1; firm < told.length; firm++) {
    const [was, is] = [told[firm] as number, toldThen[firm] as number]
    if (was !== 0 && is !== 0) tally(offline, isOffline(one, was), isOffline(two, is))
  }
  return offline
}
