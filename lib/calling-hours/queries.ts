import 'server-only'
import { isCallingMoment, nextCallingMoment } from '@/lib/calling-hours/rules'
import { workingCalendar } from '@/lib/chamber/queries'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

/** Whether the campaign's list comes up at this moment, and when it does next; null where its hours never come. */
export async function listHours(campaignId: string): Promise<{ open: boolean; opensAt: Date | null }> {
  await gate('calls.log')
  const select = { officeHours: true, saturdays: true, dayParts: true }
  const [hours, calendar] = await Promise.all([
    db.campaign.findUniqueOrThrow({ where: { id: campaignId }, select }),
    workingCalendar(),
  ])
  const now = new Date()
  if (isCallingMoment(now, hours, calendar)) return { open: true, opensAt: now }
  return { open: false, opensAt: nextCallingMoment(now, hours, calendar) }
}
