import 'server-only'
import { minutesAfter } from '@/lib/calls/rules'
import { db } from '@/lib/db'
import { callbacksDue, confirmationsDue, visitsDue } from '@/lib/reminders/due'
import { canPost } from '@/lib/reminders/post'
import { REMIND_MINUTES } from '@/lib/reminders/rules'
import { gate } from '@/lib/session'
import { boundsOf, dayOf } from '@/lib/today/rules'

/** Whether the signed-in person wants the morning e-mail, and whether this server can send any. */
export async function ownMorningMail(): Promise<{ isWanted: boolean; isPossible: boolean }> {
  const { id } = await gate('visits.record')
  const user = await db.user.findUniqueOrThrow({ where: { id }, select: { morningMail: true } })
  return { isWanted: user.morningMail, isPossible: canPost() }
}

export type Reminder = {
  id: string
  kind: 'visit' | 'callback' | 'confirm'
  at: Date
  firmName: string
  campaignId?: string
  /** The day of the appointment to confirm. */
  day?: string
}

/**
 * What falls due for the signed-in person: visits from a quarter of an hour ago to an hour ahead, and callbacks
 * and confirmations of today from those overdue to a quarter of an hour ahead; the earliest first.
 */
export async function remindersDue(now = new Date()): Promise<Reminder[]> {
  const { id } = await gate('visits.record')
  const ahead = minutesAfter(now, REMIND_MINUTES.callback)
  const { from } = boundsOf(dayOf(now))
  const [visits, callbacks, confirmations] = await Promise.all([
    visitsDue(id, minutesAfter(now, -REMIND_MINUTES.since), minutesAfter(now, REMIND_MINUTES.visit)),
    callbacksDue(id, ahead, from),
    confirmationsDue(id, ahead, from),
  ])
  const due: Reminder[] = [
    ...visits.map(({ id, startsAt, firm }) => ({ id, kind: 'visit' as const, at: startsAt, firmName: firm.name })),
    ...callbacks.map(({ id, callbackAt, campaignId, firm }) => {
      return { id, kind: 'callback' as const, at: callbackAt, firmName: firm.name, campaignId }
    }),
    ...confirmations.map(({ id, confirmAt, startsAt, firm }) => {
      return { id, kind: 'confirm' as const, at: confirmAt, firmName: firm.name, day: dayOf(startsAt) }
    }),
  ]
  return due.sort((a, b) => a.at.getTime() - b.at.getTime())
}
