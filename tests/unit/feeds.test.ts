import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { writeCalendar } from '@/lib/feeds/calendar'
import { secretIn } from '@/lib/feeds/rules'

const WORDS = {
  title: 'Porta a Porta: visite',
  visit: (firm: string) => `Visita: ${firm}`,
  phone: (number: string) => `Telefono: ${number}`,
}

const FIRM = {
  name: 'Carpenterie Agro S.r.l.',
  address: 'VIA NETTUNO 214',
  postcode: '04012',
  municipalityName: 'CISTERNA DI LATINA',
  province: 'LT',
  doNotContactSince: null,
  phones: [{ e164: '+39060000118' }],
}

const APPOINTMENT = {
  id: '01900000-0000-7000-8000-000000000001',
  startsAt: new Date('2026-06-16T09:30:00Z'),
  minutes: 45,
  state: 'planned' as const,
  version: 2,
  createdAt: new Date('2026-06-01T08:00:00Z'),
  updatedAt: new Date('2026-06-02T08:00:00Z'),
  firm: FIRM,
}

/** Read back with a library that has nothing to do with the one that wrote it. */
function readBack(...appointments: Parameters<typeof writeCalendar>[0]) {
  const text = writeCalendar(appointments, WORDS)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  return { text, calendar, events }
}
const inRome = (time: ICAL.Time) =>
  time.toJSDate().toLocaleString('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' })

describe('a calendar program reads an appointment', () => {
  it('with when, where, at which firm, and which version of it', () => {
    const { calendar, events } = readBack(APPOINTMENT)
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Porta a Porta: visite')
    const [event] = events
    expect(event?.uid).toBe(APPOINTMENT.id)
    expect(event?.sequence).toBe(2)
    expect(event?.summary).toBe('Visita: Carpenterie Agro S.r.l.')
    expect(event?.location).toBe('VIA NETTUNO 214, 04012 CISTERNA DI LATINA, LT')
    expect(event?.description).toBe('Telefono: +39060000118')
    expect(event?.startDate.toJSDate()).toEqual(APPOINTMENT.startsAt)
    expect(event?.duration.toSeconds()).toBe(45 * 60)
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
  })

  it('at the hour on the wall in Rome, on both sides of a change of the clocks, at midnight, on 29 February', () => {
    const at = (startsAt: string) => readBack({ ...APPOINTMENT, startsAt: new Date(startsAt) }).events[0]?.startDate
    const walls = [
      ['2026-03-28T09:30:00Z', '2026-03-28 10:30'],
      ['2026-03-30T08:30:00Z', '2026-03-30 10:30'],
      ['2026-10-24T08:30:00Z', '2026-10-24 10:30'],
      ['2026-10-26T09:30:00Z', '2026-10-26 10:30'],
      ['2026-12-31T23:00:00Z', '2027-01-01 00:00'],
      ['2028-02-29T08:00:00Z', '2028-02-29 09:00'],
    ]
    for (const [utc, wall] of walls) expect(inRome(at(utc ?? '') as ICAL.Time)).toBe(wall)
  })

  it('and lasts as long as it does, also through the hour that comes twice', () => {
    const { events } = readBack({ ...APPOINTMENT, startsAt: new Date('2026-10-25T00:30:00Z'), minutes: 90 })
    expect(events[0]?.duration.toSeconds()).toBe(90 * 60)
  })

  it('as cancelled where it was called off', () => {
    const { events } = readBack({ ...APPOINTMENT, state: 'cancelled' })
    expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  it('with apostrophes, commas, semicolons, backslashes and newlines in the name as they are', () => {
    const name = `SOCIETA' D'ARTE "L'ANGOLO", RICAMI; FILI\nE TESSUTI \\ IN LIQUIDAZIONE`
    const { events, text } = readBack({ ...APPOINTMENT, firm: { ...FIRM, name } })
    expect(events[0]?.summary).toBe(`Visita: ${name}`)
    expect(text).toContain('\\nE TESSUTI')
  })

  it('with any name a register may hold', () => {
    const signs = fc.constantFrom(...`aZ0 ,;:\\"'\n|<>&=àÈ€\u2019😀`)
    const names = fc.string({ unit: signs, minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(names, (name) => {
        expect(readBack({ ...APPOINTMENT, firm: { ...FIRM, name } }).events[0]?.summary).toBe(`Visita: ${name}`)
      }),
    )
  })

  it('with a name of 194 characters, in lines of at most 75 octets', () => {
    const name = 'COOPERATIVA ÀÈÌÒÙ DI PRODUZIONE E LAVORO '.repeat(5).slice(0, 194)
    const { events, text } = readBack({ ...APPOINTMENT, firm: { ...FIRM, name } })
    expect(events[0]?.summary).toBe(`Visita: ${name}`)
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.every((line) => !line.includes('\n'))).toBe(true)
  })

  it('without the number of a firm that must not be called, and without what is not known', () => {
    const stopped = { ...FIRM, doNotContactSince: new Date() }
    expect(readBack({ ...APPOINTMENT, firm: stopped }).text).not.toContain('+39060000118')
    const bare = { ...FIRM, address: null, postcode: null, municipalityName: null, province: null, phones: [] }
    const [event] = readBack({ ...APPOINTMENT, firm: bare }).events
    expect(event?.location).toBeFalsy()
    expect(event?.description).toBeFalsy()
  })

  it('or none, and the calendar is still a calendar', () => {
    expect(readBack().calendar.name).toBe('vcalendar')
    expect(readBack().events).toEqual([])
  })
})

it('an address that can hold no secret is not looked up', () => {
  expect(secretIn(`${'A'.repeat(43)}.ics`)).toBe('A'.repeat(43))
  for (const name of [
    '.ics',
    'A'.repeat(43),
    `${'A'.repeat(42)}.ics`,
    `${'A'.repeat(44)}.ics`,
    `${'/'.repeat(43)}.ics`,
  ])
    expect(secretIn(name)).toBeNull()
})
