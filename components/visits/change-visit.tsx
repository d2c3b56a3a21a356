import { forbidden, notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { Messages } from '@/components/ui/messages'
import { formChoices } from '@/components/visits/form-choices'
import { VisitForm } from '@/components/visits/visit-form'
import { formatDate, formatTime } from '@/lib/format'
import { gate } from '@/lib/session'
import { clockOf, dayOf } from '@/lib/today/rules'
import { visitById } from '@/lib/visits/queries'

/** A recorded visit in the same form. */
export async function ChangeVisit({ params }: { params: Promise<{ visitId: string }> }) {
  const [actor, { visitId }, locale] = await Promise.all([gate('visits.record'), params, getLocale()])
  const visit = await visitById(visitId)
  if (!visit) notFound()
  if (!visit.mayChange) forbidden()
  const { firm, at, followUpAt } = visit
  const choices = await formChoices()
  const services = visit.services.map(({ serviceId, knownBefore, usedBefore, interested }) => {
    return [serviceId, { knownBefore, usedBefore, interested }] as const
  })
  return (
    <Messages pick={['visits', 'refusals']}>
      <VisitForm
        draftKey={`visit:${actor.id}:${visit.id}`}
        when={`${formatDate(locale, at)} ${formatTime(locale, at)}`}
        back={`/visits/${visit.id}`}
        showDay
        firm={{ name: firm.name, doNotContact: firm.doNotContactSince !== null, contacts: firm.contacts }}
        {...choices}
        initial={{
          id: visit.id,
          version: visit.version,
          assignmentId: visit.assignmentId,
          appointmentId: visit.appointmentId ?? undefined,
          day: dayOf(at),
          time: clockOf(at),
          minutes: visit.minutes ?? 45,
          place: visit.place,
          contactIds: visit.contacts.map(({ contactId }) => contactId),
          newContacts: [],
          privacyNoticeGiven: visit.privacyNoticeGiven,
          invitesConsent: visit.invitesConsent,
          services: Object.fromEntries(services),
          needs: visit.needs.map(({ id, needTypeId, priority, words, status, callId, officeId }) => ({
            id,
            needTypeId,
            priority,
            words: words ?? '',
            status,
            fromCall: callId !== null,
            officeId: officeId ?? '',
            refer: false,
          })),
          digitalLevel: visit.digitalLevel,
          digitalTools: visit.digitalTools,
          digitalObstacle: visit.digitalObstacle,
          interest: visit.interest,
          note: visit.note ?? '',
          followUp: visit.followUp,
          followUpDay: followUpAt ? dayOf(followUpAt) : '',
          followUpTime: followUpAt ? clockOf(followUpAt) : '',
        }}
      />
    </Messages>
  )
}
