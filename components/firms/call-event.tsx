import { Ban, CalendarCheck, CircleX, PhoneCall, PhoneIncoming, PhoneMissed, PhoneOff, Voicemail } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { NeedWords } from '@/components/firms/need-words'
import { TimelineItem } from '@/components/firms/timeline-item'
import { formatDate, formatTime } from '@/lib/format'
import type { CallEvent } from '@/lib/timeline/queries'

const ICONS = {
  appointment: CalendarCheck,
  interviewed: PhoneCall,
  callback: PhoneIncoming,
  no_answer: PhoneMissed,
  busy: Voicemail,
  wrong_number: PhoneOff,
  refused: PhoneOff,
  do_not_contact: Ban,
  ceased: CircleX,
}

const SPOKEN = new Set(['appointment', 'interviewed', 'callback'])

export async function CallEventItem({ event }: { event: CallEvent }) {
  const [t, locale] = await Promise.all([getTranslations('firms'), getLocale()])
  const { outcome, appointment, callbackAt, contact, note, digitalLevel, needs } = event
  const moment = (at: Date) => ({ date: formatDate(locale, at, 'long'), time: formatTime(locale, at) })
  const disc = outcome === 'do_not_contact' ? 'danger' : SPOKEN.has(outcome) ? 'blue' : 'quiet'
  const words = [
    contact && t('timeline.spokeWith', { name: contact.name }),
    callbackAt && t('timeline.callbackAt', moment(callbackAt)),
    digitalLevel && `${t('digital.title')}: ${t(`digital.${digitalLevel}`).toLowerCase()}.`,
  ].filter(Boolean)
  const empty = !appointment && words.length === 0 && !note && needs.length === 0
  return (
    <TimelineItem
      Icon={ICONS[outcome]}
      disc={disc}
      title={appointment ? t('timeline.appointment') : t(`timeline.outcomes.${outcome}`)}
      who={event.user.name}
      at={event.at}
    >
      {empty ? null : (
        <>
          {appointment && (
            <p className="first-letter:uppercase">
              {t('timeline.appointmentFor', { ...moment(appointment.startsAt), name: appointment.visitor.name })}
            </p>
          )}
          {words.length > 0 && <p>{words.join(' ')}</p>}
          {note && <p className="whitespace-pre-line">{note}</p>}
          <NeedWords needs={needs} />
        </>
      )}
    </TimelineItem>
  )
}
