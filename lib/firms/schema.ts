import { z } from 'zod'
import { STOP_CHANNELS } from '@/lib/firms/rules'
import { AgeBand, RegisterStatus, SizeClass } from '@/prisma/client/enums'

/** Several values in one parameter, `a,b`; one that cannot be is left out, so that no address can break the page. */
const several = <T extends z.ZodType<string>>(value: T) =>
  z.preprocess(
    (raw) => (Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',') : []),
    z.array(z.unknown()).transform((list) => list.flatMap((one) => value.safeParse(one).data ?? [])),
  )

const flag = z.preprocess((raw) => raw === true || raw === '1' || raw === 'true' || raw === 'yes', z.boolean())

/** Which firms: the same from the address of the list, from a campaign's form and from its stored filter. */
export const firmFilter = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  sector: several(z.uuid()),
  municipality: several(z.string().regex(/^\d{6}$/)),
  size: several(z.enum(SizeClass)),
  young: flag,
  female: flag,
  foreign: flag,
  status: z.enum(RegisterStatus).optional().catch(undefined),
  contacted: z.enum(['yes', 'no']).optional().catch(undefined),
  /** Where `contacted` looks; without it, in every campaign. */
  campaign: z.uuid().optional().catch(undefined),
  doNotContact: flag,
  /** Last row of the page before: its search name, a dot, its id. */
  after: z
    .string()
    .regex(/^[a-z0-9]*\.[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
})
export type FirmFilter = z.output<typeof firmFilter>

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'tooLong')
    .transform((text) => text || undefined)
    .optional()

/** A person at a firm; phone and e-mail are kept as typed, within reason. */
export const contactInput = z.object({
  id: z.uuid(),
  name: z.string('required').trim().min(1, 'required').max(120, 'tooLong'),
  role: optionalText(80),
  phone: optionalText(40).refine((phone) => !phone || /^\+?[\d\s./()-]{6,}$/.test(phone), 'phoneFormat'),
  email: optionalText(160).refine((email) => !email || z.email().safeParse(email).success, 'emailFormat'),
  ageBand: z.preprocess((raw) => (raw === '' || raw === 'none' ? undefined : raw), z.enum(AgeBand).optional()),
})
export type ContactInput = z.output<typeof contactInput>

export const stopContactingInput = z.object({
  firmId: z.uuid(),
  reason: z.string('required').trim().min(1, 'required').max(300, 'tooLong'),
  channel: z.enum(STOP_CHANNELS, 'required'),
})
export const readmitInput = z.object({
  firmId: z.uuid(),
  reason: z.string('required').trim().min(1, 'required').max(300, 'tooLong'),
})
