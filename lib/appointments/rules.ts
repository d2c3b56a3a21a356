import { nextWorkingMorning, previousWorkingDay, settledMorning, type WorkingCalendar } from '@/lib/calendar/rules'
import { dayOf } from '@/lib/today/rules'

/** A visit lasts a working day at most, in minutes. */
export const LONGEST_MINUTES = 480

/**
 * When to call a firm whose appointment fell through (cancelled by either side, or nobody there): it spoke with us and
 * agreed once, so it goes back to the caller who arranged it, the next working morning. If that day passes too, the
 * rule for callbacks gives it to the pool.
 */
export function callbackAfter(at: Date, calendar?: WorkingCalendar): Date {
  return nextWorkingMorning(at, calendar)
}

/**
 * When to call a firm to hear that an appointment still holds: the morning of the last working day before it; null where
 * that has passed.
 */
export function confirmationFor(startsAt: Date, now: Date, calendar?: WorkingCalendar): Date | null {
  const at = settledMorning(previousWorkingDay(dayOf(startsAt), calendar), calendar)
  return at > now ? at : null
}

/** Two visits of one person that overlap, ends excluded. */
export function overlaps(a: { startsAt: Date; minutes: number }, b: { startsAt: Date; minutes: number }): boolean {
  const end = (visit: { startsAt: Date; minutes: number }) => visit.startsAt.getTime() + visit.minutes * 60_000
  return a.startsAt.getTime() < end(b) && b.startsAt.getTime() < end(a)
}

/** Opens a mail program with a letter written (RFC 6068): lines end in CR LF, and everything is percent-encoded. */
export function mailtoOf(to: string, subject: string, body: string): string {
  const lines = body.replace(/\r?\n/g, '\r\n')
  const [user = '', domain] = to.split('@')
  const address = domain ? `${encodeURIComponent(user)}@${encodeURIComponent(domain)}` : ''
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`
}
