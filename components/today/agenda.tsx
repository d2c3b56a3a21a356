import { getLocale, getTranslations } from 'next-intl/server'
import { AppointmentCard } from '@/components/appointments/appointment-card'
import { DayStrip } from '@/components/today/day-strip'
import { OwedList } from '@/components/today/owed-list'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { appointmentsBetween } from '@/lib/appointments/queries'
import { formatDate } from '@/lib/format'
import { gate } from '@/lib/session'
import { boundsOf, dayOf, weekOf } from '@/lib/today/rules'
import { agendaFilter } from '@/lib/today/schema'

type AgendaProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The promoter's day: where to go next, and whom they still owe a call. */
export async function Agenda({ searchParams }: AgendaProps) {
  const [actor, params, locale, t] = await Promise.all([
    gate('visits.record'),
    searchParams,
    getLocale(),
    getTranslations('today'),
  ])
  const now = new Date()
  const today = dayOf(now)
  const day = agendaFilter.parse(params).day ?? today
  const days = weekOf(day)
  const week = await appointmentsBetween(boundsOf(days[0] ?? day).from, boundsOf(days[6] ?? day).to, actor.id)
  const ofDay = week.filter(({ startsAt }) => dayOf(startsAt) === day)
  const counts = new Map<string, number>()
  for (const { startsAt, state } of week)
    if (state === 'planned' || state === 'done') counts.set(dayOf(startsAt), (counts.get(dayOf(startsAt)) ?? 0) + 1)
  const planned = ofDay.filter(({ state }) => state === 'planned')
  const next = planned.find(({ startsAt, minutes }) => startsAt.getTime() + minutes * 60_000 > now.getTime())
  const openId = ofDay.some(({ id }) => id === params.open) ? params.open : (next ?? planned.at(-1))?.id
  const note = `${formatDate(locale, boundsOf(day).from, 'long')} · ${t('visits', { count: counts.get(day) ?? 0 })}`
  return (
    <>
      <PageHead
        title={day === today ? t('title') : t('day')}
        note={note}
        actions={
          day !== today && (
            <LinkButton href="/today" size="sm">
              {t('backToToday')}
            </LinkButton>
          )
        }
      />
      <Messages pick={['today', 'diary']}>
        <div className="grid items-start gap-5 desk:grid-cols-[minmax(0,1fr)_22.5rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <DayStrip days={days} chosen={day} today={today} counts={counts} />
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
                    href={`/today?day=${day}&open=${appointment.id}`}
                  />
                ))}
              </ol>
            )}
          </div>
          <OwedList until={boundsOf(day).to} now={now} />
        </div>
      </Messages>
    </>
  )
}
