import { z } from 'zod'

export const morningMailChoice = z.object({ isWanted: z.boolean() })
export type MorningMailChoice = z.output<typeof morningMailChoice>
