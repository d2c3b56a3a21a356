import type { Route } from 'next'
import Link from 'next/link'
import { useLocale } from 'next-intl'
import { AppointmentState } from '@/components/appointments/appointment-state'
import { StopFirm } from '@/components/firms/stop-firm'
import type { AgendaAppointment } from '@/lib/appointments/queries'
import { formatTime } from '@/lib/format'

/** `withVisitor` where the appointments are of several people. */
type AppointmentLineProps = { appointment: AgendaAppointment; now: Date; href: string; withVisitor: boolean }

/** One appointment of a week or a list; its link opens it on its day. */
export function AppointmentLine({ appointment, now, href, withVisitor }: AppointmentLineProps) {
  const locale = useLocale()
  const { startsAt, state, firm, visitor } = appointment
  const over = state === 'cancelled' || state === 'no_show'
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-2 border-b border-border px-2.5 py-2 last:border-0">
      <Link href={href as Route} className="block min-w-0 flex-1 basis-24 text-text no-underline hover:underline">
        <span title={firm.name} className="line-clamp-2 text-table font-semibold wrap-anywhere">
          <time dateTime={startsAt.toISOString()} className="tabular-nums">
            {formatTime(locale, startsAt)}
          </time>{' '}
          <span className={over ? 'line-through' : undefined}>{firm.name}</span>
        </span>
        <span className="block text-small text-text-2">
          {[firm.municipalityName, withVisitor && visitor.name].filter(Boolean).join(' · ')}
        </span>
      </Link>
      <StopFirm firm={firm} compact />
      {state !== 'planned' && (
        <span className="mt-1 inline-flex basis-full">
          <AppointmentState appointment={appointment} now={now} />
        </span>
      )}
    </li>
  )
}
