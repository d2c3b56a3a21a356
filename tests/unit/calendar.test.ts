import { describe, expect, it, test } from 'vitest'
import {
  addWorkingDays,
  DEFAULT_CALENDAR,
  isHoliday,
  isWorkingDay,
  isWorkingMoment,
  nextWorkingDay,
  nextWorkingMoment,
  nextWorkingMorning,
  previousWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '@/lib/calendar/rules'
import { addDays, momentOf } from '@/lib/today/rules'

const rome = (text: string) => momentOf(text.slice(0, 10), text.slice(11))
/** Latina keeps St Mark and St Mary Goretti; here the latter alone, and short Fridays. */
const LATINA: WorkingCalendar = {
  week: [...DEFAULT_CALENDAR.week.slice(0, 4), [{ from: '08:30', to: '12:00' }], [], []],
  patron: '07-06',
}

describe('holidays in Italy', () => {
  test.each([
    '2026-01-01',
    '2026-01-06',
    '2026-04-25',
    '2026-05-01',
    '2026-06-02',
    '2026-08-15',
    '2026-11-01',
    '2026-12-08',
    '2026-12-25',
    '2026-12-26',
  ])('%s', (day) => expect(isHoliday(day)).toBe(true))

  test.each([
    '1961-04-03',
    '2000-04-24',
    '2019-04-22',
    '2024-04-01',
    '2025-04-21',
    '2026-04-06',
    '2027-03-29',
    '2038-04-26',
  ])('Easter Monday %s', (day) => {
    expect(isHoliday(day)).toBe(true)
    expect(isHoliday(addDays(day, -3))).toBe(false)
  })

  it('keeps St Francis since 2026', () => {
    expect(isWorkingDay('2024-10-04')).toBe(true)
    expect(isHoliday('2026-10-04')).toBe(true)
    expect(isWorkingDay('2027-10-04')).toBe(false)
  })

  it('keeps the patron saint’s day of the Chamber, and only its own', () => {
    expect(isWorkingDay('2026-07-06', LATINA)).toBe(false)
    expect(isWorkingDay('2026-07-06')).toBe(true)
    expect(nextWorkingDay('2026-07-03', LATINA)).toBe('2026-07-07')
  })

  it('has twelve of them a year, Easter Monday included, and one more with a patron', () => {
    const days = (calendar: WorkingCalendar) =>
      Array.from({ length: 365 }, (_, i) => addDays('2027-01-01', i)).filter((day) => isHoliday(day, calendar)).length
    expect(days(DEFAULT_CALENDAR)).toBe(12)
    expect(days(LATINA)).toBe(13)
  })
})

describe('working days', () => {
  test.each([
    ['over a weekend', '2026-06-19', '2026-06-22'],
    ['over Easter and Easter Monday', '2026-04-03', '2026-04-07'],
    ['over Christmas and St Stephen', '2026-12-24', '2026-12-28'],
    ['over New Year', '2026-12-31', '2027-01-04'],
    ['onto the leap day', '2028-02-28', '2028-02-29'],
    ['past the leap day', '2028-02-29', '2028-03-01'],
    ['over the clock change of March', '2026-03-27', '2026-03-30'],
    ['over the clock change of October', '2026-10-23', '2026-10-26'],
  ])('%s', (_, day, next) => {
    expect(nextWorkingDay(day)).toBe(next)
    expect(previousWorkingDay(next)).toBe(day)
  })

  it('adds and takes away some', () => {
    expect(addWorkingDays('2026-06-16', 0)).toBe('2026-06-16')
    expect(addWorkingDays('2026-06-16', 10)).toBe('2026-06-30')
    expect(addWorkingDays('2026-12-23', 5)).toBe('2026-12-31')
    expect(addWorkingDays('2027-01-04', -2)).toBe('2026-12-30')
    expect(addWorkingDays('2026-06-20', 1)).toBe('2026-06-22')
  })

  it('counts those after a day up to and with another', () => {
    expect(workingDaysBetween('2026-06-16', '2026-06-16')).toBe(0)
    expect(workingDaysBetween('2026-06-19', '2026-06-22')).toBe(1)
    expect(workingDaysBetween('2026-06-22', '2026-06-19')).toBe(-1)
    expect(workingDaysBetween('2026-12-23', '2027-01-07')).toBe(8)
  })

  it('counts back what was added, from any working day of five years', () => {
    for (let day = nextWorkingDay('2025-12-31', LATINA); day < '2030-12-31'; day = nextWorkingDay(day, LATINA)) {
      const later = addWorkingDays(day, 7, LATINA)
      expect(workingDaysBetween(day, later, LATINA)).toBe(7)
      expect(addWorkingDays(later, -7, LATINA)).toBe(day)
    }
  })

  it('refuses a week in which nobody works', () => {
    expect(() => nextWorkingDay('2026-06-16', { week: [[], [], [], [], [], [], []], patron: null })).toThrow(RangeError)
  })
})

describe('working hours, in Italy', () => {
  test.each([
    ['2026-06-16 08:59', false],
    ['2026-06-16 09:00', true],
    ['2026-06-16 12:59', true],
    ['2026-06-16 13:00', false],
    ['2026-06-16 14:30', true],
    ['2026-06-16 18:00', false],
    ['2026-06-16 00:00', false],
    ['2026-06-20 10:00', false],
    ['2026-06-02 10:00', false],
  ])('%s: %s', (at, working) => expect(isWorkingMoment(rome(at))).toBe(working))

  test.each([
    ['in the middle of the morning it is now', '2026-06-16 10:10', '2026-06-16 10:10'],
    ['before the Chamber opens', '2026-06-16 07:00', '2026-06-16 09:00'],
    ['after lunch', '2026-06-16 13:00', '2026-06-16 14:30'],
    ['tomorrow', '2026-06-16 18:00', '2026-06-17 09:00'],
    ['after midnight it is the same day', '2026-06-17 00:00', '2026-06-17 09:00'],
    ['on Monday', '2026-06-20 10:00', '2026-06-22 09:00'],
    ['next year', '2026-12-31 18:00', '2027-01-04 09:00'],
    ['on the leap day', '2028-02-28 19:00', '2028-02-29 09:00'],
    ['after the night the clocks go forward', '2026-03-28 23:00', '2026-03-30 09:00'],
    ['after the night the clocks go back', '2026-10-24 23:00', '2026-10-26 09:00'],
  ])('next: %s', (_, from, next) => expect(nextWorkingMoment(rome(from))).toEqual(rome(next)))

  it('is never before it was asked, in any hour of a year, also where the hours cross the change of the clocks', () => {
    const night = { from: '01:30', to: '02:30' }
    const odd: WorkingCalendar = { week: Array.from({ length: 7 }, () => [night]), patron: '02-29' }
    for (const calendar of [DEFAULT_CALENDAR, LATINA, odd])
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 2); at += 241 * 60_000) {
        const next = nextWorkingMoment(new Date(at), calendar)
        expect(next.getTime()).toBeGreaterThanOrEqual(at)
        expect(nextWorkingMoment(next, calendar)).toEqual(next)
      }
  })

  test.each([
    ['in the morning it is tomorrow', '2026-06-16 08:00', '2026-06-17 09:30'],
    ['over the weekend', '2026-06-19 17:00', '2026-06-22 09:30'],
    ['over the change of the clocks', '2026-10-23 12:00', '2026-10-26 09:30'],
    ['over the year’s end', '2026-12-31 23:59', '2027-01-04 09:30'],
  ])('next morning: %s', (_, now, morning) => expect(nextWorkingMorning(rome(now))).toEqual(rome(morning)))

  it('knows the Chamber’s own hours', () => {
    expect(isWorkingMoment(rome('2026-06-19 15:00'), LATINA)).toBe(false)
    expect(nextWorkingMoment(rome('2026-06-19 12:00'), LATINA)).toEqual(rome('2026-06-22 09:00'))
    expect(nextWorkingMorning(rome('2026-06-18 17:00'), LATINA)).toEqual(rome('2026-06-19 09:00'))
  })
})
