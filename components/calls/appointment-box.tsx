'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Box } from '@/components/calls/box'
import type { CallFacts } from '@/components/calls/call-facts'
import type { Draft } from '@/components/calls/draft'
import { MomentFields } from '@/components/calls/moment-fields'
import { SlotChoice } from '@/components/calls/slot-choice'
import { WeekStrip } from '@/components/calls/week-strip'
import { Select } from '@/components/ui/select'
import { overlaps } from '@/lib/appointments/rules'
import { nextWorkingDay } from '@/lib/calendar/rules'
import { formatTime } from '@/lib/format'
import { dayOf, momentOf } from '@/lib/today/rules'

type AppointmentBoxProps = {
  facts: CallFacts
  value: Draft['appointment']
  onChange: (part: Partial<Draft>) => void
  error?: string
}

/** The diary of whoever visits: a day of the week, a free hour, or any other moment. */
export function AppointmentBox({ facts, value, onChange, error }: AppointmentBoxProps) {
  const t = useTranslations('calls.appointment')
  const locale = useLocale()
  const [now] = useState(() => new Date())
  const [isFree, setFree] = useState(false)
  const day = value.day || nextWorkingDay(dayOf(now))
  const set = (part: Partial<Draft['appointment']>) => onChange({ appointment: { ...value, day, ...part } })
  const taken = facts.taken.filter(({ visitorId }) => visitorId === value.visitorId)
  const startsAt = value.day && value.time ? momentOf(value.day, value.time) : null
  const clash = startsAt && taken.find((visit) => overlaps(visit, { startsAt, minutes: value.minutes }))
  const visitor = facts.visitors.find(({ id }) => id === value.visitorId)
  return (
    <Box title={t('title')} note={t('minutes', { count: value.minutes })}>
      <div data-field="appointment" className="flex flex-col gap-1.5">
        <div className="flex items-center gap-3">
          <Select
            label={t('visitor')}
            hideLabel
            options={facts.visitors.map(({ id, name }) => ({ id, label: name }))}
            value={value.visitorId}
            onChange={(visitorId) => set({ visitorId })}
            className="flex-1"
          />
          <button
            type="button"
            aria-expanded={isFree}
            onClick={() => setFree(!isFree)}
            className="min-h-6 cursor-pointer text-small text-link underline underline-offset-2"
          >
            {t('other')}
          </button>
        </div>
        <WeekStrip value={day} onChange={(chosen) => set({ day: chosen, time: '' })} />
        <SlotChoice
          day={day}
          time={value.time}
          minutes={value.minutes}
          taken={taken}
          onChange={(time) => set({ time })}
        />
        {isFree && <MomentFields value={{ day, time: value.time }} onChange={set} />}
        {clash && visitor && (
          <p className="text-small text-warn-text">
            {t('clash', { name: visitor.name, time: formatTime(locale, clash.startsAt) })}
          </p>
        )}
        {error && <p className="text-small text-danger-text">{error}</p>}
      </div>
    </Box>
  )
}
