import {
  DEFAULT_CALENDAR,
  isHoliday,
  isWorkingDay,
  isWorkingMoment,
  type Span,
  type WorkingCalendar,
} from '@/lib/calendar/rules'
import { afterCall, type CampaignRules, dayPartOf } from '@/lib/calls/rules'
import { addDays, clockOf, dayOf, momentOf, weekOf } from '@/lib/today/rules'
import type { DayPart } from '@/prisma/client/enums'

/** When a campaign's list comes up: in the Chamber's hours or at any, on Saturdays, in which parts of the day. */
export type CallingHours = { officeHours: boolean; saturdays: boolean; dayParts: DayPart[] }

/** Where the Chamber is closed on Saturdays and the campaign calls all the same. */
const SATURDAY = { from: '09:00', to: '13:00' }

const isSaturday = (day: string) => weekOf(day)[5] === day

/** Firms of the list may be called at that moment. A callback somebody promised is not bound by it. */
export function isCallingMoment(at: Date, hours: CallingHours, calendar: WorkingCalendar = DEFAULT_CALENDAR): boolean {
  if (!hours.dayParts.includes(dayPartOf(at))) return false
  if (!hours.officeHours || isWorkingMoment(at, calendar)) return true
  const [day, clock] = [dayOf(at), clockOf(at)]
  const extra = hours.saturdays && isSaturday(day) && !isHoliday(day, calendar) && !isWorkingDay(day, calendar)
  return extra && SATURDAY.from <= clock && clock < SATURDAY.to
}

const REACHES: Record<DayPart, (span: Span) => boolean> = {
  morning: ({ from }) => from < '13:00',
  afternoon: ({ from, to }) => from < '17:00' && to > '13:00',
  evening: ({ to }) => to > '17:00',
}

/** Parts of the day that the campaign's hours ever come to: a firm is not put off to one that never comes. */
export function partsReached(hours: CallingHours, { week }: WorkingCalendar = DEFAULT_CALENDAR): DayPart[] {
  if (!hours.officeHours) return hours.dayParts
  const spans = [...week.flat(), ...(hours.saturdays ? [SATURDAY] : [])]
  return hours.dayParts.filter((part) => spans.some(REACHES[part]))
}

/** Spans and parts of the day begin at full quarters of an hour. */
const QUARTERS = Array.from({ length: 96 }, (_, at) => {
  return `${String(Math.floor(at / 4)).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')}`
})
/** Longer than any row of holidays. */
const DAYS_AHEAD = 31

/** `from` itself where firms may be called, else the next quarter of an hour that allows it; null within a month. */
export function nextCallingMoment(
  from: Date,
  hours: CallingHours,
  calendar: WorkingCalendar = DEFAULT_CALENDAR,
): Date | null {
  if (isCallingMoment(from, hours, calendar)) return from
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = addDays(dayOf(from), ahead)
    if (hours.officeHours && !isWorkingDay(day, calendar) && !(hours.saturdays && isSaturday(day))) continue
    const moments = QUARTERS.map((clock) => momentOf(day, clock))
    const found = moments.find((moment) => moment > from && isCallingMoment(moment, hours, calendar))
    if (found) return found
  }
  return null
}

/** Where a campaign calls at any hour, somebody sits at the desk in these. */
const DESK_DAY = { from: '09:00', to: '19:00' }

/**
 * When a firm that did not answer comes up again, as told to the caller: the first moment that the campaign's rules and
 * hours and the Chamber's calendar allow.
 */
export function nextTry(
  at: Date,
  outcome: 'no_answer' | 'busy',
  rules: CampaignRules & CallingHours,
  calendar: WorkingCalendar = DEFAULT_CALENDAR,
): Date {
  const never = { attempts: 0, contactedAt: null, stillReachable: true }
  const dayParts = partsReached(rules, calendar)
  const endless = { ...rules, dayParts, maxAttempts: Number.POSITIVE_INFINITY }
  const { notBefore, avoidDayPart } = afterCall(never, { outcome, at, userId: '' }, endless)
  const from = notBefore ?? at
  const week = rules.officeHours ? calendar.week : calendar.week.map((spans) => (spans.length ? [DESK_DAY] : []))
  const hours = { ...rules, officeHours: true, dayParts: dayParts.filter((part) => part !== avoidDayPart) }
  return nextCallingMoment(from, hours, { ...calendar, week }) ?? from
}
