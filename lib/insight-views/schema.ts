import { z } from 'zod'
import { insightFilter, otherSide, queryOf } from '@/lib/insight/schema'

/** An address long enough for a hundred sectors. */
const MOST_QUERY = 8000

/** The query string of a page, kept as the page itself would write it: what is no filter falls away. */
const query = z
  .string()
  .max(MOST_QUERY, 'tooLong')
  .transform((text) => {
    const params = Object.fromEntries(new URLSearchParams(text))
    return queryOf({ ...insightFilter.parse(params), ...otherSide.parse(params) })
  })

/** A view to keep; the browser makes the id. */
export const viewInput = z.object({
  id: z.uuid(),
  name: z.string('required').trim().min(1, 'required').max(80, 'tooLong'),
  /** A form leaves out what is empty: the page without any filter may be kept too. */
  query: query.default(''),
  shared: z.stringbool({ truthy: ['on', 'true'], falsy: ['off', 'false'] }).default(false),
})
export type ViewInput = z.output<typeof viewInput>

export const viewRef = z.object({ id: z.uuid() })
