import { z } from 'zod'
import { DAY_PARTS, RULE_DEFAULTS, type RuleName } from '@/lib/calling-rules/rules'
import { readCodes, WAYS } from '@/lib/campaigns/rules'
import { STRATIFIERS } from '@/lib/draws/rules'
import { drawDesign, seed } from '@/lib/draws/schema'
import { firmFilter } from '@/lib/firms/schema'
import { OPPOSITION_RULES } from '@/lib/oppositions/rules'
import { DayPart } from '@/prisma/client/enums'

/** An empty field is missing, not zero. */
const count = (min: number, max: number) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), z.coerce.number('required').int().min(min).max(max))
const day = z.iso.date('required')

const rule = (name: RuleName, min: number, max: number) => count(min, max).default(RULE_DEFAULTS[name])

const callingRules = {
  noAnswerHours: rule('noAnswerHours', 1, 72),
  busyHours: rule('busyHours', 1, 72),
  maxAttempts: rule('maxAttempts', 1, 20),
  leaseMinutes: rule('leaseMinutes', 5, 240),
  coolOffMonths: rule('coolOffMonths', 0, 60),
  visitMinutes: rule('visitMinutes', 5, 480),
}

/** A switch of a form, or what a program says. */
const on = z.union([z.boolean(), z.stringbool({ truthy: ['on', 'true'], falsy: ['off', 'false'] })])

const callingHours = {
  officeHours: on.default(true),
  saturdays: on.default(false),
  dayParts: z
    .array(z.enum(DayPart))
    .min(1, 'dayPartNeeded')
    .default([...DAY_PARTS]),
}

const facts = {
  id: z.uuid(),
  name: z.string('required').trim().min(1, 'required').max(120, 'tooLong'),
  startsOn: day,
  endsOn: day,
  /** Firms to speak with, and to visit. */
  targetCalls: count(0, 1_000_000),
  targetVisits: count(0, 1_000_000),
  ...callingRules,
  ...callingHours,
}

type Period = { startsOn: string; endsOn: string }
const forwards = (period: Period) => period.endsOn >= period.startsOn
const backwards = { path: ['endsOn'], message: 'periodBackwards' }

/** The filter as the address of the page holds it: `sector=…&municipality=…`. */
const filterText = z
  .string()
  .max(5000)
  .default('')
  .transform((query) => chosenFirms(Object.fromEntries(new URLSearchParams(query))))

/** Tax codes as somebody pasted them: what can be read as one, each once. */
const codeText = z
  .string()
  .max(2_000_000, 'tooLong')
  .transform((text) => readCodes(text).codes)
  .refine((codes) => codes.length > 0, 'codesNeeded')

/** Which firms a campaign is made for: the firm filter without what belongs to a list on the screen. */
export function chosenFirms(parameters: Record<string, unknown>) {
  return firmFilter.parse({ ...parameters, after: undefined, doNotContact: undefined })
}

/** What the address of the form says: which firms, in what way, by what strata, after how many months of rest. */
export function askedFrom(parameters: Record<string, unknown>) {
  const { way, strata = 'sector', coolOff, opposition } = parameters
  const wished = String(strata).split(',')
  return {
    filter: chosenFirms(parameters),
    way: z.enum(WAYS).catch('drawn').parse(way),
    by: STRATIFIERS.filter((one) => wished.includes(one)).filter((one, _, all) => {
      return one !== 'province' || !all.includes('municipality')
    }),
    opposition: z.enum(OPPOSITION_RULES).catch('off').parse(opposition),
    coolOffMonths: rule('coolOffMonths', 0, 60).catch(RULE_DEFAULTS.coolOffMonths).parse(coolOff),
  }
}

export const codesCheck = z.object({ codes: z.string().max(2_000_000, 'tooLong'), coolOffMonths: count(0, 60) })

const anySeed = () => 1 + Math.floor(Math.random() * 2_147_483_646)

export const newCampaign = z
  .object({
    ...facts,
    promoterIds: z.array(z.uuid()).min(1, 'promoterNeeded'),
    filter: filterText,
    /** Pasted tax codes, instead of a filter. */
    codes: codeText.optional(),
    /** Without it all firms are listed. */
    draw: drawDesign.optional(),
    seed: seed.default(anySeed),
    opposition: z.enum(OPPOSITION_RULES).default('off'),
  })
  .refine(forwards, backwards)
export type NewCampaign = z.output<typeof newCampaign>

export const campaignChange = z.object({ ...facts, version: count(0, 1_000_000_000) }).refine(forwards, backwards)
export type CampaignChange = z.output<typeof campaignChange>

export const campaignRef = z.object({ campaignId: z.uuid() })
export const extension = z.object({ campaignId: z.uuid(), endsOn: day })
export const membership = z.object({ campaignId: z.uuid(), userId: z.uuid() })
export const promoterShare = membership.extend({
  sectorIds: z.array(z.uuid()).max(200),
  municipalityCodes: z.array(z.string().regex(/^\d{6}$/)).max(1000),
})
