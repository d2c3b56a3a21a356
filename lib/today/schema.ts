import { z } from 'zod'

export const settleFollowUpInput = z.object({ id: z.uuid(), version: z.coerce.number().int().min(0) })
export type SettleFollowUpInput = z.output<typeof settleFollowUpInput>

export const AGENDA_VIEWS = ['day', 'week', 'list'] as const

/** Which day the agenda shows (Italian day; what cannot be a day counts as today), how, and whether colleagues too. */
export const agendaFilter = z.object({
  day: z.iso.date().optional().catch(undefined),
  view: z.enum(AGENDA_VIEWS).default('day').catch('day'),
  all: z.literal('1').optional().catch(undefined),
})
export type AgendaView = (typeof AGENDA_VIEWS)[number]
