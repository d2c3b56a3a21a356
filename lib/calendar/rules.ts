import { CalendarDate, getDayOfWeek, parseDate } from '@internationalized/date'
import { addDays, clockOf, dayOf, momentOf } from '@/lib/today/rules'

/** Hours of a day on the wall clock in Italy, HH:mm: `from` belongs to them, `to` does not. */
export type Span = { from: string; to: string }

/** When the Chamber works: spans of each day in order, Monday first, and the patron saint's day as MM-DD. */
export type WorkingCalendar = { week: Span[][]; patron: string | null }

const OFFICE_DAY: Span[] = [
  { from: '09:00', to: '13:00' },
  { from: '14:30', to: '18:00' },
]

/** As it starts: Monday to Friday, no patron saint; a Chamber's own is a setting (lib/chamber). */
export const DEFAULT_CALENDAR: WorkingCalendar = {
  week: [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, [], []],
  patron: null,
}

/** Law 260/1949, art. 2, as amended by laws 54/1977 and 336/2000 and by d.P.R. 792/1985. */
const HOLIDAYS = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26']

/** St Francis: law 151/2025 (Gazzetta Ufficiale 236/2025), in force since 1 January 2026. */
const ST_FRANCIS = { day: '10-04', since: 2026 }

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): CalendarDate {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new CalendarDate(year, Math.floor(n / 31), (n % 31) + 1)
}

/** Easter Sunday of a year, as YYYY-MM-DD. */
export const easterSunday = (year: number): string => easter(year).toString()

/** A national holiday, Easter Monday or the patron saint's day; Sundays are a matter of the week. `day`: YYYY-MM-DD. */
export function isHoliday(day: string, { patron }: WorkingCalendar = DEFAULT_CALENDAR): boolean {
  const date = parseDate(day)
  const feast = day.slice(5)
  if (HOLIDAYS.includes(feast) || feast === patron) return true
  if (feast === ST_FRANCIS.day && date.year >= ST_FRANCIS.since) return true
  return easter(date.year).add({ days: 1 }).compare(date) === 0
}

/** Somebody of the Chamber works on that day. */
export function isWorkingDay(day: string, calendar: WorkingCalendar = DEFAULT_CALENDAR): boolean {
  return hoursOf(day, calendar).length > 0
}

/** Working hours of a day; none on a day off. */
export function hoursOf(day: string, calendar: WorkingCalendar = DEFAULT_CALENDAR): Span[] {
  if (isHoliday(day, calendar)) return []
  return calendar.week[getDayOfWeek(parseDate(day), 'it-IT', 'mon')] ?? []
}

/** The first working day after that one. */
export const nextWorkingDay = (day: string, calendar?: WorkingCalendar): string => stepped(day, 1, calendar)

/** The last working day before that one: the Friday before a Monday. */
export const previousWorkingDay = (day: string, calendar?: WorkingCalendar): string => stepped(day, -1, calendar)

/** Throws `RangeError` for a week without a working day, in which no search would end. */
function stepped(day: string, step: 1 | -1, calendar: WorkingCalendar = DEFAULT_CALENDAR): string {
  if (!calendar.week.some((hours) => hours.length)) throw new RangeError('A working week has at least one working day.')
  let found = addDays(day, step)
  while (!isWorkingDay(found, calendar)) found = addDays(found, step)
  return found
}

/** The nth working day after a day (negative: before it); with 0 the day itself, whether it is one or not. */
export function addWorkingDays(day: string, count: number, calendar: WorkingCalendar = DEFAULT_CALENDAR): string {
  let found = day
  for (let left = Math.abs(count); left > 0; left--) found = stepped(found, count > 0 ? 1 : -1, calendar)
  return found
}

/** Working days after `from` up to and with `to`, the way terms are counted; negative where `to` lies before `from`. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar = DEFAULT_CALENDAR): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1
  return count
}

/** Within working hours. */
export function isWorkingMoment(at: Date, calendar: WorkingCalendar = DEFAULT_CALENDAR): boolean {
  const clock = clockOf(at)
  return hoursOf(dayOf(at), calendar).some(({ from, to }) => from <= clock && clock < to)
}

/** `from` itself within working hours, else the moment they begin again: after lunch, in the morning, on Monday. */
export function nextWorkingMoment(from: Date, calendar: WorkingCalendar = DEFAULT_CALENDAR): Date {
  const day = dayOf(from)
  const hours = hoursOf(day, calendar).find(({ to }) => from < momentOf(day, to))
  if (!hours) return opening(nextWorkingDay(day, calendar), calendar)
  const start = momentOf(day, hours.from)
  return from < start ? start : from
}

/** Once the first half hour of the day, with its post and its coffee, is over: nobody at a firm is called at nine sharp. */
const SETTLED_MINUTES = 30

/** Half an hour after the Chamber opens on a working day. */
export function settledMorning(day: string, calendar: WorkingCalendar = DEFAULT_CALENDAR): Date {
  return new Date(opening(day, calendar).getTime() + SETTLED_MINUTES * 60_000)
}

/** Half an hour after the Chamber opens on the next working day, never on the day of `now`. */
export function nextWorkingMorning(now: Date, calendar?: WorkingCalendar): Date {
  return settledMorning(nextWorkingDay(dayOf(now), calendar), calendar)
}

const opening = (day: string, calendar: WorkingCalendar) => momentOf(day, hoursOf(day, calendar)[0]?.from ?? '00:00')
