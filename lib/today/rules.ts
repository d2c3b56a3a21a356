import { CalendarDate, getDayOfWeek, parseDate, parseDateTime, toZoned } from '@internationalized/date'
import { ROME } from '@/lib/format'

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ROME,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** The day it is in Italy at that moment, as YYYY-MM-DD. */
export function dayOf(at: Date): string {
  return parts.format(at).slice(0, 10)
}

/** The clock on the wall in Italy at that moment, as HH:mm. */
export function clockOf(at: Date): string {
  return parts.format(at).slice(11, 16)
}

/** The moment of a day (YYYY-MM-DD) and time (HH:mm) in Italy; a time skipped in March counts from the hour after. */
export function momentOf(day: string, time: string): Date {
  return toZoned(parseDateTime(`${day}T${time}`), ROME).toDate()
}

/** First moment of a day in Italy, and the first of the next: 23 or 25 hours apart when the clocks change. */
export function boundsOf(day: string): { from: Date; to: Date } {
  return { from: momentOf(day, '00:00'), to: momentOf(addDays(day, 1), '00:00') }
}

export function addDays(day: string, days: number): string {
  return parseDate(day).add({ days }).toString()
}

/** Whole days from one day to another; negative where the other lies before. */
export function daysBetween(from: string, to: string): number {
  return parseDate(to).compare(parseDate(from))
}

/** Monday to Sunday around a day. */
export function weekOf(day: string): string[] {
  const monday = addDays(day, -getDayOfWeek(parseDate(day), 'it-IT', 'mon'))
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i))
}

/** A day as the database keeps dates: midnight UTC. */
export function dateColumn(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`)
}

const HOLIDAYS = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26']

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

/** Monday to Friday, except Italian national holidays (law 260/1949 and what amended it) and Easter Monday. */
export function isWorkingDay(day: string): boolean {
  const date = parseDate(day)
  if (getDayOfWeek(date, 'it-IT', 'mon') > 4 || HOLIDAYS.includes(day.slice(5))) return false
  // Since 2026 also St Francis, 4 October (law 151/2025).
  if (day.slice(5) === '10-04' && date.year >= 2026) return false
  return easter(date.year).add({ days: 1 }).compare(date) !== 0
}

/** The first working day after that one. */
export function nextWorkingDay(day: string): string {
  const next = addDays(day, 1)
  return isWorkingDay(next) ? next : nextWorkingDay(next)
}
