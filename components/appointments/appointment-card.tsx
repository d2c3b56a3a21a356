import { Ban, CheckCheck, MessageSquare, Navigation, Phone, PhoneForwarded, User } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { AppointmentActions } from '@/components/appointments/appointment-actions'
import { AppointmentState } from '@/components/appointments/appointment-state'
import { FirmMessage } from '@/components/appointments/firm-message'
import { StopFirm } from '@/components/firms/stop-firm'
import { classNames } from '@/components/ui/class-names'
import { LinkButton } from '@/components/ui/link-button'
import type { AgendaAppointment } from '@/lib/appointments/queries'
import { formatDate, formatTime } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { clockOf, dayOf } from '@/lib/today/rules'

type CardProps = { appointment: AgendaAppointment; now: Date; isOpen: boolean; href: string }

/** One appointment of the day; the open one has everything needed to go there. */
export function AppointmentCard({ appointment, now, isOpen, href }: CardProps) {
  const locale = useLocale()
  const t = useTranslations('today')
  const { firm, state } = appointment
  const over = state !== 'planned'
  const town = [firm.municipalityName, nameIn(locale, firm.sector)].filter(Boolean).join(' · ')
  return (
    <li className="grid grid-cols-[3.25rem_minmax(0,1fr)]">
      <time dateTime={appointment.startsAt.toISOString()} className="pt-3 text-body font-semibold tabular-nums">
        {formatTime(locale, appointment.startsAt)}
      </time>
      <article
        className={classNames(
          'rounded-l bg-surface px-3 py-2.5',
          isOpen ? 'border-2 border-primary' : 'border border-border',
        )}
      >
        <div className="flex items-center gap-2">
          <h2
            className={classNames('min-w-0 flex-1 truncate text-body font-semibold', over && 'text-text-2')}
            title={firm.name}
          >
            {isOpen ? (
              <Link href={`/firms/${firm.id}` as Route} className="text-text hover:underline">
                {firm.name}
              </Link>
            ) : (
              <Link
                href={href as Route}
                scroll={false}
                className="text-inherit hover:underline"
                aria-label={t('open', { name: firm.name })}
              >
                {firm.name}
              </Link>
            )}
          </h2>
          <AppointmentState appointment={appointment} now={now} />
        </div>
        {isOpen ? (
          <Details appointment={appointment} now={now} />
        ) : (
          <p className="truncate text-table text-text-2">{town}</p>
        )}
      </article>
    </li>
  )
}

function Details({ appointment, now }: { appointment: AgendaAppointment; now: Date }) {
  const t = useTranslations('today')
  const { firm, contact, note, startsAt } = appointment
  const place = [firm.address, [firm.postcode, firm.municipalityName].filter(Boolean).join(' '), firm.province]
  const address = place.filter(Boolean).join(', ')
  const phone = firm.doNotContactSince ? null : (contact?.phone ?? firm.phones[0]?.e164)
  const planned = {
    id: appointment.id,
    assignmentId: appointment.assignmentId,
    visitorId: appointment.visitorId,
    version: appointment.version,
    firmName: firm.name,
    day: dayOf(startsAt),
    time: clockOf(startsAt),
    minutes: appointment.minutes,
    begun: startsAt <= now,
    unconfirmed: appointment.confirmAt !== null,
  }
  return (
    <div className="flex flex-col gap-2.5 pt-1">
      <p className="text-table text-text-2">{address}</p>
      {contact && (
        <p className="flex items-center gap-1.5 text-table text-text-2">
          <User size={14} strokeWidth={1.75} aria-hidden />
          {t('meets', { name: [contact.name, contact.role].filter(Boolean).join(', ') })}
        </p>
      )}
      {note && (
        <p className="flex gap-2 rounded-m bg-fill px-2.5 py-2 text-table">
          <MessageSquare size={14} strokeWidth={1.75} aria-hidden className="mt-0.75 shrink-0" />
          {note}
        </p>
      )}
      <Confirmation appointment={appointment} />
      {firm.doNotContactSince && (
        <p className="flex items-center gap-1.5 text-table text-danger-text">
          <Ban size={14} strokeWidth={1.75} aria-hidden />
          {t('noDial')}
        </p>
      )}
      <div className="flex gap-2">
        {phone && (
          <LinkButton
            href={`tel:${phone.replace(/[^\d+]/g, '')}`}
            className="flex-1"
            icon={<Phone size={16} strokeWidth={1.75} aria-hidden />}
            aria-label={t('callFirm', { name: firm.name })}
          >
            {t('call')}
          </LinkButton>
        )}
        {address && (
          <LinkButton
            href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`}
            className="flex-1"
            icon={<Navigation size={16} strokeWidth={1.75} aria-hidden />}
          >
            {t('directions')}
          </LinkButton>
        )}
      </div>
      {appointment.visit ? (
        <LinkButton href={`/visits/${appointment.visit.id}`}>{t('read')}</LinkButton>
      ) : (
        <LinkButton href={`/visits/new?appointment=${appointment.id}`} variant="filled">
          {t('begin')}
        </LinkButton>
      )}
      <div className="-mx-1 flex flex-wrap justify-center gap-1">
        {appointment.state === 'planned' && <AppointmentActions appointment={planned} />}
        {(appointment.state === 'planned' || appointment.state === 'cancelled') && !firm.doNotContactSince && (
          <FirmMessage appointment={appointment} />
        )}
        <StopFirm firm={firm} />
      </div>
    </div>
  )
}

/** Whether the firm was asked again, or when it is to be. */
function Confirmation({ appointment: { state, confirmAt, confirmedAt } }: { appointment: AgendaAppointment }) {
  const t = useTranslations('today.confirm')
  const locale = useLocale()
  if (state !== 'planned' || !(confirmAt || confirmedAt)) return null
  const when = (at: Date) => `${formatDate(locale, at)} ${formatTime(locale, at)}`
  const Icon = confirmAt ? PhoneForwarded : CheckCheck
  return (
    <p className="flex items-center gap-1.5 text-table text-text-2">
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {confirmAt ? t('asked', { when: when(confirmAt) }) : confirmedAt && t('confirmed', { day: when(confirmedAt) })}
    </p>
  )
}
