import { describe, expect, test } from 'vitest'
import { callbackAfter, confirmationFor } from '@/lib/appointments/rules'
import { DEFAULT_CALENDAR } from '@/lib/calendar/rules'
import { momentOf } from '@/lib/today/rules'

const rome = (text: string) => momentOf(text.slice(0, 10), text.slice(11))

describe('the call to confirm an appointment', () => {
  const NOW = rome('2026-01-05 10:00')
  test.each([
    ['the working day before, in the morning', '2026-06-16 11:30', '2026-06-15 09:30'],
    ['over the weekend', '2026-06-15 09:00', '2026-06-12 09:30'],
    ['of a visit at midnight', '2026-06-16 00:00', '2026-06-15 09:30'],
    ['over the clock change of March', '2026-03-30 10:00', '2026-03-27 09:30'],
    ['over the clock change of October', '2026-10-26 10:00', '2026-10-23 09:30'],
    ['over New Year', '2027-01-04 10:00', '2026-12-31 09:30'],
    ['on the leap day', '2028-03-01 10:00', '2028-02-29 09:30'],
    ['of a visit on the leap day', '2028-02-29 10:00', '2028-02-28 09:30'],
    ['over Easter and Easter Monday', '2026-04-07 10:00', '2026-04-03 09:30'],
  ])('%s', (_, startsAt, at) => expect(confirmationFor(rome(startsAt), NOW)).toEqual(rome(at)))

  test('is none where that morning has passed, and keeps off the patron saint’s day', () => {
    expect(confirmationFor(rome('2026-06-16 11:30'), rome('2026-06-15 09:30'))).toBeNull()
    const saint = { ...DEFAULT_CALENDAR, patron: '06-15' }
    expect(confirmationFor(rome('2026-06-16 11:30'), NOW, saint)).toEqual(rome('2026-06-12 09:30'))
  })
})

describe('a firm whose appointment fell through is called the next working morning', () => {
  test.each([
    ['at midnight', '2026-06-16 00:00', '2026-06-17 09:30'],
    ['over the weekend', '2026-06-12 23:59', '2026-06-15 09:30'],
    ['over the clock change of March', '2026-03-27 12:00', '2026-03-30 09:30'],
    ['over the clock change of October', '2026-10-23 12:00', '2026-10-26 09:30'],
    ['over New Year', '2026-12-31 17:00', '2027-01-04 09:30'],
    ['on the leap day', '2028-02-28 17:00', '2028-02-29 09:30'],
  ])('%s', (_, at, next) => expect(callbackAfter(rome(at))).toEqual(rome(next)))
})
