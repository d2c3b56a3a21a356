import { addWorkingDays, DEFAULT_CALENDAR, type WorkingCalendar, workingDaysBetween } from '@/lib/calendar/rules'
import { addDays } from '@/lib/today/rules'

/** Firms of a stratum, a sector or a whole campaign, each once. */
export type FieldCounts = {
  /** Called or to be called: reserves only once they are called in. */
  drawn: number
  tried: number
  contacted: number
  /** Said no, or to be left alone, when spoken with. */
  refused: number
  /** Never spoken with in all attempts, or under no number. */
  unreached: number
  visited: number
  /** Reserves not yet called in. */
  reserves: number
  /** In AAPOR's terms, of the firms tried: I, P, R, O, and NC with UH and UO; see decision 022. */
  interviews: number
  partial: number
  refusals: number
  other: number
  notContacted: number
}
export type FieldCount = keyof FieldCounts

/** One of AAPOR's rates: the part, and what it is a part of. */
export type FieldRate = { of: number; n: number }

/**
 * Contact rate CON1 = (I + P + R + O) / (I + P + R + O + NC + UH + UO); co-operation rate COOP1 = I / (I + P + R + O);
 * refusal rate REF1 = R / (I + P + R + O + NC + UH + UO). Firms not yet tried and firms that ceased are in none.
 * Source: AAPOR, Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys, 10th ed. (2023).
 */
export function fieldRates(counts: FieldCounts): Record<'contact' | 'cooperation' | 'refusal', FieldRate> {
  const { interviews, partial, refusals, other, notContacted } = counts
  const spoken = interviews + partial + refusals + other
  const all = spoken + notContacted
  return {
    contact: { n: spoken, of: all },
    cooperation: { n: interviews, of: spoken },
    refusal: { n: refusals, of: all },
  }
}

export function added(rows: FieldCounts[]): FieldCounts {
  const sum = (name: FieldCount) => rows.reduce((all, row) => all + row[name], 0)
  return {
    ...{ drawn: sum('drawn'), tried: sum('tried'), contacted: sum('contacted'), refused: sum('refused') },
    ...{ unreached: sum('unreached'), visited: sum('visited'), reserves: sum('reserves') },
    ...{ interviews: sum('interviews'), partial: sum('partial'), refusals: sum('refusals'), other: sum('other') },
    notContacted: sum('notContacted'),
  }
}

/** The pace is that of the last four weeks. */
export const PACE_DAYS = 28
/** Fewer working days than that make no pace. */
export const FEWEST_DAYS = 5
/** Beyond so many working days a date would only pretend to be one. */
const FARTHEST = 750

/** The days the pace is measured on: whole ones, before today, at most four weeks, none before the campaign. */
export function paceSpan(startsOn: string, today: string): { from: string; until: string } {
  const earliest = addDays(today, -PACE_DAYS)
  return { from: startsOn > earliest ? startsOn : earliest, until: addDays(today, -1) }
}

export type Forecast =
  | { kind: 'reached' | 'noTarget' | 'tooEarly' | 'nothing' | 'tooFar' }
  /** Fewer firms are left than the target still needs. */
  | { kind: 'tooFew'; left: number; missing: number }
  | { kind: 'date'; day: string; perDay: number; inTime: boolean }

type Pace = {
  target: number
  /** So far, and within the days the pace is measured on. */
  done: number
  lately: number
  /** Firms that may still add to it; null where that is not known. */
  left: number | null
  startsOn: string
  endsOn: string
  today: string
}

/** When a target will be met at the pace of the last four weeks, counted in working days. */
export function forecast(pace: Pace, calendar: WorkingCalendar = DEFAULT_CALENDAR): Forecast {
  const { target, done, lately, left, startsOn, endsOn, today } = pace
  if (!target) return { kind: 'noTarget' }
  const missing = target - done
  if (missing <= 0) return { kind: 'reached' }
  if (left !== null && left < missing) return { kind: 'tooFew', left, missing }
  const { from, until } = paceSpan(startsOn, today)
  const days = until < from ? 0 : workingDaysBetween(addDays(from, -1), until, calendar)
  if (days < FEWEST_DAYS) return { kind: 'tooEarly' }
  if (!lately) return { kind: 'nothing' }
  const perDay = lately / days
  const needed = Math.ceil(missing / perDay)
  if (needed > FARTHEST) return { kind: 'tooFar' }
  const day = addWorkingDays(until, needed, calendar)
  return { kind: 'date', day, perDay, inTime: day <= endsOn }
}

/** Working days of the period, those that are over (before today), and those left, today included. */
export function workingDaysOf(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  today: string,
  calendar: WorkingCalendar = DEFAULT_CALENDAR,
): { all: number; used: number; left: number } {
  const before = addDays(startsOn, -1)
  const all = workingDaysBetween(before, endsOn, calendar)
  const yesterday = addDays(today, -1)
  const used = today <= startsOn ? 0 : workingDaysBetween(before, yesterday < endsOn ? yesterday : endsOn, calendar)
  return { all, used, left: all - used }
}
