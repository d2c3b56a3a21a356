import { MapPin, Phone, PhoneForwarded } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmButton } from '@/components/appointments/confirm-button'
import { StopFirm } from '@/components/firms/stop-firm'
import { SettleButton } from '@/components/today/settle-button'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { formatDate, formatTime } from '@/lib/format'
import { callbacksUntil, confirmationsUntil, followUpsUntil } from '@/lib/today/queries'
import { dayOf } from '@/lib/today/rules'

/** Calls promised and contacts agreed at visits that are due, the oldest first. */
export async function OwedList({ until, now }: { until: Date; now: Date }) {
  const [callbacks, confirmations, followUps, locale, t] = await Promise.all([
    callbacksUntil(until),
    confirmationsUntil(until),
    followUpsUntil(until),
    getLocale(),
    getTranslations('today.owed'),
  ])
  const all = await getTranslations('today')
  const when = (at: Date) =>
    dayOf(at) === dayOf(now) ? formatTime(locale, at) : `${formatDate(locale, at, 'brief')} ${formatTime(locale, at)}`
  const due = (at: Date) => (
    <span className={at < now ? 'text-danger-text' : undefined}>
      {' '}
      · {at < now ? t('late', { when: when(at) }) : when(at)}
    </span>
  )
  const icon = 'mt-0.75 shrink-0 text-text-3'
  return (
    <Card title={t('title')} id="owed" padded={false}>
      {callbacks.length + confirmations.length + followUps.length === 0 && <Empty title={t('empty')} />}
      <ul className="divide-y divide-border pt-1.5">
        {callbacks.map(({ id, callbackAt, firm }) => (
          <li key={id} className="flex gap-2.5 px-4 py-2.5">
            <PhoneForwarded size={16} strokeWidth={1.75} aria-hidden className={icon} />
            <div className="min-w-0 flex-1">
              <FirmLink firm={firm} />
              <p className="text-table text-text-2">
                {t('callback')}
                {callbackAt && due(callbackAt)}
              </p>
            </div>
            <StopFirm firm={firm} compact />
          </li>
        ))}
        {confirmations.map(({ id, version, confirmAt, startsAt, firm }) => (
          <li key={id} className="flex gap-2.5 px-4 py-2.5">
            <PhoneForwarded size={16} strokeWidth={1.75} aria-hidden className={icon} />
            <div className="min-w-0 flex-1">
              <FirmLink firm={firm} />
              <p className="text-table text-text-2">
                {all('confirm.of', { when: when(startsAt) })}
                {due(confirmAt)}
              </p>
              <p className="mt-1 flex flex-wrap gap-2">
                {dial(firm) && <Dial firm={firm} />}
                <ConfirmButton appointment={{ id, version, firmName: firm.name }} />
              </p>
            </div>
            <StopFirm firm={firm} compact />
          </li>
        ))}
        {followUps.map(({ id, version, followUp, followUpAt, assignmentId, firm }) => (
          <li key={id} className="flex gap-2.5 px-4 py-2.5">
            {followUp === 'call' ? (
              <Phone size={16} strokeWidth={1.75} aria-hidden className={icon} />
            ) : (
              <MapPin size={16} strokeWidth={1.75} aria-hidden className={icon} />
            )}
            <div className="min-w-0 flex-1">
              <FirmLink firm={firm} />
              <p className="text-table text-text-2">
                {followUp === 'call' ? t('call') : t('visit')}
                {followUpAt && due(followUpAt)}
              </p>
              <p className="mt-1 flex flex-wrap gap-2">
                {followUp === 'visit' && (
                  <LinkButton
                    size="sm"
                    href={`/visits/new?assignment=${assignmentId}`}
                    aria-label={t('begin', { name: firm.name })}
                    icon={<MapPin size={16} strokeWidth={1.75} aria-hidden />}
                  />
                )}
                {dial(firm) && <Dial firm={firm} />}
                <SettleButton id={id} version={version} firmName={firm.name} />
              </p>
            </div>
            <StopFirm firm={firm} compact />
          </li>
        ))}
      </ul>
      {callbacks.length > 0 && (
        <div className="border-t border-border p-3">
          <LinkButton href="/calls" className="w-full">
            {t('toDesk')}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}

type OwedFirm = { id: string; name: string; doNotContactSince: Date | null; phones: { e164: string | null }[] }

const dial = (firm: OwedFirm) => (firm.doNotContactSince ? null : firm.phones[0]?.e164)

async function Dial({ firm }: { firm: OwedFirm }) {
  const t = await getTranslations('today.owed')
  return (
    <LinkButton
      size="sm"
      href={`tel:${dial(firm)}`}
      icon={<Phone size={16} strokeWidth={1.75} aria-hidden />}
      aria-label={t('dial', { name: firm.name })}
    />
  )
}

function FirmLink({ firm }: { firm: { id: string; name: string } }) {
  return (
    <Link
      href={`/firms/${firm.id}` as Route}
      className="block truncate font-semibold text-text hover:underline"
      title={firm.name}
    >
      {firm.name}
    </Link>
  )
}
