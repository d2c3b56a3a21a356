import { CalendarCheck, CalendarX, Database, Handshake, MessageSquareText, Send } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { CallEventItem } from '@/components/firms/call-event'
import { ChangeLines } from '@/components/firms/change-lines'
import { DeedEventItem } from '@/components/firms/deed-event'
import { TimelineItem } from '@/components/firms/timeline-item'
import { VisitEventItem } from '@/components/firms/visit-event'
import { formatDate, formatTime } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { TimelineEvent } from '@/lib/timeline/queries'
import { changesIn } from '@/lib/timeline/rules'
import { NeedStatus } from '@/prisma/client/enums'

const APPOINTMENTS = {
  planned: 'appointment',
  done: 'appointment',
  cancelled: 'appointmentCancelled',
  no_show: 'appointmentMissed',
} as const

/** Each kind of happening in its own words. */
export async function TimelineEventItem({ event }: { event: TimelineEvent }) {
  const [t, locale] = await Promise.all([getTranslations('firms.timeline'), getLocale()])
  switch (event.kind) {
    case 'call':
      return <CallEventItem event={event} />
    case 'visit':
      return <VisitEventItem event={event} />
    case 'deed':
      return <DeedEventItem event={event} />
    case 'appointment': {
      const lost = event.state === 'cancelled' || event.state === 'no_show'
      const when = { date: formatDate(locale, event.startsAt, 'long'), time: formatTime(locale, event.startsAt) }
      return (
        <TimelineItem
          Icon={lost ? CalendarX : CalendarCheck}
          disc="blue"
          title={t(APPOINTMENTS[event.state])}
          who={event.arrangedBy.name}
          at={event.at}
        >
          <p className="first-letter:uppercase">{t('appointmentFor', { ...when, name: event.visitor.name })}</p>
          {event.note && <p>{event.note}</p>}
        </TimelineItem>
      )
    }
    case 'referral': {
      const names = { need: nameIn(locale, event.need.needType), office: nameIn(locale, event.office) }
      return (
        <TimelineItem Icon={Send} disc="blue" title={t('referral')} who={event.user.name} at={event.at}>
          {t('referralTo', names)}
        </TimelineItem>
      )
    }
    case 'answer':
      return (
        <TimelineItem Icon={Handshake} disc="ok" title={t('answer')} who={nameIn(locale, event.office)} at={event.at}>
          <p>{nameIn(locale, event.need.needType)}</p>
          {event.answer && <p>{event.answer}</p>}
        </TimelineItem>
      )
    case 'needMove':
      return <NeedMoveItem event={event} />
    case 'note':
      return (
        <TimelineItem Icon={MessageSquareText} title={t('note')} who={event.user.name} at={event.at}>
          <p className="whitespace-pre-line text-text">{event.text}</p>
        </TimelineItem>
      )
    case 'register':
      return (
        <TimelineItem Icon={Database} title={t('register')} at={event.at}>
          <ChangeLines changes={changesIn(event.changes)} />
        </TimelineItem>
      )
  }
}

async function NeedMoveItem({ event }: { event: TimelineEvent & { kind: 'needMove' } }) {
  const [t, locale] = await Promise.all([getTranslations('firms'), getLocale()])
  const to = changesIn(event.changes).find(({ field }) => field === 'status')?.after
  const status = Object.values(NeedStatus).find((known) => known === to)
  if (!status) return null
  const title = t('timeline.needMoved', {
    need: nameIn(locale, event.needType),
    status: t(`needs.statuses.${status}`).toLowerCase(),
  })
  return <TimelineItem Icon={Handshake} disc="ok" title={title} who={event.user?.name} at={event.at} />
}
