import { z } from 'zod'
import { DEFAULT_CALENDAR } from '@/lib/calendar/rules'
import { type ChamberSettings, feastFrom, hoursFrom } from '@/lib/chamber/rules'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const span = z.object({ from: clock, to: clock })
const week = z
  .array(z.array(span))
  .length(7)
  .refine((days) => days.some((hours) => hours.length))

/** What is stored under `chamber`: anything missing or unreadable is as it starts. */
const stored = z.object({
  name: z.string().min(1).catch('Camera di Commercio'),
  patron: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .nullable()
    .catch(DEFAULT_CALENDAR.patron),
  week: week.catch(DEFAULT_CALENDAR.week),
  perPromoterFigures: z.boolean().catch(false),
  uploadDays: z.int().min(1).max(365).catch(30),
})

/** The row of `setting` that holds the Chamber's settings. */
export const CHAMBER = 'chamber'

/** The settings in that row; anything missing or unreadable is as it starts. */
export function settingsFrom(value: unknown): ChamberSettings {
  const known = typeof value === 'object' && value !== null ? value : {}
  return stored.parse(known)
}

const hours = z
  .string()
  .optional()
  .transform((text, context) => {
    const spans = hoursFrom(text ?? '')
    if (!spans) context.addIssue('hoursFormat')
    return spans ?? []
  })

const feast = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text?.trim()) return null
    const patron = feastFrom(text)
    if (!patron) context.addIssue('feastFormat')
    return patron
  })

/** What the settings form sends; hours and the saint's day as they were typed. */
export const chamberChange = z.object({
  version: z.coerce.number().int(),
  name: z.string('required').trim().min(1, 'required').max(100, 'tooLong'),
  patron: feast,
  week: z
    .array(hours)
    .length(7)
    .refine((days) => days.some((spans) => spans.length), 'weekEmpty'),
  perPromoterFigures: z.stringbool({ truthy: ['on', 'true'], falsy: ['off', 'false'] }).default(false),
  uploadDays: z.coerce.number('countFormat').int('countFormat').min(1, 'uploadDaysRange').max(365, 'uploadDaysRange'),
})
export type ChamberChange = z.output<typeof chamberChange>
