import { z } from 'zod'

/** What a key may read. `personal` is an addition to the others: it opens no resource by itself. */
export const SCOPES = ['firms', 'calls', 'visits', 'needs', 'insight', 'personal'] as const
export type Scope = (typeof SCOPES)[number]

/** Days a key may live; none lives for ever. */
export const LIFETIMES = [30, 90, 365, 730] as const

export const newToken = z
  .object({
    id: z.uuid(),
    name: z.string('required').trim().min(1, 'required').max(80, 'tooLong'),
    scopes: z.array(z.enum(SCOPES)).default([]),
    days: z.coerce.number('required').refine((days) => (LIFETIMES as readonly number[]).includes(days), 'required'),
  })
  .refine(({ scopes }) => scopes.some((scope) => scope !== 'personal'), { path: ['scopes'], message: 'scopeNeeded' })
export type NewToken = z.output<typeof newToken>

export const tokenChoice = z.object({ id: z.uuid() })
