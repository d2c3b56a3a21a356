import { v7 as uuidv7 } from 'uuid'
import type { CallTyped } from '@/lib/calls/schema'
import type { NeedInput } from '@/lib/needs/schema'
import { momentOf } from '@/lib/today/rules'
import type { CallOutcome, DigitalLevel } from '@/prisma/client/enums'

/** A moment as it is typed, in Italian time; either part may still be empty. */
export type Typed = { day: string; time: string }

/** What a promoter has filled in of a call that is not saved yet. */
export type Draft = {
  callId: string
  outcome?: CallOutcome
  phone?: string
  /** When the number was dialled, epoch milliseconds. */
  dialledAt?: number
  /** From dialling to the choice of the outcome. */
  seconds?: number
  /** A contact's id, or `new`. */
  contact?: string
  newContact: { id: string; name: string; role: string; phone: string }
  callback: Typed
  retry?: Typed
  appointment: Typed & { id: string; minutes: number; visitorId: string; overlapAccepted?: boolean; confirm?: Typed }
  needs: Pick<NeedInput, 'id' | 'needTypeId' | 'priority' | 'words'>[]
  digitalLevel?: DigitalLevel
  note: string
  reason: string
  savedAt?: number
}

export type Facts = { visitMinutes: number; userId: string; reason: string }

export function blankDraft({ visitMinutes, userId, reason }: Facts): Draft {
  return {
    callId: uuidv7(),
    newContact: { id: uuidv7(), name: '', role: '', phone: '' },
    callback: { day: '', time: '' },
    appointment: { id: uuidv7(), day: '', time: '', minutes: visitMinutes, visitorId: userId },
    needs: [],
    note: '',
    reason,
  }
}

const moment = ({ day, time }: Typed) => (day && time ? momentOf(day, time) : undefined)

/** Outcomes with a conversation, in which needs and the digital level may come up. */
export const hasConversation = (outcome?: CallOutcome) =>
  outcome === undefined || ['appointment', 'interviewed', 'callback', 'refused'].includes(outcome)

/** The draft as it is sent: only what belongs to its outcome. */
export function callOf(draft: Draft, assignmentId: string, version: number): CallTyped {
  const { outcome, appointment, newContact } = draft
  const spoken = hasConversation(outcome)
  const startsAt = moment(appointment)
  const { day: _, time: __, confirm, ...agreed } = appointment
  return {
    id: draft.callId,
    assignmentId,
    version,
    outcome: outcome as CallOutcome,
    phone: draft.phone,
    seconds: draft.seconds,
    contactId: spoken && draft.contact !== 'new' ? draft.contact : undefined,
    contact: spoken && draft.contact === 'new' ? newContact : undefined,
    callbackAt: outcome === 'callback' ? moment(draft.callback) : undefined,
    retryAt: (outcome === 'no_answer' || outcome === 'busy') && draft.retry ? moment(draft.retry) : undefined,
    appointment:
      outcome === 'appointment' && startsAt
        ? { ...agreed, startsAt, confirmAt: confirm && moment(confirm) }
        : undefined,
    needs: spoken ? draft.needs : [],
    digitalLevel: spoken ? draft.digitalLevel : undefined,
    note: draft.note,
    reason: outcome === 'do_not_contact' ? draft.reason : undefined,
  }
}
