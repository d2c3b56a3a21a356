import { z } from 'zod'
import { OUTCOMES } from '@/lib/calls/rules'
import { appointmentInput, missingFor } from '@/lib/calls/schema'
import { DigitalLevel } from '@/prisma/client/enums'

/** What a call turns out to have been; the details are those the new outcome asks for, as when it is logged. */
export const outcomeCorrection = z
  .object({
    callId: z.uuid(),
    outcome: z.enum(OUTCOMES, 'outcomeMissing'),
    phone: z
      .string()
      .regex(/^\+\d{6,15}$/)
      .optional(),
    callbackAt: z.coerce.date().optional(),
    appointment: appointmentInput.optional(),
    digitalLevel: z.enum(DigitalLevel).optional(),
    reason: z
      .string()
      .trim()
      .max(300, 'tooLong')
      .transform((words) => words || undefined)
      .optional(),
  })
  .superRefine((call, context) => {
    const missing = missingFor(call)
    if (missing) context.addIssue({ code: 'custom', path: [missing.field], message: missing.message })
  })
export type OutcomeCorrection = z.output<typeof outcomeCorrection>
