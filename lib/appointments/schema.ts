import { z } from 'zod'

const id = z.uuid()
const version = z.coerce.number().int().min(0)
const day = z.iso.date('required')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeNeeded')
const reason = z.string().trim().min(1, 'required').max(300, 'tooLong')

/** Visits last from a quarter of an hour to a working day, in minutes. */
export const minutesInput = z.coerce.number().int().min(5).max(480)

/** Day and time as typed: Italian time. */
export const moveAppointmentInput = z.object({ id, version, day, time, minutes: minutesInput })
export type MoveAppointmentInput = z.output<typeof moveAppointmentInput>

export const CANCELLERS = ['firm', 'chamber'] as const
export const cancelAppointmentInput = z.object({ id, version, by: z.enum(CANCELLERS), reason })
export type CancelAppointmentInput = z.output<typeof cancelAppointmentInput>

export const missAppointmentInput = z.object({ id, version, note: z.string().trim().max(300, 'tooLong').optional() })
export type MissAppointmentInput = z.output<typeof missAppointmentInput>
