import { useTranslations } from 'next-intl'
import { AppointmentCard } from '@/components/appointments/appointment-card'
import { DayStrip } from '@/components/today/day-strip'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import type { AgendaAppointment } from '@/lib/appointments/queries'
import { dayOf } from '@/lib/today/rules'

type AgendaDayProps = {
  day: string
  days: string[]
  today: string
  /** Of the whole week: the strip counts them. */
  appointments: AgendaAppointment[]
  now: Date
  /** The appointment of the address, which is then the open one. */
  wanted: string | string[] | undefined
  addressOf: (wish: { day: string; open?: string }) => string
}

/** A day: where to go next is open, with everything needed to go there. */
export function AgendaDay({ day, days, today, appointments, now, wanted, addressOf }: AgendaDayProps) {
  const t = useTranslations('today')
  const ofDay = appointments.filter(({ startsAt }) => dayOf(startsAt) === day)
  const counts = new Map<string, number>()
  for (const { startsAt, state } of appointments)
    if (state === 'planned' || state === 'done') counts.set(dayOf(startsAt), (counts.get(dayOf(startsAt)) ?? 0) + 1)
  const planned = ofDay.filter(({ state }) => state === 'planned')
  const next = planned.find(({ startsAt, minutes }) => startsAt.getTime() + minutes * 60_000 > now.getTime())
  const openId = ofDay.some(({ id }) => id === wanted) ? wanted : (next ?? planned.at(-1))?.id
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <DayStrip days={days} chosen={day} today={today} counts={counts} addressOf={addressOf} />
      {ofDay.length === 0 ? (
        <Empty title={t('empty')} action={<LinkButton href="/calls">{t('toCalls')}</LinkButton>} />
      ) : (
        <ol aria-label={t('agenda')} className="flex flex-col gap-2.5">
          {ofDay.map((appointment) => (
            <AppointmentCard
              key={appointment.id}
              appointment={appointment}
              now={now}
              isOpen={appointment.id === openId}
              href={addressOf({ day, open: appointment.id })}
            />
          ))}
        </ol>
      )}
    </div>
  )
}
