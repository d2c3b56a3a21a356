import type { WorkingCalendar } from '@/lib/calendar/rules'
import type { CallingPlan } from '@/lib/calls/queries'

/** What the outcome pane knows of the firm, the campaign and the people. */
export type CallFacts = CallingPlan & {
  calendar: WorkingCalendar
  assignmentId: string
  version: number
  attempts: number
  leaseUntil: Date | null
  userId: string
  numbers: string[]
  contacts: { id: string; name: string; role: string | null }[]
  needTypes: { id: string; name: string }[]
}
