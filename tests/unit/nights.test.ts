import { describe, expect, test } from 'vitest'
import { DEFAULT_CALENDAR, nextWorkingMorning } from '@/lib/calendar/rules'
import { minutesAfter } from '@/lib/calls/rules'
import { phaseOf } from '@/lib/campaigns/rules'
import { paceSpan, workingDaysOf } from '@/lib/fieldwork/rules'
import { formatDate, formatTime } from '@/lib/format'
import { dueOnAfter, isOverdue } from '@/lib/needs/rules'
import { closingDayBefore } from '@/lib/open-data/rules'
import { UNDO_DAYS, undoableUntil } from '@/lib/register/rules'
import { dateColumn, dayOf, momentOf } from '@/lib/today/rules'
import { breaksIn } from '@/lib/trend/rules'
import { nextContactDay } from '@/lib/visits/rules'

const rome = (text: string) => momentOf(text.slice(0, 10), text.slice(11))

/** A day, the next one, and the hours between their midnights, last of all. */
const NIGHTS: [string, string, string, number][] = [
  ['an ordinary midnight', '2026-06-16', '2026-06-17', 24],
  ['the night that loses an hour', '2026-03-28', '2026-03-29', 24],
  ['the midnight after the short day', '2026-03-29', '2026-03-30', 23],
  ['the night that has one more', '2026-10-24', '2026-10-25', 24],
  ['the midnight after the long day', '2026-10-25', '2026-10-26', 25],
  ['the end of the year', '2026-12-31', '2027-01-01', 24],
  ['the midnight before 29 February', '2028-02-28', '2028-02-29', 24],
  ['the midnight after 29 February', '2028-02-29', '2028-03-01', 24],
]

describe.each(NIGHTS)('%s', (_, day, next, hours) => {
  const midnight = momentOf(next, '00:00')
  const before = new Date(midnight.getTime() - 1)

  test('ends a day and begins the next', () => {
    expect([dayOf(before), dayOf(midnight)]).toEqual([day, next])
    expect((midnight.getTime() - momentOf(day, '00:00').getTime()) / 3_600_000).toBe(hours)
  })

  test('is when an office’s term begins and ends', () => {
    expect(dueOnAfter(before, 1)).toEqual(dateColumn(next))
    expect(dueOnAfter(midnight, 0)).toEqual(dateColumn(next))
    const need = { status: 'referred' as const, dueOn: dateColumn(day) }
    expect([isOverdue(need, before), isOverdue(need, midnight)]).toEqual([false, true])
  })

  test('is when a campaign begins, or is over', () => {
    const phases = (period: { startsOn: string; endsOn: string }) =>
      [before, midnight].map((at) => phaseOf(period, dayOf(at)))
    expect(phases({ startsOn: next, endsOn: next })).toEqual(['ahead', 'running'])
    expect(phases({ startsOn: day, endsOn: day })).toEqual(['running', 'over'])
  })

  test('is not shown as another day or hour than the clock on the wall', () => {
    expect([formatTime('it', before), formatTime('it', midnight)]).toEqual(['23:59', '0:00'])
    expect(formatDate('en', midnight, 'brief')).toContain(String(Number(next.slice(8))))
  })

  test('does not stretch what lasts so many minutes, nor the days an import can be taken back', () => {
    expect(minutesAfter(before, 30).getTime() - before.getTime()).toBe(30 * 60_000)
    const until = undoableUntil(before)
    expect(until && until.getTime() - before.getTime()).toBe(UNDO_DAYS * 86_400_000)
  })
})

describe('days that are counted', () => {
  test.each([
    ['to the next morning, after midnight', '2026-06-16 00:00', '2026-06-17 09:30'],
    ['to the morning of 29 February', '2028-02-28 12:00', '2028-02-29 09:30'],
  ])('%s', (_, now, morning) => expect(nextWorkingMorning(rome(now))).toEqual(rome(morning)))

  test.each([
    ['over the clock change of March', '2026-03-20', '2026-04-03'],
    ['over the clock change of October', '2026-10-13', '2026-10-27'],
    ['over the end of the year, past the Epiphany', '2026-12-23', '2027-01-07'],
    ['onto 29 February', '2028-02-15', '2028-02-29'],
    ['onto a Sunday, so on Monday', '2026-06-14', '2026-06-29'],
  ])('the next contact, %s', (_, visited, proposed) => expect(nextContactDay(visited, DEFAULT_CALENDAR)).toBe(proposed))

  test.each([
    ['a short day', '2026-03-30', '2026-03-02', '2026-03-29', 20],
    ['a long day', '2026-10-26', '2026-09-28', '2026-10-25', 20],
    ['the end of a year', '2027-01-01', '2026-12-04', '2026-12-31', 18],
    ['29 February', '2028-03-01', '2028-02-02', '2028-02-29', 20],
  ])('the pace is measured on whole days: %s', (_, today, from, until, used) => {
    expect(paceSpan('2020-01-01', today)).toEqual({ from, until })
    expect(workingDaysOf({ startsOn: from, endsOn: '2030-12-31' }, today).used).toBe(used)
  })

  test.each([
    ['2026-12-31', '2026-09-30'],
    ['2027-01-01', '2026-12-31'],
    ['2028-02-29', '2027-12-31'],
    ['2028-04-01', '2028-03-31'],
    ['2026-03-29', '2025-12-31'],
  ])('the quarter closed before %s is that of %s', (day, closed) => expect(closingDayBefore(day)).toBe(closed))

  test('weeks of rest, at the end of a year, in a leap year and where the clocks change', () => {
    const week = (monday: string) => ({ monday, contacted: 0, visited: 0, needs: 0 })
    const mondays = ['2026-03-23', '2026-04-06', '2026-10-19', '2026-12-21', '2026-12-28', '2028-02-28', '2028-04-17']
    expect(breaksIn(mondays.map(week)).map(({ kind, monday }) => `${kind} ${monday}`)).toEqual([
      'easter 2026-04-06',
      'christmas 2026-12-21',
      'easter 2028-04-17',
    ])
  })
})
