import { z } from 'zod'
import { minutesInput } from '@/lib/appointments/schema'
import { contactInput } from '@/lib/firms/schema'
import { needInput } from '@/lib/needs/schema'
import { DIGITAL_TOOLS, NOTE_LIMIT, OBSTACLES } from '@/lib/visits/rules'
import { DigitalLevel, FollowUp, VisitInterest, VisitPlace } from '@/prisma/client/enums'

const time = z.string('timeNeeded').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeNeeded')
const answer = z.boolean().nullable()

const visitService = z.object({ serviceId: z.uuid(), knownBefore: answer, usedBefore: answer, interested: answer })

/** A visit as the form sends it; days and times are Italian time. Without `version` it is a new one. */
export const visitInput = z
  .object({
    id: z.uuid(),
    version: z.number().int().min(0).optional(),
    assignmentId: z.uuid(),
    appointmentId: z.uuid().optional(),
    day: z.iso.date('required'),
    time,
    minutes: minutesInput,
    place: z.enum(VisitPlace),
    contactIds: z.array(z.uuid()).max(20),
    newContacts: z.array(contactInput).max(10),
    privacyNoticeGiven: z.boolean(),
    invitesConsent: z.boolean(),
    services: z.array(visitService).max(60),
    needs: z.array(needInput).max(30),
    digitalLevel: z.enum(DigitalLevel).nullable(),
    digitalTools: z.array(z.enum(DIGITAL_TOOLS)),
    digitalObstacle: z.enum(OBSTACLES).nullable(),
    interest: z.enum(VisitInterest).nullable(),
    note: z.string().trim().max(NOTE_LIMIT, 'tooLong'),
    followUp: z.enum(FollowUp),
    followUpDay: z.iso.date().optional(),
    followUpTime: time.optional(),
  })
  .refine((visit) => visit.contactIds.length + visit.newContacts.length > 0, {
    path: ['contactIds'],
    message: 'nobodyMet',
  })
  .refine((visit) => visit.followUp === 'none' || visit.followUpDay, { path: ['followUpDay'], message: 'required' })
  .refine((visit) => visit.followUp === 'none' || visit.followUpTime, { path: ['followUpTime'], message: 'timeNeeded' })
export type VisitInput = z.output<typeof visitInput>

/** Filters of the list of visits, as the URL holds them. */
export const visitFilter = z.object({
  campaign: z.uuid().optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** Last row of the page before: its moment, a blank, its id. */
  after: z
    .string()
    .regex(/^[0-9TZ:.-]{24} [0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
})
export type VisitFilter = z.output<typeof visitFilter>
