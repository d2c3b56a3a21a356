import { describe, expect, test } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/calendar/rules'
import { afterCall, dayPartOf, lapseLimit, OUTCOMES, suggestedCallbacks } from '@/lib/calls/rules'
import { missingFor } from '@/lib/calls/schema'
import { momentOf } from '@/lib/today/rules'

const RULES = { noAnswerHours: 4, busyHours: 1, maxAttempts: 5 }
const NEVER: Parameters<typeof afterCall>[0] = { attempts: 0, contactedAt: null, stillReachable: true }
const rome = (text: string) => momentOf(text.slice(0, 10), text.slice(11))
const ended = (outcome: (typeof OUTCOMES)[number], at: string, before = NEVER) =>
  afterCall(before, { outcome, at: rome(at), userId: 'giulia', callbackAt: rome('2026-06-17 09:30') }, RULES)

describe('what an outcome does to the assignment', () => {
  test.each([
    ['appointment', 'appointment', true],
    ['interviewed', 'interviewed', true],
    ['callback', 'callback', true],
    ['no_answer', 'to_call', false],
    ['busy', 'to_call', false],
    ['wrong_number', 'to_call', false],
    ['refused', 'refused', true],
    ['do_not_contact', 'do_not_contact', true],
    ['ceased', 'ceased', false],
  ] as const)('%s leads to %s, spoken with: %s', (outcome, state, spoken) => {
    const result = ended(outcome, '2026-06-16 10:00')
    expect(result).toMatchObject({ state, attempts: 1 })
    expect(result.contactedAt).toEqual(spoken ? rome('2026-06-16 10:00') : null)
  })

  test('a callback is its own caller’s', () => {
    expect(ended('callback', '2026-06-16 10:00')).toMatchObject({
      callbackAt: rome('2026-06-17 09:30'),
      callbackUserId: 'giulia',
    })
  })

  test('no answer waits four hours and for another part of the day; busy waits one hour', () => {
    expect(ended('no_answer', '2026-06-16 10:00')).toMatchObject({
      notBefore: rome('2026-06-16 14:00'),
      avoidDayPart: 'morning',
    })
    expect(ended('busy', '2026-06-16 10:00')).toMatchObject({ notBefore: rome('2026-06-16 11:00'), avoidDayPart: null })
  })

  test.each([
    ['over midnight', '2026-06-16 21:00', '2026-06-17 01:00'],
    ['over the night that loses an hour', '2026-03-29 00:30', '2026-03-29 05:30'],
    ['over the night that has one more', '2026-10-25 00:30', '2026-10-25 03:30'],
    ['over the end of the year', '2026-12-31 22:00', '2027-01-01 02:00'],
    ['into 29 February', '2028-02-28 22:00', '2028-02-29 02:00'],
    ['out of 29 February', '2028-02-29 22:00', '2028-03-01 02:00'],
  ])('the four hours are hours that pass, %s', (_, at, notBefore) =>
    expect(ended('no_answer', at).notBefore).toEqual(rome(notBefore)),
  )

  test('the caller’s own moment counts instead of the hours', () => {
    const call = { outcome: 'no_answer' as const, at: rome('2026-06-16 10:00'), userId: 'giulia' }
    const retryAt = rome('2026-06-16 11:30')
    expect(afterCall(NEVER, { ...call, retryAt }, RULES)).toMatchObject({ notBefore: retryAt, avoidDayPart: null })
  })

  test('the fifth attempt without an answer is the last', () => {
    const fourth = { ...NEVER, attempts: 4 }
    expect(ended('no_answer', '2026-06-16 10:00', fourth)).toMatchObject({ state: 'unreached', notBefore: null })
    expect(ended('busy', '2026-06-16 10:00', fourth).state).toBe('unreached')
    expect(ended('no_answer', '2026-06-16 10:00', { ...NEVER, attempts: 3 }).state).toBe('to_call')
  })

  test('a wrong number without another leaves the firm unreachable', () => {
    expect(ended('wrong_number', '2026-06-16 10:00', { ...NEVER, stillReachable: false }).state).toBe('unreachable')
  })

  test('the first time somebody was spoken with stays', () => {
    const contactedAt = rome('2026-06-01 09:00')
    expect(ended('refused', '2026-06-16 10:00', { ...NEVER, contactedAt }).contactedAt).toEqual(contactedAt)
  })
})

describe('parts of the day, in Italy', () => {
  test.each([
    ['2026-06-16 08:59', 'morning'],
    ['2026-06-16 12:59', 'morning'],
    ['2026-06-16 13:00', 'afternoon'],
    ['2026-06-16 16:59', 'afternoon'],
    ['2026-06-16 17:00', 'evening'],
    ['2026-06-16 00:00', 'morning'],
    ['2026-03-29 13:00', 'afternoon'],
    ['2026-03-29 03:00', 'morning'],
    ['2026-10-25 12:59', 'morning'],
    ['2026-10-25 17:00', 'evening'],
    ['2026-12-31 23:59', 'evening'],
    ['2027-01-01 00:00', 'morning'],
    ['2028-02-29 23:59', 'evening'],
  ])('%s is %s', (at, part) => expect(dayPartOf(rome(at))).toBe(part))
})

