import { z } from 'zod'

export const PERIODS = ['today', 'week', 'month', 'quarter'] as const
export type Period = (typeof PERIODS)[number]

/** Several values in one parameter, `a,b`; one that cannot be is left out, so that no address can break the page. */
const several = <T extends z.ZodType<string>>(value: T) =>
  z.preprocess(
    (raw) => (typeof raw === 'string' ? raw.split(',') : []),
    z.array(z.unknown()).transform((list) => list.flatMap((one) => value.safeParse(one).data ?? [])),
  )

/** What the address of the activity page asks for. */
export const activityFilter = z.object({
  person: several(z.uuid()),
  verb: several(z.string().regex(/^[a-z]+\.\w+$/i)),
  period: z.enum(PERIODS).optional().catch(undefined),
  /** Last row of the page before: its moment in epoch milliseconds, a dot, its id. */
  after: z
    .string()
    .regex(/^\d{1,14}\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
    .optional()
    .catch(undefined),
})
export type ActivityFilter = z.output<typeof activityFilter>
