import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { AgendaDay } from '@/components/today/agenda-day'
import { AgendaKeys } from '@/components/today/agenda-keys'
import { AgendaList, LIST_DAYS } from '@/components/today/agenda-list'
import { AgendaWeek } from '@/components/today/agenda-week'
import { OwedList } from '@/components/today/owed-list'
import { ViewLinks } from '@/components/today/view-links'
import { buttonStyles } from '@/components/ui/button-styles'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { TogglePill } from '@/components/ui/toggle-pill'
import { appointmentsBetween, MOST_SHOWN } from '@/lib/appointments/queries'
import { workingCalendar } from '@/lib/chamber/queries'
import { formatDate } from '@/lib/format'
import { gate } from '@/lib/session'
import { addDays, boundsOf, dayOf, weekOf } from '@/lib/today/rules'
import { agendaFilter } from '@/lib/today/schema'

type AgendaProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The promoter's appointments by day, week or list, and whom they still owe a call. */
export async function Agenda({ searchParams }: AgendaProps) {
  const [actor, params, locale, t] = await Promise.all([
    gate('visits.record'),
    searchParams,
    getLocale(),
    getTranslations('today'),
  ])
  const now = new Date()
  const today = dayOf(now)
  const { day = today, view, all } = agendaFilter.parse(params)
  const days = weekOf(day)
  const [from, last] = view === 'list' ? [day, addDays(day, LIST_DAYS - 1)] : [days[0] ?? day, days[6] ?? day]
  const visitor = all ? undefined : actor.id
  const [appointments, calendar] = await Promise.all([
    appointmentsBetween(boundsOf(from).from, boundsOf(last).to, visitor),
    workingCalendar(),
  ])
  const addressOf = (wish: Record<string, string | undefined>) => {
    const wished = { day, view: view === 'day' ? undefined : view, all, ...wish }
    const query = Object.entries(wished).filter(([name, value]) => value && !(name === 'view' && value === 'day'))
    return `/today?${new URLSearchParams(query as [string, string][])}`
  }
  const shown = { appointments, now, addressOf }
  const withVisitor = all === '1'
  const count = appointments.filter(({ startsAt, state }) => {
    return (view !== 'day' || dayOf(startsAt) === day) && (state === 'planned' || state === 'done')
  }).length
  const date = formatDate(locale, boundsOf(from).from, 'long')
  const period = {
    day: formatDate(locale, boundsOf(day).from, 'long'),
    week: t('weekFrom', { date }),
    list: null,
  }[view]
  return (
    <>
      <PageHead
        title={day === today && view === 'day' ? t('title') : t('day')}
        note={[period, t('visits', { count })].filter(Boolean).join(' · ')}
        actions={
          day !== today && (
            <Link
              href={addressOf({ day: undefined }) as Route}
              aria-keyshortcuts="O"
              className={buttonStyles({ size: 'sm', square: false })}
            >
              {t('backToToday')}
            </Link>
          )
        }
      />
      <Messages pick={['today', 'diary']}>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
          <ViewLinks shown={view} addressOf={(other) => addressOf({ view: other })} />
          <TogglePill param="all" label={t('colleagues')} />
        </div>
        {appointments.length === MOST_SHOWN && (
          <Notice tone="warn" className="mb-3">
            {t('most', { count: MOST_SHOWN })}
          </Notice>
        )}
        {view === 'week' ? (
          <AgendaWeek {...shown} withVisitor={withVisitor} days={days} today={today} calendar={calendar} />
        ) : (
          <div className="grid items-start gap-5 desk:grid-cols-[minmax(0,1fr)_22.5rem]">
            {view === 'list' ? (
              <AgendaList {...shown} withVisitor={withVisitor} from={from} />
            ) : (
              <AgendaDay {...shown} day={day} days={days} today={today} wanted={params.open} />
            )}
            <OwedList until={boundsOf(day).to} now={now} />
          </div>
        )}
        <AgendaKeys />
      </Messages>
    </>
  )
}
