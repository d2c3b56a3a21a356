import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { AppointmentState } from '@/prisma/client/enums'

type FeedAppointment = {
  id: string
  startsAt: Date
  minutes: number
  state: AppointmentState
  version: number
  createdAt: Date
  updatedAt: Date
  firm: {
    name: string
    address: string | null
    postcode: string | null
    municipalityName: string | null
    province: string | null
    doNotContactSince: Date | null
    phones: { e164: string | null }[]
  }
}

/** The words of a calendar in the language of its person. */
export type CalendarWords = { title: string; visit: (firm: string) => string; phone: (number: string) => string }

const REFRESH_SECONDS = 15 * 60

/**
 * Appointments as iCalendar (RFC 5545) for a calendar program to subscribe to. Times are in UTC, which needs no rules of
 * summer time; an appointment keeps its UID for life, and its version is the SEQUENCE. Of the firm a calendar abroad
 * learns name and address, and the number only while the firm may be called; of people nothing.
 */
export function writeCalendar(appointments: FeedAppointment[], words: CalendarWords): string {
  const calendar = new ICalCalendar({
    name: words.title,
    prodId: { company: 'Porta a Porta', product: 'Agenda', language: 'IT' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  })
  for (const { id, startsAt, minutes, state, version, createdAt, updatedAt, firm } of appointments) {
    const phone = firm.doNotContactSince ? null : firm.phones[0]?.e164
    const town = [firm.postcode, firm.municipalityName].filter(Boolean).join(' ')
    calendar.createEvent({
      id,
      sequence: version,
      stamp: updatedAt,
      created: createdAt,
      lastModified: updatedAt,
      start: startsAt,
      end: new Date(startsAt.getTime() + minutes * 60_000),
      summary: words.visit(firm.name),
      location: [firm.address, town, firm.province].filter(Boolean).join(', ') || null,
      description: phone ? words.phone(phone) : null,
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
