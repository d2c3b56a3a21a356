import { describe, expect, test } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/calendar/rules'
import { type CallingHours, isCallingMoment, nextCallingMoment, nextTry, partsReached } from '@/lib/calling-hours/rules'
import { afterCall } from '@/lib/calls/rules'
import { momentOf } from '@/lib/today/rules'

const hours = (rest: Partial<CallingHours> = {}): CallingHours => ({
  officeHours: true,
  saturdays: false,
  dayParts: ['morning', 'afternoon', 'evening'],
  ...rest,
})
const at = (day: string, time: string, rest?: Partial<CallingHours>) =>
  isCallingMoment(momentOf(day, time), hours(rest))
const next = (day: string, time: string, rest?: Partial<CallingHours>) =>
  nextCallingMoment(momentOf(day, time), hours(rest))

describe('when a campaign calls', () => {
  test('in working hours: not at lunch, not on holidays, not on the patron saint’s day', () => {
    expect(at('2026-06-16', '09:00')).toBe(true)
    expect(at('2026-06-16', '13:00')).toBe(false)
    expect(at('2026-06-16', '14:30')).toBe(true)
    expect(at('2026-04-06', '10:00'), 'Easter Monday').toBe(false)
    const patron = { ...DEFAULT_CALENDAR, patron: '06-16' }
    expect(isCallingMoment(momentOf('2026-06-16', '10:00'), hours(), patron)).toBe(false)
  })

  test('on Saturday mornings where it says so, but on no holiday', () => {
    expect(at('2026-06-20', '10:00')).toBe(false)
    expect(at('2026-06-20', '10:00', { saturdays: true })).toBe(true)
    expect(at('2026-06-20', '13:00', { saturdays: true })).toBe(false)
    expect(at('2026-06-21', '10:00', { saturdays: true }), 'a Sunday').toBe(false)
    expect(at('2026-08-15', '10:00', { saturdays: true }), 'Ferragosto, a Saturday').toBe(false)
  })

  test('at any hour where the Chamber’s do not bind it, still in its parts of the day', () => {
    expect(at('2026-06-21', '21:00', { officeHours: false })).toBe(true)
    expect(at('2026-06-21', '21:00', { officeHours: false, dayParts: ['morning'] })).toBe(false)
  })

  test('begins again after lunch, on Monday, after Easter, in the new year, and where the clocks change', () => {
    expect(next('2026-06-16', '10:00')).toEqual(momentOf('2026-06-16', '10:00'))
    expect(next('2026-06-16', '13:10')).toEqual(momentOf('2026-06-16', '14:30'))
    expect(next('2026-06-19', '18:00')).toEqual(momentOf('2026-06-22', '09:00'))
    expect(next('2026-06-19', '18:00', { saturdays: true })).toEqual(momentOf('2026-06-20', '09:00'))
    expect(next('2026-04-03', '18:00')).toEqual(momentOf('2026-04-07', '09:00'))
    expect(next('2026-12-31', '18:00')).toEqual(momentOf('2027-01-04', '09:00'))
    expect(next('2028-02-28', '18:00')).toEqual(momentOf('2028-02-29', '09:00'))
    expect(next('2026-03-27', '18:00')).toEqual(momentOf('2026-03-30', '09:00'))
    expect(next('2026-10-23', '18:00')).toEqual(momentOf('2026-10-26', '09:00'))
    expect(next('2026-06-16', '18:00', { dayParts: ['afternoon'] })).toEqual(momentOf('2026-06-17', '14:30'))
  })

  test('to the minute: at midnight, and when the clocks change', () => {
    const always = { officeHours: false, dayParts: ['morning'] as CallingHours['dayParts'] }
    expect(at('2026-06-16', '23:59', always)).toBe(false)
    expect(at('2026-06-17', '00:00', always)).toBe(true)
    expect(next('2026-06-16', '13:00', always)).toEqual(momentOf('2026-06-17', '00:00'))
    expect(next('2026-12-31', '13:00', always)).toEqual(momentOf('2027-01-01', '00:00'))
    expect(next('2028-02-29', '13:00', always)).toEqual(momentOf('2028-03-01', '00:00'))
    for (const sunday of ['2026-03-29', '2026-10-25']) {
      expect(at(sunday, '12:59', always)).toBe(true)
      expect(at(sunday, '13:00', always)).toBe(false)
    }
  })

  test('never, where its parts of the day and the Chamber’s hours do not meet', () => {
    const mornings = DEFAULT_CALENDAR.week.map((spans) => spans.slice(0, 1))
    const closed = nextCallingMoment(momentOf('2026-06-16', '10:00'), hours({ dayParts: ['evening'] }), {
      week: mornings,
      patron: null,
    })
    expect(closed).toBeNull()
  })

  test('a firm that did not answer is tried in the same part of the day where the campaign knows no other', () => {
    const before = { attempts: 0, contactedAt: null, stillReachable: true }
    const call = { outcome: 'no_answer' as const, at: momentOf('2026-06-16', '10:00'), userId: '' }
    const rules = { noAnswerHours: 4, busyHours: 1, maxAttempts: 5 }
    expect(afterCall(before, call, { ...rules, dayParts: ['morning'] }).avoidDayPart).toBeNull()
    expect(afterCall(before, call, { ...rules, dayParts: ['morning', 'evening'] }).avoidDayPart).toBe('morning')
  })
})

