import { z } from 'zod'

export const settleFollowUpInput = z.object({ id: z.uuid(), version: z.coerce.number().int().min(0) })
export type SettleFollowUpInput = z.output<typeof settleFollowUpInput>

/** Which day the agenda shows (Italian day); what cannot be a day counts as today. */
export const agendaFilter = z.object({ day: z.iso.date().optional().catch(undefined) })
