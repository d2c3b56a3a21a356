import { z } from 'zod'
import { firmFilter } from '@/lib/firms/schema'

const count = (min: number, max: number) => z.coerce.number('required').int().min(min).max(max)
const day = z.iso.date('required')

/** Rules for calling, with the values they start with: hours, attempts, minutes of a lease, months, minutes of a visit. */
export const callingRules = {
  noAnswerHours: count(1, 72).default(4),
  busyHours: count(1, 72).default(1),
  maxAttempts: count(1, 20).default(5),
  leaseMinutes: count(5, 240).default(30),
  coolOffMonths: count(0, 60).default(12),
  visitMinutes: count(5, 480).default(45),
}
export const RULE_NAMES = Object.keys(callingRules) as (keyof typeof callingRules)[]

const facts = {
  id: z.uuid(),
  name: z.string('required').trim().min(1, 'required').max(120, 'tooLong'),
  startsOn: day,
  endsOn: day,
  /** Firms to speak with, and to visit. */
  targetCalls: count(0, 1_000_000),
  targetVisits: count(0, 1_000_000),
  ...callingRules,
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

/** Which firms a campaign is made for: the firm filter without what belongs to a list on the screen. */
export function chosenFirms(parameters: Record<string, unknown>) {
  return firmFilter.parse({ ...parameters, after: undefined, doNotContact: undefined })
}

export const newCampaign = z
  .object({ ...facts, promoterIds: z.array(z.uuid()).min(1, 'promoterNeeded'), filter: filterText })
  .refine(forwards, backwards)
export type NewCampaign = z.output<typeof newCampaign>

export const campaignChange = z.object({ ...facts, version: count(0, 1_000_000_000) }).refine(forwards, backwards)
export type CampaignChange = z.output<typeof campaignChange>

export const campaignRef = z.object({ campaignId: z.uuid() })
export const extension = z.object({ campaignId: z.uuid(), endsOn: day })
export const membership = z.object({ campaignId: z.uuid(), userId: z.uuid() })
