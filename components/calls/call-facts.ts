import type { WorkingCalendar } from '@/lib/calendar/rules'

/** What the outcome pane knows of the firm, the campaign and the people. */
export type CallFacts = {
  calendar: WorkingCalendar
  assignmentId: string
  version: number
  attempts: number
  leaseUntil: Date | null
  userId: string
  numbers: string[]
  contacts: { id: string; name: string; role: string | null }[]
  needTypes: { id: string; name: string }[]
  visitors: { id: string; name: string }[]
  visitMinutes: number
  noAnswerHours: number
  busyHours: number
  maxAttempts: number
}
