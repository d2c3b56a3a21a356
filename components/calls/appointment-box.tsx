'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Box } from '@/components/calls/box'
import type { CallFacts } from '@/components/calls/call-facts'
import { ConfirmChoice } from '@/components/calls/confirm-choice'
import type { Draft } from '@/components/calls/draft'
import { MomentFields } from '@/components/calls/moment-fields'
import { SlotChoice } from '@/components/calls/slot-choice'
import { WeekStrip } from '@/components/calls/week-strip'
import { Journey } from '@/components/diary/journey'
import { useDiary } from '@/components/diary/use-diary'
import { Select } from '@/components/ui/select'
import { nextWorkingDay } from '@/lib/calendar/rules'
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
  const [now] = useState(() => new Date())
  const [isFree, setFree] = useState(false)
  const day = value.day || nextWorkingDay(dayOf(now), facts.calendar)
  const set = (part: Partial<Draft['appointment']>) =>
    onChange({ appointment: { ...value, day, overlapAccepted: undefined, confirm: undefined, ...part } })
  const startsAt = value.day && value.time ? momentOf(value.day, value.time) : null
  const { diary } = useDiary({ assignment: facts.assignmentId, visitor: value.visitorId, day }, error)
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
        <WeekStrip value={day} calendar={diary?.calendar} onChange={(chosen) => set({ day: chosen, time: '' })} />
        <SlotChoice
          day={day}
          time={value.time}
          minutes={value.minutes}
          taken={diary === null ? [] : diary?.visits}
          onChange={(time) => set({ time })}
        />
        {isFree && <MomentFields value={{ day, time: value.time }} onChange={set} />}
        <Journey
          diary={diary}
          startsAt={startsAt}
          minutes={value.minutes}
          visitorName={visitor?.name ?? ''}
          isAccepted={value.overlapAccepted ?? false}
          onAccept={(overlapAccepted) => set({ overlapAccepted, confirm: value.confirm })}
        />
        {startsAt && (
          <ConfirmChoice
            {...{ startsAt, now, calendar: facts.calendar }}
            value={value.confirm}
            onChange={(confirm) => set({ confirm })}
          />
        )}
        {error && <p className="text-small text-danger-text">{error}</p>}
      </div>
    </Box>
  )
}
