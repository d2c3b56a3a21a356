import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { AppointmentLine } from '@/components/appointments/appointment-line'
import { StepLink } from '@/components/today/step-link'
import { classNames } from '@/components/ui/class-names'
import type { AgendaAppointment } from '@/lib/appointments/queries'
import { isWorkingDay, type WorkingCalendar } from '@/lib/calendar/rules'
import { formatDate } from '@/lib/format'
import { addDays, dayOf, momentOf } from '@/lib/today/rules'

type AgendaWeekProps = {
  days: string[]
  today: string
  appointments: AgendaAppointment[]
  calendar: WorkingCalendar
  now: Date
  withVisitor: boolean
  /** The address of the agenda on a day, in this view or in another. */
  addressOf: (wish: { day: string; view?: 'day'; open?: string }) => string
}

/** The week side by side on a desk, one below the other on a phone; the weekend where something happens on it. */
export function AgendaWeek({ days, today, appointments, calendar, now, withVisitor, addressOf }: AgendaWeekProps) {
  const t = useTranslations('today')
  const locale = useLocale()
  const of = (day: string) => appointments.filter(({ startsAt }) => dayOf(startsAt) === day)
  const shown = days.filter((day, i) => i < 5 || of(day).length > 0 || isWorkingDay(day, calendar))
  const [monday = today] = days
  return (
    <div className="flex flex-wrap items-start justify-between gap-1 tablet:flex-nowrap">
      <StepLink to="before" href={addressOf({ day: addDays(monday, -7) })} label={t('weekBefore')} />
      <div className="grid min-w-0 flex-1 gap-2 max-tablet:order-last max-tablet:basis-full tablet:auto-cols-fr tablet:grid-flow-col">
        {shown.map((day) => (
          <section
            key={day}
            aria-labelledby={`day-${day}`}
            className={classNames(
              'min-w-0 rounded-l border bg-surface',
              day === today ? 'border-primary' : 'border-border',
            )}
          >
            <h2 id={`day-${day}`} className="border-b border-border px-2.5 py-1.5 text-table font-semibold">
              <Link
                href={addressOf({ day, view: 'day' }) as Route}
                aria-current={day === today ? 'date' : undefined}
                className="text-inherit hover:underline"
              >
                {formatDate(locale, momentOf(day, '12:00'))}
              </Link>
            </h2>
            {of(day).length === 0 && (
              <p className="px-2.5 py-2 text-small text-text-3">{t(isWorkingDay(day, calendar) ? 'free' : 'closed')}</p>
            )}
            <ol>
              {of(day).map((appointment) => (
                <AppointmentLine
                  key={appointment.id}
                  appointment={appointment}
                  now={now}
                  withVisitor={withVisitor}
                  href={addressOf({ day, view: 'day', open: appointment.id })}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      <StepLink to="after" href={addressOf({ day: addDays(monday, 7) })} label={t('weekAfter')} />
    </div>
  )
}
