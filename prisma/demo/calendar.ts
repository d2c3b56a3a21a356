import { CalendarDate, CalendarDateTime, getDayOfWeek, toZoned } from '@internationalized/date'
import type { Random } from './random'

/** An instant of the wall clock in Italy. */
export function romeTime(day: CalendarDate, hour: number, minute = 0): Date {
  const wall = new CalendarDateTime(day.year, day.month, day.day, hour, minute)
  return toZoned(wall, 'Europe/Rome').toDate()
}

export const isWorkingDay = (day: CalendarDate) =>
  getDayOfWeek(day, 'it-IT', 'mon') < 5 && !(day.month === 8 && day.day > 7 && day.day < 24)

/** The nth working day before (negative) or after a day. */
export function workingDay(day: CalendarDate, count: number): CalendarDate {
  let found = day
  for (let left = Math.abs(count); left > 0; ) {
    found = found.add({ days: Math.sign(count) })
    if (isWorkingDay(found)) left -= 1
  }
  return found
}

/** All working days from `first` up to and without `end`. */
export function workingDays(first: CalendarDate, end: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day = first; day.compare(end) < 0; day = day.add({ days: 1 })) if (isWorkingDay(day)) days.push(day)
  return days
}

/** A moment of office hours, in steps of a minute. */
export const officeHour = (random: Random, day: CalendarDate) =>
  romeTime(day, random.pick([9, 9, 10, 10, 11, 12, 14, 15, 16, 17]), random.below(60))

export const midnightUtc = (day: CalendarDate) => new Date(Date.UTC(day.year, day.month - 1, day.day))
export { CalendarDate }

export const dayOf = (at: Date) => new CalendarDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
