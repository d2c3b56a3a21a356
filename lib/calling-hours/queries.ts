import 'server-only'
import { type CallingHours, isCallingMoment, nextCallingMoment } from '@/lib/calling-hours/rules'
import { workingCalendar } from '@/lib/chamber/queries'
import { gate } from '@/lib/session'

/** Whether a campaign's list comes up at this moment, and when it does next; null where its hours never come. */
export async function listHours(hours: CallingHours): Promise<{ open: boolean; opensAt: Date | null }> {
  await gate('calls.log')
  const calendar = await workingCalendar()
  const now = new Date()
  if (isCallingMoment(now, hours, calendar)) return { open: true, opensAt: now }
  return { open: false, opensAt: nextCallingMoment(now, hours, calendar) }
}
