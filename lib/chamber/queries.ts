import 'server-only'
import { cache } from 'react'
import type { WorkingCalendar } from '@/lib/calendar/rules'
import { chamberIn, versionOf } from '@/lib/chamber/mutations'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

/** Asked once a request. */
const settings = cache(() => chamberIn(db))

/** Name of the Chamber as its band and its sign-in page show it to everybody. */
export async function chamberName(): Promise<string> {
  return (await settings()).name
}

/** Everything an admin may change, with the version the form sends back. */
export async function chamberSettings() {
  await gate('chamber.write')
  const chosen = await settings()
  return { ...chosen, version: versionOf(chosen) }
}

/** When the Chamber works, with its local holiday. */
export async function workingCalendar(): Promise<WorkingCalendar> {
  await gate()
  const { week, patron } = await settings()
  return { week, patron }
}

/** Whether figures may be shown by promoter. */
export async function perPromoterFigures(): Promise<boolean> {
  await gate('campaigns.read')
  return (await settings()).perPromoterFigures
}
