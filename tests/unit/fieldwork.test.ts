import { describe, expect, test } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/calendar/rules'
import { added, type FieldCounts, fieldRates, forecast, paceSpan, workingDaysOf } from '@/lib/fieldwork/rules'

const NOTHING: FieldCounts = {
  ...{ drawn: 0, tried: 0, contacted: 0, refused: 0, unreached: 0, visited: 0, reserves: 0 },
  ...{ interviews: 0, partial: 0, refusals: 0, other: 0, notContacted: 0 },
}

describe('the rates of the field work', () => {
  // By AAPOR's formulas: I 40, P 10, R 30, O 20, and 100 never spoken with (NC, UH and UO).
  const counts = { ...NOTHING, interviews: 40, partial: 10, refusals: 30, other: 20, notContacted: 100 }

  test('CON1, COOP1 and REF1, each with its denominator', () => {
    expect(fieldRates(counts)).toEqual({
      contact: { n: 100, of: 200 },
      cooperation: { n: 40, of: 100 },
      refusal: { n: 30, of: 200 },
    })
    expect(fieldRates(NOTHING).contact).toEqual({ n: 0, of: 0 })
  })

  test('strata add up to the campaign', () => {
    expect(added([counts, { ...NOTHING, interviews: 2, reserves: 5 }])).toMatchObject({ interviews: 42, reserves: 5 })
    expect(added([])).toEqual(NOTHING)
  })
})

describe('when a target will be met', () => {
  const period = { startsOn: '2026-03-02', endsOn: '2026-08-31' }
  const pace = { target: 1500, done: 900, lately: 200, left: 5000, ...period, today: '2026-06-16' }

  test('at the pace of the whole working days of the last four weeks', () => {
    // 19 May to 15 June 2026 holds 20 weekdays less 2 June: 19 days, 10.5 a day; 600 more take 57 working days.
    expect(paceSpan('2026-03-02', '2026-06-16')).toEqual({ from: '2026-05-19', until: '2026-06-15' })
    const met = forecast(pace)
    expect(met).toEqual({ kind: 'date', day: '2026-09-02', perDay: 200 / 19, inTime: false })
    expect(forecast({ ...pace, done: 1200 })).toMatchObject({ kind: 'date', inTime: true })
  })

  test('the patron saint’s day does not count as a day of work', () => {
    const met = forecast(pace, { ...DEFAULT_CALENDAR, patron: '06-24' })
    expect(met).toMatchObject({ day: '2026-09-03' })
  })

  test('since the start, where that is less than four weeks ago', () => {
    expect(paceSpan('2026-06-08', '2026-06-16')).toEqual({ from: '2026-06-08', until: '2026-06-15' })
    expect(forecast({ ...pace, startsOn: '2026-06-08', lately: 60, done: 60 })).toMatchObject({ perDay: 10 })
  })

  test('nothing is foretold that cannot be told', () => {
    expect(forecast({ ...pace, target: 0 })).toEqual({ kind: 'noTarget' })
    expect(forecast({ ...pace, done: 1500 })).toEqual({ kind: 'reached' })
    expect(forecast({ ...pace, startsOn: '2026-06-12' })).toEqual({ kind: 'tooEarly' })
    expect(forecast({ ...pace, startsOn: '2026-07-01' })).toEqual({ kind: 'tooEarly' })
    expect(forecast({ ...pace, lately: 0 })).toEqual({ kind: 'nothing' })
    expect(forecast({ ...pace, lately: 1, target: 100_000, left: null })).toEqual({ kind: 'tooFar' })
    expect(forecast({ ...pace, left: 599 })).toEqual({ kind: 'tooFew', left: 599, missing: 600 })
    expect(forecast({ ...pace, left: null })).toMatchObject({ kind: 'date' })
  })

  test('over the turn of the year and a leap day', () => {
    const winter = {
      ...pace,
      startsOn: '2027-12-01',
      endsOn: '2028-06-30',
      today: '2028-02-29',
      lately: 20,
      left: null,
    }
    expect(forecast({ ...winter, target: 910 })).toMatchObject({ kind: 'date', day: '2028-03-13', perDay: 1 })
  })
})

describe('the working days of a campaign', () => {
  const june = { startsOn: '2026-06-01', endsOn: '2026-06-30' }
  test('those over, and those left with today', () => {
    expect(workingDaysOf(june, '2026-06-16')).toEqual({ all: 21, used: 10, left: 11 })
    expect(workingDaysOf(june, '2026-05-01')).toEqual({ all: 21, used: 0, left: 21 })
    expect(workingDaysOf(june, '2026-06-01')).toEqual({ all: 21, used: 0, left: 21 })
    expect(workingDaysOf(june, '2026-09-01')).toEqual({ all: 21, used: 21, left: 0 })
  })
})
