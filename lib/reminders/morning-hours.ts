import { isWorkingDay, type WorkingCalendar } from '@/lib/calendar/rules'
import { clockOf, dayOf } from '@/lib/today/rules'

/** The morning, in Italian time: before it nobody is written to, after it the day is in everybody's hands. */
const MORNING = { from: '07:30', to: '12:00' }

/** Whether the morning e-mail may go out now: between 7:30 and noon in Italy, on a working day of the Chamber. */
export function isMorning(now: Date, calendar: WorkingCalendar): boolean {
  const clock = clockOf(now)
  return clock >= MORNING.from && clock < MORNING.to && isWorkingDay(dayOf(now), calendar)
}
