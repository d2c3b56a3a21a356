import { describe, expect, it } from 'vitest'
import { callbackAfter, mailtoOf, overlaps } from '@/lib/appointments/rules'
import { boundsOf, clockOf, dayOf, momentOf, weekOf } from '@/lib/today/rules'

const hours = (day: string) => (boundsOf(day).to.getTime() - boundsOf(day).from.getTime()) / 3_600_000

describe('today is the Italian day, wherever the server stands', () => {
  it('begins at midnight in Rome', () => {
    expect(dayOf(new Date('2026-06-15T21:59:59Z'))).toBe('2026-06-15')
    expect(dayOf(new Date('2026-06-15T22:00:00Z'))).toBe('2026-06-16')
    expect(dayOf(new Date('2026-01-15T22:59:59Z'))).toBe('2026-01-15')
    expect(boundsOf('2026-06-16').from.toISOString()).toBe('2026-06-15T22:00:00.000Z')
    expect(clockOf(new Date('2026-06-16T09:30:00Z'))).toBe('11:30')
  })

  it('has 23 hours when summer time begins and 25 when it ends', () => {
    expect(hours('2026-03-29')).toBe(23)
    expect(hours('2026-10-25')).toBe(25)
    expect(hours('2026-06-16')).toBe(24)
  })

  it('reads a time that the clocks skip as the hour after', () => {
    expect(momentOf('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(momentOf('2026-10-26', '09:00').toISOString()).toBe('2026-10-26T08:00:00.000Z')
  })

  it('ends the year at midnight in Rome, and has a 29 February in leap years alone', () => {
    expect(boundsOf('2026-12-31').to.toISOString()).toBe('2026-12-31T23:00:00.000Z')
    expect(dayOf(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
    expect(weekOf('2027-01-01')).toEqual(weekOf('2026-12-28'))
    expect(weekOf('2028-02-29')).toContain('2028-03-01')
    expect(hours('2028-02-29')).toBe(24)
    expect(() => boundsOf('2027-02-29')).toThrow()
  })

  it('shows the week from Monday', () => {
    expect(weekOf('2026-06-16')[0]).toBe('2026-06-15')
    expect(weekOf('2026-06-21')).toHaveLength(7)
    expect(weekOf('2026-06-21')[0]).toBe('2026-06-15')
  })
})

describe('an appointment that falls through is called again the next working day', () => {
  it('at half past nine in Italy, also across the change of the clocks', () => {
    expect(callbackAfter(new Date('2026-10-23T10:00:00Z')).toISOString()).toBe('2026-10-26T08:30:00.000Z')
  })

  it('two visits that only touch do not overlap', () => {
    const at = (time: string, minutes: number) => ({ startsAt: new Date(`2026-06-16T${time}Z`), minutes })
    expect(overlaps(at('09:00', 45), at('09:45', 45))).toBe(false)
    expect(overlaps(at('09:00', 46), at('09:45', 45))).toBe(true)
  })
})

describe('a letter for the firm opens in the mail program', () => {
  const read = (href: string) => Object.fromEntries(new URL(href).searchParams)

  it('with every sign as it was written, and lines that end as mail wants them', () => {
    const [subject, body] = ["Conferma & saluti: D'Amico + figli, 50% di più", 'Gentile Nicolò,\n\nprima #1?\nA presto']
    const href = mailtoOf('info@damico.example', subject, body)
    expect(href).toMatch(/^mailto:info@damico\.example\?subject=[^\s&+#]+&body=[^\s&+#]+$/)
    expect(read(href)).toEqual({ subject, body: body.replaceAll('\n', '\r\n') })
  })

  it('to nobody yet where no address is known, and an address adds no field of its own', () => {
    expect(mailtoOf('', 'a', 'b')).toBe('mailto:?subject=a&body=b')
    expect(mailtoOf('a?bcc=x@b.example&cc=y', 's', 't')).not.toMatch(/[?&]b?cc=/)
  })
})
