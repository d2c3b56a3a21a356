'use client'
import { useTranslations } from 'next-intl'
import type { Typed } from '@/components/calls/draft'
import { DateField } from '@/components/ui/date-field'
import { TimeField } from '@/components/ui/time-field'
import { dayOf } from '@/lib/today/rules'

type MomentFieldsProps = { value: Typed; onChange: (value: Typed) => void; name?: string; error?: string }

/** A day and a time, in Italy. */
export function MomentFields({ value, onChange, name, error }: MomentFieldsProps) {
  const t = useTranslations('calls.callback')
  return (
    <div data-field={name} className="mt-2 grid grid-cols-2 gap-2">
      <DateField
        label={t('day')}
        value={value.day}
        min={dayOf(new Date())}
        onChange={(day) => onChange({ ...value, day })}
        error={error}
      />
      <TimeField label={t('time')} value={value.time} onChange={(time) => onChange({ ...value, time })} />
    </div>
  )
}
