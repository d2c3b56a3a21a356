'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Box } from '@/components/calls/box'
import type { Draft, Typed } from '@/components/calls/draft'
import { MomentFields } from '@/components/calls/moment-fields'
import { Chips } from '@/components/ui/chips'
import type { WorkingCalendar } from '@/lib/calendar/rules'
import { type Suggestion, suggestedCallbacks } from '@/lib/calls/rules'
import { formatDate } from '@/lib/format'
import { addDays, clockOf, dayOf } from '@/lib/today/rules'

type CallbackBoxProps = {
  calendar: WorkingCalendar
  value: Typed
  onChange: (part: Partial<Draft>) => void
  error?: string
}

/** When to call back: one of four usual moments, or any other. */
export function CallbackBox({ calendar, value, onChange, error }: CallbackBoxProps) {
  const t = useTranslations('calls.callback')
  const locale = useLocale()
  const [now] = useState(() => new Date())
  const label = ({ id, at }: Suggestion) => {
    if (id === 'hour') return t('hour')
    const day = dayOf(at)
    const near = day === dayOf(now) ? t('nearToday') : day === addDays(dayOf(now), 1) ? t('tomorrow') : null
    return t('at', { day: near ?? formatDate(locale, at, 'brief'), time: clockOf(at).replace(/^0/, '') })
  }
  const options = suggestedCallbacks(now, calendar).map((one) => ({
    id: one.id,
    label: label(one),
    typed: { day: dayOf(one.at), time: clockOf(one.at) },
  }))
  const chosen = options.find(({ typed }) => typed.day === value.day && typed.time === value.time)
  return (
    <Box title={t('title')}>
      <div data-first>
        <Chips
          label={t('title')}
          hideLabel
          size="sm"
          options={options}
          values={chosen ? [chosen.id] : []}
          onChange={(ids) => {
            const next = options.find(({ id }) => id !== chosen?.id && ids.includes(id)) ?? chosen
            if (next) onChange({ callback: next.typed })
          }}
        />
      </div>
      <MomentFields value={value} onChange={(callback) => onChange({ callback })} name="callbackAt" error={error} />
      <p className="mt-1.5 text-small text-text-3">{t('note')}</p>
    </Box>
  )
}
