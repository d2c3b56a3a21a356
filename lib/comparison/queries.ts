import 'server-only'
import { cache } from 'react'
import { none, type Sides, tally } from '@/lib/comparison/rules'
import { readLevels } from '@/lib/digital/queries'
import { DIGITAL } from '@/lib/evidence/facts'
import { answerOf, answers } from '@/lib/evidence/levels'
import { selected } from '@/lib/evidence/queries'
import { bitOf, reach } from '@/lib/evidence/reach'
import type { Selection } from '@/lib/evidence/selection'
import { insightChoices, readReach } from '@/lib/insight/queries'
import { drawnCampaign } from '@/lib/insight/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import { readCells } from '@/lib/ranking/queries'
import { gate } from '@/lib/session'
import type { Shared } from '@/lib/statistics/newcombe'
import { weighing } from '@/lib/weighting/queries'

/**
 * Both sides of a comparison and the firms they share. Shares are weighted where that is asked for and each side is one
 * drawn campaign; else neither side's are.
 */
export async function readSides(first: InsightFilter, second: InsightFilter): Promise<Sides> {
  await gate('insight.read')
  const { campaigns } = await insightChoices()
  const drawn = [first, second].map((filter) => drawnCampaign(campaigns, filter))
  const weighted = first.weighted && drawn[0] !== undefined && drawn[1] !== undefined
  const filters = [first, second].map((filter, side): InsightFilter => {
    const sole = drawn[side]
    if (weighted) return sole ? { ...filter, weighted, campaign: [sole.id] } : filter
    return filter.weighted ? { ...filter, weighted } : filter
  })
  const [one = first, two = second] = filters
  const [of, against, shared] = await Promise.all([readSide(one), readSide(two), readShared(one, two)])
  return { first: of, second: against, shared, weighted }
}

async function readSide(filter: InsightFilter) {
  const [counts, cells, levels, visited, answered] = await Promise.all([
    readReach(filter),
    readCells(filter),
    readLevels(filter),
    weighing(filter),
    weighing(filter, 'answered'),
  ])
  return { reach: counts, cells, levels, weigh: { visited, answered } }
}

/** The firms that count on both sides, line by line of the comparison. */
const readShared = cache(async (first: InsightFilter, second: InsightFilter) => {
  const [one, two] = await Promise.all([selected(first), selected(second)])
  const shared = new Map<string, Shared>()
  const count = (key: string, ...sides: [boolean, boolean]) => {
    const line = shared.get(key) ?? none()
    shared.set(key, line)
    tally(line, ...sides)
  }
  const [before, after] = [reach(one), reach(two)]
  const [contacted, visited, needs] = [bitOf('contacted'), bitOf('visited'), bitOf('withNeeds')]
  const types = typesOf(one)
  for (let firm = 1; firm < before.length; firm++) {
    const [was, is] = [before[firm] as number, after[firm] as number]
    if (!(was & is & contacted)) continue
    count('visited', (was & visited) !== 0, (is & visited) !== 0)
    if (!(was & is & visited)) continue
    count('withNeeds', (was & needs) !== 0, (is & needs) !== 0)
    for (const { id, place } of types) count(id, asks(one, firm, place), asks(two, firm, place))
  }
  const [told, tells] = [answers(one), answers(two)]
  const offline = (selection: Selection, answer: number) => DIGITAL[answerOf(selection, answer).level] === 'none'
  for (let firm = 1; firm < told.length; firm++) {
    const [was, is] = [told[firm] as number, tells[firm] as number]
    if (was !== 0 && is !== 0) count('offline', offline(one, was), offline(two, is))
  }
  return shared
})

function typesOf({ evidence, asked }: Selection) {
  return [...evidence.lists.needTypes.serials].map(([id, serial]) => ({ id, place: asked.places[serial] ?? -1 }))
}

function asks({ asked: { marks, stride, at } }: Selection, firm: number, place: number): boolean {
  return ((marks[firm * stride + at + (place >> 5)] as number) & (1 << (place & 31))) !== 0
}
