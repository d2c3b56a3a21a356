import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { StepLink } from '@/components/today/step-link'
import { classNames } from '@/components/ui/class-names'
import { formatDate, ROME } from '@/lib/format'
import { addDays, dateColumn } from '@/lib/today/rules'

const DOTS = 5

type DayStripProps = {
  days: string[]
  chosen: string
  today: string
  counts: Map<string, number>
  addressOf: (wish: { day: string }) => string
}

/** The working week, and a day of the weekend where something happens on it; a dot for each visit. */
export function DayStrip({ days, chosen, today, counts, addressOf }: DayStripProps) {
  const t = useTranslations('today')
  const shown = days.filter((day, i) => i < 5 || counts.has(day) || day === chosen)
  return (
    <nav aria-label={t('week')} className="flex items-stretch gap-1">
      <StepLink to="before" href={addressOf({ day: addDays(chosen, -7) })} label={t('weekBefore')} />
      <ol className="grid flex-1 auto-cols-fr grid-flow-col gap-1">
        {shown.map((day) => (
          <li key={day}>
            <DayLink
              day={day}
              count={counts.get(day) ?? 0}
              isChosen={day === chosen}
              isToday={day === today}
              href={addressOf({ day })}
            />
          </li>
        ))}
      </ol>
      <StepLink to="after" href={addressOf({ day: addDays(chosen, 7) })} label={t('weekAfter')} />
    </nav>
  )
}

type DayLinkProps = { day: string; count: number; isChosen: boolean; isToday: boolean; href: string }

function DayLink({ day, count, isChosen, isToday, href }: DayLinkProps) {
  const locale = useLocale()
  const t = useTranslations('today')
  const noon = new Date(dateColumn(day).getTime() + 12 * 3_600_000)
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: ROME }).format(noon)
  const label = t('dayLabel', { day: formatDate(locale, noon, 'long'), visits: t('visits', { count }) })
  return (
    <Link
      href={href as Route}
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
