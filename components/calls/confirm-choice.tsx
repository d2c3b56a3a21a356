'use client'
import { useTranslations } from 'next-intl'
import type { Typed } from '@/components/calls/draft'
import { MomentFields } from '@/components/calls/moment-fields'
import { Switch } from '@/components/ui/switch'
import { confirmationFor } from '@/lib/appointments/rules'
import type { WorkingCalendar } from '@/lib/calendar/rules'
import { clockOf, dayOf } from '@/lib/today/rules'

type ConfirmChoiceProps = {
  startsAt: Date
  now: Date
  calendar: WorkingCalendar
  value?: Typed
  onChange: (value: Typed | undefined) => void
}

/** A call the working day before, to hear that the visit still holds; not offered where that morning has passed. */
export function ConfirmChoice({ startsAt, now, calendar, value, onChange }: ConfirmChoiceProps) {
  const t = useTranslations('calls.appointment')
  const proposed = confirmationFor(startsAt, now, calendar)
  if (!proposed) return null
  return (
    <div>
      <Switch
        isSelected={value !== undefined}
        onChange={(on) => onChange(on ? { day: dayOf(proposed), time: clockOf(proposed) } : undefined)}
        className="text-table"
      >
        {t('confirm')}
      </Switch>
      {value && <MomentFields value={value} onChange={onChange} />}
    </div>
  )
}
