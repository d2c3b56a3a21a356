import 'server-only'
import { cache } from 'react'
import type { Tally } from '@/lib/composition/rules'
import { countRegister, countVisited } from '@/lib/evidence/makeup'
import { selected } from '@/lib/evidence/queries'
import { remember } from '@/lib/evidence/remember'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'

/** Active firms of the register that the filter describes, as they are today, counted along each of its dimensions. */
export async function registerMakeup(filter: InsightFilter): Promise<Tally[]> {
  await gate('insight.read')
  return ofRegister(filter)
}

/** Neither campaigns nor periods, and nobody's work, change the register. */
const ofFirms = ({ sector, municipality, area, size, young, female, foreign }: InsightFilter) => {
  return { sector, municipality, area, size, young, female, foreign }
}
const register = remember(['firms'], countRegister, ofFirms)
const ofRegister = cache(async (filter: InsightFilter) => register(await selected(filter)))

/** Firms visited in the filter, as they were at their last visit there, counted along the same dimensions. */
export async function visitedMakeup(filter: InsightFilter): Promise<Tally[]> {
  await gate('insight.read')
  return ofVisited(filter)
}

const visited = remember(['firms', 'visits'], countVisited)
const ofVisited = cache(async (filter: InsightFilter) => visited(await selected(filter)))
