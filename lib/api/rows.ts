import { z } from 'zod'
import {
  AtecoVersion,
  CallOutcome,
  DigitalLevel,
  FollowUp,
  NeedPriority,
  NeedStatus,
  RegisterStatus,
  SizeClass,
  VisitInterest,
  VisitPlace,
} from '@/prisma/client/enums'

/** What leaves by the API. Rows are parsed by these before they go out: a column not named here cannot leave. */
const instant = z.preprocess((raw) => (raw instanceof Date ? raw.toISOString() : raw), z.iso.datetime())
const id = z.uuid()
const text = z.string().nullable()

const place = { municipalityCode: text.describe('ISTAT code.'), municipality: text }
const sector = { sectorId: id, sector: z.string().describe('Code.'), sectorIt: z.string(), sectorEn: z.string() }
/** The firm as it was that day. */
const snapshot = {
  ...sector,
  ...place,
  sizeClass: z.enum(SizeClass),
  young: z.boolean(),
  female: z.boolean(),
  foreign: z.boolean(),
}
const PERSONAL = 'Only with the scope `personal`, and never of a firm that must not be contacted.'

export const firmRow = z.object({
  id,
  taxCode: text.describe('Codice fiscale. Of a natural person only with the scope `personal`: it tells the birthday.'),
  vat: text.describe('Partita IVA.'),
  reaProvince: text,
  reaNumber: text,
  name: z.string(),
  legalForm: text.describe('InfoCamere code.'),
  status: z.enum(RegisterStatus),
  registeredOn: z.iso.date().nullable(),
  startedOn: z.iso.date().nullable(),
  ceasedOn: z.iso.date().nullable(),
  ateco: text,
  atecoVersion: z.enum(AtecoVersion).nullable(),
  ...snapshot,
  province: text,
  address: text,
  postcode: text,
  employeesDependent: z.int().nullable(),
  employeesIndependent: z.int().nullable(),
  artisan: z.boolean(),
  digitalLevel: z.enum(DigitalLevel).nullable(),
  doNotContact: z.boolean(),
  pec: text.optional().describe(PERSONAL),
  email: text.optional().describe(PERSONAL),
  website: text,
  phones: z.array(z.string()).optional().describe(`E.164. ${PERSONAL}`),
  contacts: z
    .array(z.object({ name: z.string(), role: text, phone: text, email: text }))
    .optional()
    .describe(PERSONAL),
  updatedAt: instant,
})

const deed = {
  id,
  firmId: id,
  campaignId: id,
  promoterId: id,
  at: instant,
}
export const callRow = z.object({
  ...deed,
  seconds: z.int().nullable(),
  outcome: z.enum(CallOutcome),
  callbackAt: instant.nullable(),
  digitalLevel: z.enum(DigitalLevel).nullable(),
  ...snapshot,
  phone: text.optional().describe(`The number dialled. ${PERSONAL}`),
  updatedAt: instant,
})

const answer = z.boolean().nullable()
export const visitRow = z.object({
  ...deed,
  minutes: z.int().nullable(),
  place: z.enum(VisitPlace),
  digitalLevel: z.enum(DigitalLevel).nullable(),
  digitalTools: z.array(z.string()),
  digitalObstacle: text,
  interest: z.enum(VisitInterest).nullable(),
  followUp: z.enum(FollowUp),
  services: z.array(z.object({ service: z.string(), knownBefore: answer, usedBefore: answer, interested: answer })),
  ...snapshot,
  updatedAt: instant,
})

export const needRow = z.object({
  id,
  firmId: id,
  firm: z.string().describe('Name.'),
  ...place,
  campaignId: id.nullable(),
  needTypeId: id,
  need: z.string().describe('Code of the type.'),
  needIt: z.string(),
  needEn: z.string(),
  priority: z.enum(NeedPriority),
  status: z.enum(NeedStatus),
  officeIt: text,
  officeEn: text,
  callId: id.nullable(),
  visitId: id.nullable(),
  recordedAt: instant,
  takenUpAt: instant.nullable(),
  closedAt: instant.nullable(),
  dueOn: z.iso.date().nullable(),
  words: text.optional().describe("The firm's own words. Only with the scope `personal`."),
  updatedAt: instant,
})

export type FirmRow = z.output<typeof firmRow>
export type NeedRow = z.output<typeof needRow>
