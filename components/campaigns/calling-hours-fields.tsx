'use client'
import { useTranslations } from 'next-intl'
import { Chips } from '@/components/ui/chips'
import { Switch } from '@/components/ui/switch'
import type { CallingHours } from '@/lib/calling-hours/rules'
import { DAY_PARTS } from '@/lib/calling-rules/rules'

type CallingHoursFieldsProps = {
  hours: CallingHours
  onChange: (hours: CallingHours) => void
  errors: Record<string, string>
}

/** When firms of the list come up. */
export function CallingHoursFields({ hours, onChange, errors }: CallingHoursFieldsProps) {
  const t = useTranslations('campaigns.hours')
  return (
    <div className="flex max-w-160 flex-col gap-2">
      <Switch isSelected={hours.officeHours} onChange={(officeHours) => onChange({ ...hours, officeHours })}>
        {t('officeHours')}
        <span className="block text-small text-text-3">{t('officeHoursHint')}</span>
      </Switch>
      {hours.officeHours && (
        <Switch isSelected={hours.saturdays} onChange={(saturdays) => onChange({ ...hours, saturdays })}>
          {t('saturdays')}
        </Switch>
      )}
      <div data-field="dayParts">
        <Chips
          label={t('dayParts')}
          options={DAY_PARTS.map((id) => ({ id, label: t(`parts.${id}`) }))}
          values={hours.dayParts}
          onChange={(values) => onChange({ ...hours, dayParts: DAY_PARTS.filter((part) => values.includes(part)) })}
        />
        {errors.dayParts && <p className="mt-1 text-small text-danger-text">{errors.dayParts}</p>}
      </div>
    </div>
  )
}
