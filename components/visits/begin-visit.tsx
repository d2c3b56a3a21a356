import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { StopFirm } from '@/components/firms/stop-firm'
import { Messages } from '@/components/ui/messages'
import { formChoices } from '@/components/visits/form-choices'
import { VisitForm } from '@/components/visits/visit-form'
import { formatDate, formatTime } from '@/lib/format'
import { openNeedsOf } from '@/lib/needs/queries'
import { gate } from '@/lib/session'
import { clockOf, dayOf } from '@/lib/today/rules'
import { visitToBegin } from '@/lib/visits/queries'

type BeginVisitProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

/** A new visit, with what the calls already told. */
export async function BeginVisit({ searchParams }: BeginVisitProps) {
  const [actor, params, locale] = await Promise.all([gate('visits.record'), searchParams, getLocale()])
  const begin = await visitToBegin({ appointment: one(params.appointment), assignment: one(params.assignment) })
  if (!begin) notFound()
  if (begin.visitId) redirect(`/visits/${begin.visitId}` as Route)
  const { firm, startsAt } = begin
  const [choices, needs] = await Promise.all([formChoices(), openNeedsOf(firm.id)])
  const now = new Date()
  const past = startsAt && dayOf(startsAt) < dayOf(now) ? startsAt : null
  const at = past ?? now
  return (
    <Messages pick={['visits', 'refusals']}>
      <VisitForm
        draftKey={`visit:${actor.id}:${begin.id ?? begin.assignmentId}`}
        when={`${formatDate(locale, startsAt ?? now)} ${formatTime(locale, startsAt ?? now)}`}
        back="/today"
        showDay={past !== null}
        firm={{ name: firm.name, doNotContact: firm.doNotContactSince !== null, contacts: firm.contacts }}
        stop={<StopFirm firm={firm} channel="visit" compact />}
        {...choices}
        initial={{
          assignmentId: begin.assignmentId,
          appointmentId: begin.id,
          day: dayOf(at),
          time: clockOf(at),
          minutes: begin.minutes,
          place: 'head_office',
          contactIds: begin.contactId ? [begin.contactId] : [],
          newContacts: [],
          privacyNoticeGiven: false,
          invitesConsent: firm.invitesConsent ?? false,
          services: {},
          needs: needs
            .filter(({ visitId }) => visitId === null)
            .map(({ id, needTypeId, priority, words, status, callId, office }) => ({
              id,
              needTypeId,
              priority,
              words: words ?? '',
              status,
              fromCall: callId !== null,
              officeId: office?.id ?? choices.needTypes.find((type) => type.id === needTypeId)?.officeId ?? '',
              refer: status === 'recorded',
            })),
          digitalLevel: firm.digitalLevel,
          digitalTools: [],
          digitalObstacle: null,
          interest: null,
          note: '',
          followUp: 'none',
          followUpDay: '',
          followUpTime: '',
        }}
      />
    </Messages>
  )
}
