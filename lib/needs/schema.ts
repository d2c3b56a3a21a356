import { z } from 'zod'
import { NEED_STATUSES, PRIORITIES, WORDS_LIMIT } from '@/lib/needs/rules'

const words = z.string().trim().max(WORDS_LIMIT, 'tooLong').optional()

/** A need as said by a firm; the browser makes the id, and the same id is the same need at the call and at the visit. */
export const needInput = z.object({
  id: z.uuid(),
  needTypeId: z.uuid(),
  priority: z.enum(PRIORITIES).default('medium'),
  words,
  refer: z.boolean().default(false),
  /** Where to refer it; without one, the office of the first service that answers its type. */
  officeId: z.uuid().optional(),
})
export type NeedInput = z.output<typeof needInput>

const id = z.uuid()
const version = z.coerce.number().int().min(0)

export const moveNeedInput = z
  .object({
    id,
    version,
    to: z.enum(NEED_STATUSES),
    /** Where a recorded need is referred to; without one, the office that answers its type. */
    officeId: z.uuid().optional(),
    /** What the office tells the firm. */
    answer: words,
    /** Why a need is not met, or withdrawn. */
    reason: words,
  })
  .refine((move) => move.to !== 'not_met' || move.reason, { path: ['reason'], message: 'reasonMissing' })
export type MoveNeedInput = z.output<typeof moveNeedInput>

export const assignNeedInput = z.object({ id, version, assigneeId: z.uuid().nullable() })
export type AssignNeedInput = z.output<typeof assignNeedInput>

const list = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .optional()
    .transform((text) => values.filter((value) => text?.split(',').includes(value)))

/** Filters of the list of needs, as the URL holds them; what is not understood counts as not there. */
export const needFilter = z.object({
  office: z.uuid().optional().catch(undefined),
  status: list(['open', ...NEED_STATUSES]),
  priority: list(PRIORITIES),
  type: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  overdue: z.literal('1').optional().catch(undefined),
  after: z.string().max(100).optional().catch(undefined),
})
export type NeedFilter = z.output<typeof needFilter>
