import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { visitInput } from '@/lib/visits/schema'
import type { DigitalLevel, FollowUp, NeedPriority, NeedStatus, VisitInterest, VisitPlace } from '@/prisma/client/enums'

export const STEPS = ['meeting', 'services', 'needs', 'digital', 'sequel'] as const
export type Step = (typeof STEPS)[number]

export type DraftContact = { id: string; name: string; role?: string; phone?: string; email?: string }
export type Answers = { knownBefore: boolean | null; usedBefore: boolean | null; interested: boolean | null }
export type DraftNeed = {
  id: string
  needTypeId: string
  priority: NeedPriority
  words: string
  /** Proposed office, '' where none. */
  officeId: string
  refer: boolean
  /** Beyond `recorded` an office has it already. */
  status: NeedStatus
  fromCall: boolean
}

/** A visit as it is being written down; kept in the browser until it is saved. */
export type VisitDraft = {
  id: string
  version?: number
  assignmentId: string
  appointmentId?: string
  day: string
  time: string
  minutes: number
  place: VisitPlace
  contactIds: string[]
  newContacts: DraftContact[]
  privacyNoticeGiven: boolean
  invitesConsent: boolean
  services: Record<string, Answers>
  needs: DraftNeed[]
  digitalLevel: DigitalLevel | null
  digitalTools: string[]
  digitalObstacle: string | null
  interest: VisitInterest | null
  note: string
  followUp: FollowUp
  followUpDay: string
  followUpTime: string
}

export const newId = () => uuidv7()

type VisitSent = z.input<typeof visitInput>

/** The draft as the server wants it; the schema says what is missing. */
export function toInput(draft: VisitDraft): VisitSent {
  const { newContacts, contactIds, services, needs, followUp, followUpDay, followUpTime, ...rest } = draft
  const isNew = (id: string) => newContacts.some((contact) => contact.id === id)
  return {
    ...rest,
    digitalTools: rest.digitalTools as VisitSent['digitalTools'],
    digitalObstacle: rest.digitalObstacle as VisitSent['digitalObstacle'],
    contactIds: contactIds.filter((id) => !isNew(id)),
    newContacts: newContacts.filter(({ id }) => contactIds.includes(id)),
    services: Object.entries(services).map(([serviceId, answers]) => ({ serviceId, ...answers })),
    needs: needs.map(({ id, needTypeId, priority, words, officeId, refer }) => {
      const sent = refer && officeId !== ''
      return { id, needTypeId, priority, words: words || undefined, refer: sent, officeId: officeId || undefined }
    }),
    followUp,
    followUpDay: followUp === 'none' ? undefined : followUpDay || undefined,
    followUpTime: followUp === 'none' ? undefined : followUpTime || undefined,
  }
}

const STEP_OF: Record<string, Step> = {
  services: 'services',
  needs: 'needs',
  digitalLevel: 'digital',
  digitalTools: 'digital',
  digitalObstacle: 'digital',
  interest: 'sequel',
  note: 'sequel',
  followUp: 'sequel',
  followUpDay: 'sequel',
  followUpTime: 'sequel',
}

/** The step whose field a path names. */
export function stepOf(path: string): Step {
  return STEP_OF[path.split('.')[0] ?? ''] ?? 'meeting'
}
