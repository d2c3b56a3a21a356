import { searchName } from '@/lib/firms/rules'
import type { NeedFilter } from '@/lib/needs/schema'
import { addDays, dateColumn, dayOf } from '@/lib/today/rules'
import type { Prisma } from '@/prisma/client/client'
import type { NeedStatus, Role } from '@/prisma/client/enums'

export const WORDS_LIMIT = 500
export const PRIORITIES = ['low', 'medium', 'high'] as const
export const NEED_STATUSES = [
  'recorded',
  'referred',
  'taken_up',
  'in_progress',
  'waiting',
  'met',
  'not_met',
  'withdrawn',
] as const

/** Where a need may go from each status (DESIGN.md §3); a closed need may be taken up again. */
const STEPS: Record<NeedStatus, readonly NeedStatus[]> = {
  recorded: ['referred', 'withdrawn'],
  referred: ['taken_up', 'not_met', 'withdrawn'],
  taken_up: ['in_progress', 'waiting', 'met', 'not_met', 'withdrawn'],
  in_progress: ['waiting', 'met', 'not_met', 'withdrawn'],
  waiting: ['in_progress', 'met', 'not_met', 'withdrawn'],
  met: ['taken_up'],
  not_met: ['taken_up'],
  withdrawn: [],
}

export const CLOSED = ['met', 'not_met', 'withdrawn'] as const satisfies NeedStatus[]
export const OPEN = ['recorded', 'referred', 'taken_up', 'in_progress', 'waiting'] as const satisfies NeedStatus[]

export function stepsFrom(status: NeedStatus): readonly NeedStatus[] {
  return STEPS[status]
}

export function isClosed(status: NeedStatus): boolean {
  return (CLOSED as readonly NeedStatus[]).includes(status)
}

/** The last day on which an office may answer a need it was sent at that moment; days count from the Italian day. */
export function dueOnAfter(at: Date, answerDays: number): Date {
  return dateColumn(addDays(dayOf(at), answerDays))
}

/** Open, and its last day is over in Italy. */
export function isOverdue(need: { status: NeedStatus; dueOn: Date | null }, now: Date): boolean {
  return !isClosed(need.status) && need.dueOn !== null && need.dueOn.toISOString().slice(0, 10) < dayOf(now)
}

type Person = { id: string; role: Role; officeId: string | null }

/**
 * The needs a person works with: an office those sent to it, a promoter those of their campaigns and those they wrote
 * down, everybody else all. (A firm's own page shows all its needs to all.)
 */
export function needScope(actor: Person): Prisma.NeedWhereInput {
  if (actor.role === 'office') return { officeId: actor.officeId ?? { in: [] } }
  if (actor.role !== 'promoter') return {}
  return { OR: [{ recordedById: actor.id }, { campaign: { promoters: { some: { userId: actor.id } } } }] }
}

/**
 * What the filters ask for, within what the person may see. `mine` is what an office works on, or a promoter brought.
 * `named`: the firms whose name has the text, where they were few enough to be looked up.
 */
export function needWhere(actor: Person, filter: NeedFilter, now: Date, named?: string[]): Prisma.NeedWhereInput {
  const statuses = filter.status.flatMap((status) => (status === 'open' ? OPEN : [status]))
  const text = filter.q && searchName(filter.q)
  const ofFirm = named ? { firmId: { in: named } } : { firm: { searchName: { contains: text } } }
  return {
    AND: [
      needScope(actor),
      { officeId: filter.office, needTypeId: filter.type },
      { status: { in: statuses.length > 0 ? statuses : [...OPEN] } },
      filter.priority.length > 0 ? { priority: { in: filter.priority } } : {},
      filter.mine ? (actor.role === 'promoter' ? { recordedById: actor.id } : { assigneeId: actor.id }) : {},
      filter.overdue ? { dueOn: { lt: dateColumn(dayOf(now)) }, status: { in: [...OPEN] } } : {},
      text ? { OR: [ofFirm, { words: { contains: filter.q, mode: 'insensitive' } }] } : {},
    ],
  }
}
