import { nextWorkingDay, type WorkingCalendar } from '@/lib/calendar/rules'
import { addDays, momentOf } from '@/lib/today/rules'
import type { VisitInput } from '@/lib/visits/schema'
import type { NeedPriority } from '@/prisma/client/enums'

/** What a firm already uses; the codes in `Visit.digitalTools`. */
export const DIGITAL_TOOLS = [
  'e_invoicing',
  'pec',
  'digital_signature',
  'management',
  'online_sales',
  'social',
] as const
/** What holds a firm back; the codes in `Visit.digitalObstacle`. */
export const OBSTACLES = ['skills', 'cost', 'time', 'connection', 'not_useful', 'other'] as const
export const NOTE_LIMIT = 2000

/** The day proposed for the next contact: in two weeks, or the first after that on which the Chamber works. */
export const nextContactDay = (visited: string, calendar: WorkingCalendar): string =>
  nextWorkingDay(addDays(visited, 13), calendar)

type Said = { id: string; needTypeId: string; priority: NeedPriority; words?: string | null }
type Shown = {
  serviceId: string
  knownBefore: boolean | null
  usedBefore: boolean | null
  interested: boolean | null
}

/** What a visit says, in one order: two sendings of the same visit have the same content. */
export type VisitContent = ReturnType<typeof contentOf>

/** The columns of a visit that a person fills in. */
export function columnsOf(input: VisitInput) {
  const { day, time, followUp, followUpDay, followUpTime } = input
  return {
    at: momentOf(day, time),
    minutes: input.minutes,
    place: input.place,
    privacyNoticeGiven: input.privacyNoticeGiven,
    invitesConsent: input.invitesConsent,
    digitalLevel: input.digitalLevel,
    digitalTools: [...input.digitalTools].sort(),
    digitalObstacle: input.digitalObstacle,
    interest: input.interest,
    note: input.note || null,
    followUp,
    followUpAt: followUp !== 'none' && followUpDay && followUpTime ? momentOf(followUpDay, followUpTime) : null,
  }
}

/** Everything a person says about a visit, from the form or from the database, without the order it came in. */
export function contentOf(
  columns: Partial<Record<keyof ReturnType<typeof columnsOf>, unknown>>,
  parts: { contactIds: string[]; services: Shown[]; needs: Said[] },
) {
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
  return {
    at: columns.at,
    minutes: columns.minutes,
    place: columns.place,
    privacyNoticeGiven: columns.privacyNoticeGiven,
    invitesConsent: columns.invitesConsent,
    contacts: [...parts.contactIds].sort(),
    services: parts.services
      .map(({ serviceId: id, knownBefore, usedBefore, interested }) => ({ id, knownBefore, usedBefore, interested }))
      .sort(byId),
    needs: parts.needs
      .map(({ id, needTypeId, priority, words }) => ({ id, needTypeId, priority, words: words || null }))
      .sort(byId),
    digitalLevel: columns.digitalLevel,
    digitalTools: columns.digitalTools,
    digitalObstacle: columns.digitalObstacle,
    interest: columns.interest,
    note: columns.note,
    followUp: columns.followUp,
    followUpAt: columns.followUpAt,
  }
}

/** Fields in which two contents differ. */
export function changedFields(before: VisitContent, after: VisitContent): (keyof VisitContent)[] {
  return (Object.keys(before) as (keyof VisitContent)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}

/** A phone's clock may run ahead by this much before a visit counts as not yet made. */
export const CLOCK_SLACK_MINUTES = 15

/** A value as the conflict notice and the timeline show it: moments and short codes as they are, lists as their length. */
export function inWords(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) ? String(value.length) : String(value)
}
