import { z } from 'zod'

const clearable = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'tooLong')
    .optional()
    .transform((text) => text || null)

const mailbox = clearable(160)
  .refine((email) => email === null || z.email().safeParse(email).success, 'emailFormat')
  .transform((email) => email?.toLowerCase() ?? null)

const headcount = z.preprocess(
  (raw) => (raw === '' || raw === undefined ? null : raw),
  z.coerce.number('countFormat').int('countFormat').min(0, 'countFormat').max(500_000, 'countFormat').nullable(),
)

const WEBSITE = /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i

/** What a person may correct about a firm; emptying a field is a correction too. */
export const firmCorrection = z.object({
  firmId: z.uuid(),
  version: z.coerce.number().int().min(0),
  /** What the form showed when it was opened: only fields that it showed, and that differ from it, are written. */
  was: z.record(z.string(), z.string().nullable()),
  name: clearable(200),
  email: mailbox,
  pec: mailbox,
  website: clearable(200).refine((url) => url === null || WEBSITE.test(url), 'websiteFormat'),
  address: clearable(200),
  postcode: clearable(5).refine((code) => code === null || /^\d{5}$/.test(code), 'postcodeFormat'),
  municipalityCode: clearable(6).refine((code) => code === null || /^\d{6}$/.test(code), 'invalidField'),
  employeesDependent: headcount,
  employeesIndependent: headcount,
})
export type FirmCorrection = z.output<typeof firmCorrection>

export const correctionUndo = z.object({ firmId: z.uuid(), field: z.string() })

/** One correction, or all of those that were shown: what an import moved after `seen` is not decided unseen. */
export const decision = z.object({
  firmId: z.uuid().optional(),
  field: z.string().max(40).optional(),
  seen: z.coerce.date(),
})
export type Decision = z.output<typeof decision>

export const decisionPage = z.object({ after: z.string().max(80).catch('').default('') })
