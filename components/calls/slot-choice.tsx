'use client'
import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { overlaps } from '@/lib/appointments/rules'
import type { DiaryVisit } from '@/lib/diary/queries'
import { formatDate } from '@/lib/format'
import { momentOf } from '@/lib/today/rules'

/** Six visits of three quarters of an hour, with the way between them. */
const SLOTS = ['08:45', '10:00', '11:30', '14:00', '15:30', '17:00']

const SLOT = 'h-11 cursor-pointer rounded-s border text-table disabled:cursor-not-allowed tablet:h-7.5'

type SlotChoiceProps = {
  day: string
  time: string
  minutes: number
  /** Undefined while it is being read: nothing can be chosen yet. */
  taken: DiaryVisit[] | undefined
  onChange: (time: string) => void
}

/** The hours of a day; those that are over or taken are struck through. */
export function SlotChoice({ day, time, minutes, taken, onChange }: SlotChoiceProps) {
  const t = useTranslations('calls.appointment')
  const locale = useLocale()
  const label = t('slots', { day: formatDate(locale, momentOf(day, '12:00'), 'long') })
  return (
    <fieldset data-first aria-label={label} aria-busy={!taken} className="grid grid-cols-3 gap-1 tablet:grid-cols-6">
      {SLOTS.map((slot) => {
        const startsAt = momentOf(day, slot)
        const visit = taken?.find((other) => overlaps(other, { startsAt, minutes }))
        const busy = startsAt <= new Date() || visit !== undefined
        const shown = slot.replace(/^0/, '')
        return (
          <button
            key={slot}
            type="button"
            disabled={busy || !taken}
            aria-label={busy ? t('taken', { time: shown }) : shown}
            title={visit?.firmName ?? undefined}
            aria-pressed={slot === time}
            onClick={() => onChange(slot)}
            className={classNames(
              SLOT,
              slot === time
                ? 'border-primary bg-tint font-semibold text-on-tint inset-ring inset-ring-primary'
                : 'border-border-strong bg-surface hover:bg-hover disabled:border-dashed disabled:border-border disabled:bg-transparent disabled:text-text-3 disabled:line-through',
            )}
          >
            {shown}
          </button>
        )
      })}
    </fieldset>
  )
}
