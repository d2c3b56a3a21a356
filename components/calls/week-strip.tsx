'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { isWorkingDay, type WorkingCalendar } from '@/lib/calendar/rules'
import { formatDate } from '@/lib/format'
import { addDays, dayOf, momentOf, weekOf } from '@/lib/today/rules'

const STEP =
  'grid h-11 cursor-pointer place-items-center rounded-m text-text-2 hover:bg-hover disabled:cursor-default disabled:opacity-40'
const DAY = 'h-11 cursor-pointer rounded-m text-small leading-[17px] disabled:cursor-not-allowed'

type WeekStripProps = { value: string; calendar?: WorkingCalendar; onChange: (day: string) => void }

/** Five days of a week; those that are over, and holidays, cannot be chosen. */
export function WeekStrip({ value, calendar, onChange }: WeekStripProps) {
  const t = useTranslations('calls.appointment')
  const locale = useLocale()
  const [today] = useState(() => dayOf(new Date()))
  const [shown, show] = useState(value)
  const days = weekOf(shown).slice(0, 5)
  const [monday = shown] = days
  const noon = (day: string) => momentOf(day, '12:00')
  const weekday = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'it-IT', { weekday: 'short', timeZone: 'UTC' })
  return (
    <fieldset aria-label={t('days')} className="grid grid-cols-[30px_repeat(5,minmax(0,1fr))_30px] gap-1">
      <button
        type="button"
        className={STEP}
        aria-label={t('previous')}
        disabled={monday <= today}
        onClick={() => show(addDays(shown, -7))}
      >
        <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
      </button>
      {days.map((day) => {
        const closed = !isWorkingDay(day, calendar)
        const long = formatDate(locale, noon(day), 'long')
        return (
          <button
            key={day}
            type="button"
            aria-label={closed ? t('holiday', { day: long }) : long}
            aria-pressed={day === value}
            disabled={closed || day < today}
            onClick={() => onChange(day)}
            className={classNames(
              DAY,
              day === value ? 'bg-primary text-on-primary' : 'text-text-2 hover:bg-hover disabled:text-text-3',
            )}
          >
            {weekday.format(new Date(`${day}T12:00Z`))}
            <b
              className={classNames(
                'block text-body',
                closed || day < today ? 'font-normal line-through' : 'font-semibold',
                day !== value && !closed && day >= today && 'text-text',
              )}
            >
              {Number(day.slice(8))}
            </b>
          </button>
        )
      })}
      <button type="button" className={STEP} aria-label={t('following')} onClick={() => show(addDays(shown, 7))}>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </fieldset>
  )
}
