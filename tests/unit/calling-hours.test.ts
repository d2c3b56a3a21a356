import { describe, expect, test } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/calendar/rules'
import { type CallingHours, isCallingMoment, nextCallingMoment } from '@/lib/calling-hours/rules'
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
