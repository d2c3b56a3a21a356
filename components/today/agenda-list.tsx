import { useLocale, useTranslations } from 'next-intl'
import { AppointmentLine } from '@/components/appointments/appointment-line'
import { StepLink } from '@/components/today/step-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import type { AgendaAppointment } from '@/lib/appointments/queries'
import { formatDate } from '@/lib/format'
import { addDays, dayOf, momentOf } from '@/lib/today/rules'

/** Days of the list at a time. */
export const LIST_DAYS = 28

type AgendaListProps = {
  from: string
  appointments: AgendaAppointment[]
  now: Date
  withVisitor: boolean
  addressOf: (wish: { day: string; view?: 'day'; open?: string }) => string
}

/** Four weeks of appointments, one below the other under their days. */
export function AgendaList({ from, appointments, now, withVisitor, addressOf }: AgendaListProps) {
  const t = useTranslations('today')
  const locale = useLocale()
  const days = [...new Set(appointments.map(({ startsAt }) => dayOf(startsAt)))]
  const date = (day: string) => formatDate(locale, momentOf(day, '12:00'))
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex items-center gap-1">
        <StepLink to="before" href={addressOf({ day: addDays(from, -LIST_DAYS) })} label={t('before')} />
        <p className="text-table text-text-2">
          {t('period', { from: date(from), to: date(addDays(from, LIST_DAYS - 1)) })}
        </p>
        <StepLink to="after" href={addressOf({ day: addDays(from, LIST_DAYS) })} label={t('after')} />
      </div>
      {days.length === 0 && <Empty title={t('empty')} action={<LinkButton href="/calls">{t('toCalls')}</LinkButton>} />}
      {days.map((day) => (
        <Card key={day} id={`day-${day}`} title={formatDate(locale, momentOf(day, '12:00'), 'long')} padded={false}>
          <ol className="px-1.5 pt-1.5">
            {appointments
              .filter(({ startsAt }) => dayOf(startsAt) === day)
              .map((appointment) => (
                <AppointmentLine
                  key={appointment.id}
                  appointment={appointment}
                  now={now}
                  withVisitor={withVisitor}
                  href={addressOf({ day, view: 'day', open: appointment.id })}
                />
              ))}
          </ol>
        </Card>
      ))}
    </div>
  )
}
