import type { Span, WorkingCalendar } from '@/lib/calendar/rules'

/** What an admin chooses for the Chamber as a whole. */
export type ChamberSettings = WorkingCalendar & {
  name: string
  /** Managers see who called how much. Off at first: Italian law limits the remote monitoring of workers. */
  perPromoterFigures: boolean
  /** Days after which uploaded register files are deleted. */
  uploadDays: number
}

const TIME = /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?$/

/**
 * Hours as a person types them, `9-13 14.30-18:00`: spans in order, none of them touching the next; empty text is a day
 * off. Null where it cannot be read.
 */
export function hoursFrom(text: string): Span[] | null {
  const parts = text.replace(/\s*[-–—]\s*/g, '-').split(/[\s,;/+]+/)
  const spans = parts.filter(Boolean).map((part) => {
    const [from, to, ...more] = part.split('-').map(clockFrom)
    return from && to && from < to && !more.length ? { from, to } : null
  })
  const read = spans.filter((span) => span !== null)
  const inOrder = read.every((span, i) => i === 0 || (read[i - 1]?.to ?? '') < span.from)
  return read.length === spans.length && inOrder ? read : null
}

function clockFrom(text: string): string | null {
  const [, hour, minute = '00'] = TIME.exec(text) ?? []
  return hour ? `${hour.padStart(2, '0')}:${minute}` : null
}

/** `09:00–13:00, 14:30–18:00`; empty for a day off. */
export function hoursText(spans: Span[]): string {
  return spans.map(({ from, to }) => `${from}–${to}`).join(', ')
}

/** Day and month as a person types them, `6/7`: MM-DD; null where the calendar has no such day. */
export function feastFrom(text: string): string | null {
  const [, day = 0, month = 0] = /^(\d{1,2})[/.\-\s](\d{1,2})$/.exec(text.trim()) ?? []
  const leapYear = 2000
  const date = new Date(Date.UTC(leapYear, Number(month) - 1, Number(day)))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null
  return date.toISOString().slice(5, 10)
}

/** MM-DD as day and month, `6/7`. */
export function feastText(patron: string | null): string {
  return patron ? patron.split('-').reverse().map(Number).join('/') : ''
}