describe('the next try, as told to the caller', () => {
  const RULES = { noAnswerHours: 4, busyHours: 1, maxAttempts: 5 }
  const rome = (text: string) => momentOf(text.slice(0, 10), text.slice(11))
  const tried = (
    text: string,
    outcome: 'no_answer' | 'busy',
    rest?: Partial<CallingHours>,
    calendar = DEFAULT_CALENDAR,
  ) => nextTry(rome(text), outcome, { ...RULES, ...hours(rest) }, calendar)

  test.each([
    ['no_answer', '2026-06-16 09:10', '2026-06-16 13:10'],
    ['no_answer', '2026-06-16 08:30', '2026-06-16 13:00'],
    ['no_answer', '2026-06-16 14:00', '2026-06-16 18:00'],
    ['no_answer', '2026-06-16 16:00', '2026-06-17 09:00'],
    ['no_answer', '2026-06-12 18:00', '2026-06-15 09:00'],
    ['no_answer', '2026-12-31 16:00', '2027-01-04 09:00'],
    ['no_answer', '2026-10-24 16:00', '2026-10-26 09:00'],
    ['busy', '2026-06-16 09:10', '2026-06-16 10:10'],
    ['busy', '2026-06-16 18:30', '2026-06-17 09:00'],
    ['busy', '2028-02-28 18:30', '2028-02-29 09:00'],
    ['busy', '2026-06-16 23:30', '2026-06-17 09:00'],
  ] as const)('%s at %s of a campaign that calls at any hour: %s', (outcome, at, next) =>
    expect(tried(at, outcome, { officeHours: false })).toEqual(rome(next)),
  )

  test.each([
    ['no_answer', '2026-06-16 09:10', '2026-06-16 14:30'],
    ['no_answer', '2026-06-16 14:40', '2026-06-17 09:00'],
    ['busy', '2026-06-16 12:30', '2026-06-16 14:30'],
    ['busy', '2026-06-19 17:30', '2026-06-22 09:00'],
  ] as const)('%s at %s in the hours of the Chamber: %s', (outcome, at, next) =>
    expect(tried(at, outcome)).toEqual(rome(next)),
  )

  test('the patron saint’s day is passed over; Saturdays count where the campaign calls then', () => {
    const saint = { ...DEFAULT_CALENDAR, patron: '06-17' }
    expect(tried('2026-06-16 17:50', 'busy', {}, saint)).toEqual(rome('2026-06-18 09:00'))
    expect(tried('2026-06-19 17:50', 'busy', { saturdays: true })).toEqual(rome('2026-06-20 09:00'))
  })

  test('no firm waits for a part of the day that never comes', () => {
    const mornings = { ...DEFAULT_CALENDAR, week: DEFAULT_CALENDAR.week.map((spans) => spans.slice(0, 1)) }
    expect(partsReached(hours(), mornings)).toEqual(['morning'])
    expect(partsReached(hours(), DEFAULT_CALENDAR)).toEqual(['morning', 'afternoon', 'evening'])
    expect(partsReached(hours({ dayParts: ['afternoon'] }), mornings)).toEqual([])
    expect(tried('2026-06-16 10:00', 'no_answer', {}, mornings)).toEqual(rome('2026-06-17 09:00'))
  })
})
