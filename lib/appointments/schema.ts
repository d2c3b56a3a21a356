import { z } from 'zod'
import { LONGEST_MINUTES } from '@/lib/appointments/rules'

const id = z.uuid()
const version = z.coerce.number().int().min(0)
const day = z.iso.date('required')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeNeeded')
const reason = z.string().trim().min(1, 'required').max(300, 'tooLong')

/** Visits last from a quarter of an hour to a working day, in minutes. */
export const minutesInput = z.coerce.number().int().min(5).max(LONGEST_MINUTES)

/** The person was told that the visitor has another visit then, and wants it so. */
export const overlapInput = z.boolean().optional()

/** Day and time as typed: Italian time. Without a `visitorId` the visitor stays. */
export const moveAppointmentInput = z.object({
  id,
  version,
  day,
  time,
  minutes: minutesInput,
  visitorId: z.uuid().optional(),
  overlapAccepted: overlapInput,
})
export type MoveAppointmentInput = z.output<typeof moveAppointmentInput>

export const confirmAppointmentInput = z.object({ id, version })
export type ConfirmAppointmentInput = z.output<typeof confirmAppointmentInput>

export const CANCELLERS = ['firm', 'chamber'] as const
export const cancelAppointmentInput = z.object({ id, version, by: z.enum(CANCELLERS), reason })
export type CancelAppointmentInput = z.output<typeof cancelAppointmentInput>

export const missAppointmentInput = z.object({ id, version, note: z.string().trim().max(300, 'tooLong').optional() })
export type MissAppointmentInput = z.output<typeof missAppointmentInput>
