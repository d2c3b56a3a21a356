import {
  DEFAULT_CALENDAR,
  hoursOf,
  isWorkingDay,
  nextWorkingDay,
  nextWorkingMoment,
  nextWorkingMorning,
  previousWorkingDay,
  type WorkingCalendar,
} from '@/lib/calendar/rules'
import { addDays, clockOf, dayOf, momentOf } from '@/lib/today/rules'
import type { AssignmentState, CallOutcome, DayPart } from '@/prisma/client/enums'

/** How a call can end, in the order of keys 1–9. */
export const OUTCOMES = [
  'appointment',
  'interviewed',
  'callback',
  'no_answer',
  'busy',
  'wrong_number',
  'refused',
  'do_not_contact',
  'ceased',
] as const satisfies CallOutcome[]

/** Outcomes with somebody on the line. */
export const SPOKEN: CallOutcome[] = ['appointment', 'interviewed', 'callback', 'refused', 'do_not_contact']

/** Somebody there was spoken with: the firm counts as contacted. */
export const isSpoken = (outcome: CallOutcome): boolean => SPOKEN.includes(outcome)

/** States from which a firm can be called; all others are finished or waiting for a visit. */
export const CALLABLE: AssignmentState[] = ['to_call', 'callback', 'unreached', 'unreachable']

/** A callback comes to the top of its caller's queue this long before its time. */
export const CALLBACK_AHEAD_MINUTES = 5
/** A skipped firm stays away for so long. */
export const SKIP_MINUTES = 10

const HOUR = 3_600_000
const MINUTE = 60_000

/**
 * In these a reserve of the same stratum takes the firm's place: nobody was there to ask. A refusal is an answer, and
 * trading it for another firm's would bend the sample.
 */
export const isReplaced = (state: AssignmentState): boolean => ['unreached', 'unreachable', 'ceased'].includes(state)

export const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE)

/** Rome time: morning before 13, afternoon before 17, evening after. */
export function dayPartOf(at: Date): DayPart {
  const clock = clockOf(at)
  if (clock < '13:00') return 'morning'
  return clock < '17:00' ? 'afternoon' : 'evening'
}

/**
 * Callbacks agreed for this moment or earlier have passed by a working day and belong to everybody. On a day off the
 * clock of the last working day has run to its end.
 */
export function lapseLimit(now: Date, calendar: WorkingCalendar): Date {
  const day = dayOf(now)
  const before = previousWorkingDay(day, calendar)
  return isWorkingDay(day, calendar) ? momentOf(before, clockOf(now)) : momentOf(before, '00:00')
}

type Before = { attempts: number; contactedAt: Date | null; stillReachable: boolean }
type Ended = { outcome: CallOutcome; at: Date; userId: string; callbackAt?: Date; retryAt?: Date }
/** `dayParts`: those in which the campaign calls, all of them where nothing is said. */
export type CampaignRules = { noAnswerHours: number; busyHours: number; maxAttempts: number; dayParts?: DayPart[] }

export type AssignmentAfter = {
  state: AssignmentState
  attempts: number
  contactedAt: Date | null
  notBefore: Date | null
  avoidDayPart: DayPart | null
  callbackAt: Date | null
  callbackUserId: string | null
}

/**
 * What an outcome does to the assignment (table in DESIGN §3). `stillReachable`: a number is left once the dialled one
 * is struck. A busy line is tried again after its hours whatever the part of the day: somebody is there now.
 * `retryAt`: the caller chose the moment, which then counts instead of the campaign's hours.
 */
export function afterCall(before: Before, call: Ended, rules: CampaignRules): AssignmentAfter {
  const { outcome, at } = call
  const attempts = before.attempts + 1
  const contactedAt = before.contactedAt ?? (isSpoken(outcome) ? at : null)
  const still = { attempts, contactedAt, notBefore: null, avoidDayPart: null, callbackAt: null, callbackUserId: null }
  if (outcome === 'callback') {
    return { ...still, state: 'callback', callbackAt: call.callbackAt ?? null, callbackUserId: call.userId }
  }
  if (outcome === 'wrong_number') return { ...still, state: before.stillReachable ? 'to_call' : 'unreachable' }
  if (outcome !== 'no_answer' && outcome !== 'busy') return { ...still, state: outcome }
  if (attempts >= rules.maxAttempts) return { ...still, state: 'unreached' }
  if (call.retryAt) return { ...still, state: 'to_call', notBefore: call.retryAt }
  const hours = outcome === 'busy' ? rules.busyHours : rules.noAnswerHours
  const part = dayPartOf(at)
  const elsewhen = !rules.dayParts || rules.dayParts.some((other) => other !== part)
  const avoidDayPart = outcome === 'no_answer' && elsewhen ? part : null
  return { ...still, state: 'to_call', notBefore: new Date(at.getTime() + hours * HOUR), avoidDayPart }
}

export type Suggestion = { id: 'hour' | 'lunch' | 'morning' | 'week'; at: Date }

const STEP = 5 * MINUTE
const upToStep = (at: Date) => new Date(Math.ceil(at.getTime() / STEP) * STEP)

/**
 * When people ask to be called again: in an hour (to the next five minutes, at any time of day), after lunch, the next
 * working morning, in a week at about this time. The last three keep to the Chamber's hours; one that falls together
 * with another is left out. The soonest first.
 */
export function suggestedCallbacks(now: Date, calendar: WorkingCalendar = DEFAULT_CALENDAR): Suggestion[] {
  const inAWeek = momentOf(addDays(dayOf(now), 7), clockOf(upToStep(now)))
  const all: Suggestion[] = [
    { id: 'hour', at: upToStep(new Date(now.getTime() + HOUR)) },
    { id: 'lunch', at: afterLunch(now, calendar) },
    { id: 'morning', at: nextWorkingMorning(now, calendar) },
    { id: 'week', at: nextWorkingMoment(inAWeek, calendar) },
  ]
  const apart = all.filter(({ at }, i) => !all.slice(0, i).some((earlier) => earlier.at.getTime() === at.getTime()))
  return apart.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** When the second half of the working day begins, today or on the next day that has one; 14:30 where none ever has. */
function afterLunch(now: Date, calendar: WorkingCalendar): Date {
  let day = dayOf(now)
  for (let ahead = 0; ahead < 14; ahead++) {
    const from = hoursOf(day, calendar)[1]?.from
    const start = from && momentOf(day, from)
    if (start && start > now) return start
    day = nextWorkingDay(day, calendar)
  }
  return momentOf(nextWorkingDay(dayOf(now), calendar), '14:30')
}
