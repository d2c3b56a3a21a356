import { getDayOfWeek, parseDate, parseDateTime, toZoned } from '@internationalized/date'
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

/** The same day of another month, or the last one of a month that has no such day. */
export function addMonths(day: string, months: number): string {
  return parseDate(day).add({ months }).toString()
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
