import { cache } from 'react'
import { type BehindInput, type InsightFilter, insightFilter, queryOf } from '@/lib/insight/schema'

export type Params = Promise<Record<string, string | string[] | undefined>>

/** The filter in the address, parsed once a request: all panels ask with the same object, and so share their answers. */
export const askedFilter = cache(async (params: Params) => insightFilter.parse(await params))

type Behind = Partial<Pick<BehindInput, 'step' | 'said' | 'need' | 'level' | 'row' | 'group'>>

/** The list of the firms behind one number of the page. */
export function behindHref(filter: InsightFilter, number: Behind): string {
  return `/insight/firms${queryOf(filter, number)}`
}
