import type { Period } from '@/lib/activity-log/schema'
import { addDays, boundsOf, dayOf } from '@/lib/today/rules'

const DAYS: Record<Period, number> = { today: 0, week: 6, month: 29, quarter: 89 }

/** The Italian midnight at which the period begins; it ends now. */
export const beginOf = (period: Period, now: Date): Date => boundsOf(addDays(dayOf(now), -DAYS[period])).from

/** One field as it was and as it became; a deed that only adds has no before. */
export type FieldChange = { field: string; before: unknown; after: unknown; both: boolean }

/** Reads the `changes` of an activity row: pairs are before and after, anything else is a note. */
export function fieldChanges(changes: unknown): FieldChange[] {
  if (!changes || typeof changes !== 'object' || Array.isArray(changes)) return []
  return Object.entries(changes).map(([field, value]) =>
    Array.isArray(value) && value.length === 2
      ? { field, before: value[0], after: value[1], both: true }
      : { field, before: null, after: value, both: false },
  )
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

/** Ids named in changes, at any depth of a list. */
export function idsIn(changes: unknown): string[] {
  return fieldChanges(changes)
    .flatMap(({ before, after }) => [before, after].flat())
    .filter(isId)
}
