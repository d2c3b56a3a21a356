import { z } from 'zod'
import { minutesInput, overlapInput } from '@/lib/appointments/schema'
import { OUTCOMES } from '@/lib/calls/rules'
import { contactInput } from '@/lib/firms/schema'
import { needInput } from '@/lib/needs/schema'
import { DigitalLevel } from '@/prisma/client/enums'

const LONGEST_CALL_SECONDS = 4 * 3600

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'tooLong')
    .transform((words) => words || undefined)
    .optional()

export const appointmentInput = z.object({
  id: z.uuid(),
  startsAt: z.coerce.date('required'),
  minutes: minutesInput,
  visitorId: z.uuid('required'),
  note: text(500),
  overlapAccepted: overlapInput,
  /** When the caller wants to hear that it still holds. */
  confirmAt: z.coerce.date().optional(),
})

/** What a call leaves behind. The browser makes the ids; `version` is the assignment's, as it was shown. */
export const callInput = z
  .object({
    id: z.uuid(),
    assignmentId: z.uuid(),
    version: z.coerce.number().int().min(0),
    outcome: z.enum(OUTCOMES, 'outcomeMissing'),
    /** The number dialled, E.164. */
    phone: z
      .string()
      .regex(/^\+\d{6,15}$/)
      .optional(),
    seconds: z.coerce.number().int().min(0).max(LONGEST_CALL_SECONDS).optional(),
    contactId: z.uuid().optional(),
    contact: contactInput.optional(),
    callbackAt: z.coerce.date().optional(),
    /** For no answer and busy: the caller's own choice of the next try. */
    retryAt: z.coerce.date().optional(),
    appointment: appointmentInput.optional(),
    needs: z.array(needInput).max(30).default([]),
    digitalLevel: z.enum(DigitalLevel).optional(),
    note: text(2000),
    /** Why the firm does not want to be contacted. */
    reason: text(300),
  })
  .superRefine((call, context) => {
    const missing = missingFor(call)
    if (missing) context.addIssue({ code: 'custom', path: [missing.field], message: missing.message })
  })
export type CallInput = z.output<typeof callInput>
/** As the browser sends it. */
export type CallTyped = z.input<typeof callInput>

type Said = Pick<CallInput, 'outcome' | 'callbackAt' | 'appointment' | 'digitalLevel' | 'reason' | 'phone'>

/** What this outcome cannot do without. */
export function missingFor(call: Partial<Said>): { field: keyof Said; message: string } | null {
  const { outcome } = call
  if (outcome === 'appointment' && !call.appointment) return { field: 'appointment', message: 'slotMissing' }
  if (outcome === 'interviewed' && !call.digitalLevel) return { field: 'digitalLevel', message: 'digitalMissing' }
  if (outcome === 'callback' && !call.callbackAt) return { field: 'callbackAt', message: 'callbackMissing' }
  if (outcome === 'do_not_contact' && !call.reason) return { field: 'reason', message: 'stopReasonMissing' }
  if (outcome === 'wrong_number' && !call.phone) return { field: 'phone', message: 'phoneMissing' }
  return null
}

export const campaignRef = z.object({ campaignId: z.uuid() })
export const assignmentRef = z.object({ assignmentId: z.uuid() })
