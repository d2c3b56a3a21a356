import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { formatDate, ROME } from '@/lib/format'
import { addDays, dateColumn } from '@/lib/today/rules'

const DOTS = 5

type DayStripProps = { days: string[]; chosen: string; today: string; counts: Map<string, number> }

/** The working week, and a day of the weekend where something happens on it; a dot for each visit. */
export function DayStrip({ days, chosen, today, counts }: DayStripProps) {
  const t = useTranslations('today')
  const shown = days.filter((day, i) => i < 5 || counts.has(day) || day === chosen)
  return (
    <nav aria-label={t('week')} className="flex items-stretch gap-1">
      <WeekLink day={addDays(chosen, -7)} label={t('weekBefore')} Icon={ChevronLeft} />
      <ol className="grid flex-1 auto-cols-fr grid-flow-col gap-1">
        {shown.map((day) => (
          <li key={day}>
            <DayLink day={day} count={counts.get(day) ?? 0} isChosen={day === chosen} isToday={day === today} />
          </li>
        ))}
      </ol>
      <WeekLink day={addDays(chosen, 7)} label={t('weekAfter')} Icon={ChevronRight} />
    </nav>
  )
}

function WeekLink({ day, label, Icon }: { day: string; label: string; Icon: typeof ChevronLeft }) {
  return (
    <Link
      href={`/today?day=${day}` as Route}
      aria-label={label}
      className="grid w-8 place-items-center rounded-l text-text-2 hover:bg-hover tablet:w-9"
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden />
    </Link>
  )
}

type DayLinkProps = { day: string; count: number; isChosen: boolean; isToday: boolean }

function DayLink({ day, count, isChosen, isToday }: DayLinkProps) {
  const locale = useLocale()
  const t = useTranslations('today')
  const noon = new Date(dateColumn(day).getTime() + 12 * 3_600_000)
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: ROME }).format(noon)
  const label = t('dayLabel', { day: formatDate(locale, noon, 'long'), visits: t('visits', { count }) })
  return (
    <Link
      href={`/today?day=${day}` as Route}
      aria-label={label}
      aria-current={isChosen ? 'date' : undefined}
      className={classNames(
        'flex h-16 flex-col items-center rounded-l pt-1.5 no-underline',
        isChosen ? 'bg-primary text-on-primary' : 'text-text hover:bg-hover',
      )}
    >
      <span className={classNames('text-small', !isChosen && 'text-text-2')}>{weekday}</span>
      <b className={classNames('text-h2', isToday && 'underline underline-offset-3')}>{Number(day.slice(8))}</b>
      <span aria-hidden className="flex h-2 items-center gap-0.75">
        {Array.from({ length: Math.min(count, DOTS) }, (_, i) => i).map((dot) => (
          <i key={dot} className={classNames('size-1 rounded-full', isChosen ? 'bg-on-primary' : 'bg-primary')} />
        ))}
      </span>
    </Link>
  )
}
