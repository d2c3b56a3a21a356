import { z } from 'zod'
import { NEED_STATUSES, PRIORITIES } from '@/lib/needs/rules'
import { CallOutcome, RegisterStatus, SizeClass } from '@/prisma/client/enums'

/** Several values in one parameter, `a,b`. Unlike on the screens, one that cannot be is an error and not left out. */
const several = <T extends z.ZodType<string, string>>(value: T) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(value).min(1).max(200))
    .optional()

/** Narrows where it is given, as on the screens; there is no way to ask for the contrary. */
const flag = z.enum(['1']).optional()

/** Most rows of one answer. */
export const MOST_ROWS = 500

const paging = {
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(100).describe('Rows in one answer.'),
  cursor: z.string().max(200).optional().describe('`next` of the answer before; everything else stays the same.'),
  updatedSince: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Rows made or changed at or after this instant, for example 2026-06-16T00:00:00Z.'),
}

const campaign = several(z.uuid()).describe('Ids of campaigns.')
const days = {
  from: z.iso.date().optional().describe('First day, in Italy.'),
  to: z.iso.date().optional().describe('Last day, in Italy, included.'),
}
/** What a firm is: on a call or a visit as it was that day. */
const firmIs = {
  sector: several(z.uuid()).describe('Ids of sectors.'),
  municipality: several(z.string().regex(/^\d{6}$/)).describe('ISTAT codes.'),
  size: several(z.enum(SizeClass)),
  young: flag,
  female: flag,
  foreign: flag,
}

export const firmParams = z.strictObject({
  ...paging,
  ...firmIs,
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Name, tax code, VAT, REA or telephone; needs the scope `personal`.'),
  status: z.enum(RegisterStatus).optional(),
  contacted: z.enum(['yes', 'no']).optional(),
  campaign: z.uuid().optional().describe('Where `contacted` looks; without it, in every campaign.'),
  doNotContact: flag,
})
export const callParams = z.strictObject({
  ...paging,
  ...firmIs,
  ...days,
  campaign,
  outcome: several(z.enum(CallOutcome)),
})
export const visitParams = z.strictObject({ ...paging, ...firmIs, ...days, campaign })
export const needParams = z.strictObject({
  ...paging,
  ...days,
  campaign,
  type: several(z.uuid()).describe('Ids of types of need.'),
  office: several(z.uuid()).describe('Ids of offices.'),
  status: several(z.enum(NEED_STATUSES)),
  priority: several(z.enum(PRIORITIES)),
  overdue: flag,
})
/** The filter of the insight page, under the names it has in that page's address. */
const area = several(z.string().regex(/^[A-Z]{2}$/)).describe('Provinces, by their letters.')
const weighted = flag.describe('Shares of the frame of the draw; only where `campaign` is one drawn campaign.')
export const insightParams = z.strictObject({ ...firmIs, area, ...days, campaign, weighted })
export const noParams = z.strictObject({})

export type FirmParams = z.output<typeof firmParams>
export type CallParams = z.output<typeof callParams>
export type VisitParams = z.output<typeof visitParams>
export type NeedParams = z.output<typeof needParams>
export type InsightParams = z.output<typeof insightParams>
