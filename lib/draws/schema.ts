import { z } from 'zod'
import { STRATIFIERS } from '@/lib/draws/rules'
import { ALLOCATIONS } from '@/lib/statistics/allocation'

const whole = (min: number, max: number) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), z.coerce.number('required').int().min(min).max(max))
const stratumKey = z.string().min(1).max(80)
/** PostgreSQL's integer. */
export const seed = whole(1, 2_147_483_647)

/** How a campaign is drawn. Stored with it, so that the draw can be made again and checked. */
export const drawDesign = z
  .object({
    /** One area at most. */
    by: z
      .array(z.enum(STRATIFIERS))
      .default([])
      .transform((by) => STRATIFIERS.filter((one) => by.includes(one)))
      .refine((by) => !(by.includes('municipality') && by.includes('province')), 'oneArea'),
    allocation: z.enum(ALLOCATIONS),
    /** Firms to be called; by hand it is the sum of what was typed. */
    total: whole(1, 1_000_000).optional(),
    minimum: whole(0, 1000).default(0),
    /** Firms of each stratum, by hand. */
    byHand: z.record(stratumKey, whole(0, 1_000_000)).default({}),
    /** Strata that go into another one: from key to key. */
    merged: z.record(stratumKey, stratumKey).default({}),
    /** Reserves for each firm drawn, as far as the stratum has them. */
    reserveFactor: z.coerce.number().min(0).max(20).default(1),
  })
  .refine(({ allocation, total }) => allocation === 'by_hand' || total !== undefined, {
    path: ['total'],
    message: 'required',
  })
export type DrawDesign = z.output<typeof drawDesign>

/** What the campaign page tells of a stored design; one that cannot be read is none. */
export type Draw = Pick<DrawDesign, 'by' | 'allocation'>
const stored = z
  .object({ by: z.array(z.enum(STRATIFIERS)), allocation: z.enum(ALLOCATIONS) })
  .nullable()
  .catch(null)
export const drawIn = (design: unknown): Draw | null => stored.parse(design)
