import 'server-only'
import { cache } from 'react'
import type { Tally } from '@/lib/composition/rules'
import { counted } from '@/lib/evidence/queries'
import type { InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'

/** Active firms of the register that the filter describes, as they are today, counted along each of its dimensions. */
export async function registerMakeup(filter: InsightFilter): Promise<Tally[]> {
  await gate('insight.read')
  return ofRegister(filter)
}

const ofRegister = cache((filter: InsightFilter) => counted('register', filter))

/** Firms visited in the filter, as they were at their last visit there, counted along the same dimensions. */
export async function visitedMakeup(filter: InsightFilter): Promise<Tally[]> {
  await gate('insight.read')
  return ofVisited(filter)
}

const ofVisited = cache((filter: InsightFilter) => counted('visited', filter))