describe('a callback passes by a working day', () => {
  test.each([
    ['an ordinary day', '2026-06-17 10:00', '2026-06-16 10:00'],
    ['over the weekend', '2026-06-15 10:00', '2026-06-12 10:00'],
    ['on a Saturday Friday is over, and no more', '2026-06-13 18:00', '2026-06-12 00:00'],
    ['over Easter and Easter Monday', '2026-04-07 10:00', '2026-04-03 10:00'],
    ['over New Year', '2027-01-04 10:00', '2026-12-31 10:00'],
    ['over the clock change of March', '2026-03-30 10:00', '2026-03-27 10:00'],
    ['over the clock change of October', '2026-10-26 10:00', '2026-10-23 10:00'],
    ['at midnight', '2026-06-17 00:00', '2026-06-16 00:00'],
    ['past the leap day', '2028-03-01 10:00', '2028-02-29 10:00'],
    ['on the leap day', '2028-02-29 10:00', '2028-02-28 10:00'],
  ])('%s', (_, now, limit) => expect(lapseLimit(rome(now), DEFAULT_CALENDAR)).toEqual(rome(limit)))

  test('over the patron saint’s day, and over a week in which the Chamber works on Saturdays', () => {
    const saint = { ...DEFAULT_CALENDAR, patron: '06-16' }
    expect(lapseLimit(rome('2026-06-17 10:00'), saint)).toEqual(rome('2026-06-15 10:00'))
    expect(lapseLimit(rome('2026-06-16 10:00'), saint)).toEqual(rome('2026-06-15 00:00'))
    const [monday = []] = DEFAULT_CALENDAR.week
    const saturdays = { ...DEFAULT_CALENDAR, week: [...DEFAULT_CALENDAR.week.slice(0, 5), monday, []] }
    expect(lapseLimit(rome('2026-06-15 10:00'), saturdays)).toEqual(rome('2026-06-13 10:00'))
  })

  test('nothing that lapsed comes back when the clock goes on', () => {
    const hours = Array.from({ length: 24 * 20 }, (_, i) =>
      lapseLimit(new Date(Date.UTC(2026, 11, 20, i)), DEFAULT_CALENDAR).getTime(),
    )
    expect(hours).toEqual([...hours].sort((a, b) => a - b))
  })
})

describe('when to call back', () => {
  const times = (now: string) => suggestedCallbacks(rome(now)).map(({ id, at }) => [id, at.toISOString()])
  const on = (id: string, at: string) => [id, rome(at).toISOString()]

  test('in an hour, after lunch, the next working morning, in a week', () => {
    expect(times('2026-06-16 09:42')).toEqual([
      on('hour', '2026-06-16 10:45'),
      on('lunch', '2026-06-16 14:30'),
      on('morning', '2026-06-17 09:30'),
      on('week', '2026-06-23 09:45'),
    ])
  })
  test('after lunch is tomorrow once it is over; the next working morning skips Easter; a week on may be a holiday', () => {
    expect(times('2026-04-03 17:00')).toEqual([
      on('hour', '2026-04-03 18:00'),
      on('morning', '2026-04-07 09:30'),
      on('lunch', '2026-04-07 14:30'),
      on('week', '2026-04-10 17:00'),
    ])
    expect(times('2026-04-24 11:00').at(-1)).toEqual(on('week', '2026-05-04 09:00'))
  })
  test('late in the evening of the last day the hour ends after midnight, and a week on the Chamber opens', () => {
    expect(times('2026-12-31 23:30')).toEqual([
      on('hour', '2027-01-01 00:30'),
      on('morning', '2027-01-04 09:30'),
      on('lunch', '2027-01-04 14:30'),
      on('week', '2027-01-08 09:00'),
    ])
  })
  test('in a leap year a week from 22 February is the 29th', () => {
    expect(times('2028-02-22 10:00').at(-1)).toEqual(on('week', '2028-02-29 10:00'))
  })
  test('a week keeps the time on the wall when the clocks change', () => {
    expect(times('2026-03-25 10:00').at(-1)).toEqual(on('week', '2026-04-01 10:00'))
    expect(times('2026-10-21 10:00').at(-1)).toEqual(on('week', '2026-10-28 10:00'))
  })
  test('the patron saint is no working day, and a Chamber without afternoons is still called at half past two', () => {
    const short = { week: DEFAULT_CALENDAR.week.map((spans) => spans.slice(0, 1)), patron: '06-17' }
    const at = suggestedCallbacks(rome('2026-06-16 09:00'), short).map((one) => one.at.toISOString())
    expect(at.slice(1, 3)).toEqual([rome('2026-06-18 09:30').toISOString(), rome('2026-06-18 14:30').toISOString()])
  })
  test('an hour is an hour when the clocks change', () => {
    const [first] = suggestedCallbacks(new Date('2026-10-25T00:30:00Z'))
    expect(first?.at.toISOString()).toBe('2026-10-25T01:30:00.000Z')
  })
})

test('what an outcome cannot do without', () => {
  const fields = OUTCOMES.map((outcome) => missingFor({ outcome })?.field)
  const [appointment, interviewed, callback, , , wrong, , stop] = fields
  expect([appointment, interviewed, callback, wrong, stop]).toEqual([
    'appointment',
    'digitalLevel',
    'callbackAt',
    'phone',
    'reason',
  ])
  expect(fields.filter(Boolean)).toHaveLength(5)
})
