'use client'
import { CalendarClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PlannedVisit } from '@/components/appointments/appointment-actions'
import { Journey } from '@/components/diary/journey'
import { useDiary } from '@/components/diary/use-diary'
import { useVerb } from '@/components/today/use-verb'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { Dialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { Select } from '@/components/ui/select'
import { TimeField } from '@/components/ui/time-field'
import { toast } from '@/components/ui/toast'
import { moveAppointment } from '@/lib/appointments/actions'
import { momentOf } from '@/lib/today/rules'

const LENGTHS = [30, 45, 60, 90, 120]

export function MoveDialog({ appointment }: { appointment: PlannedVisit }) {
  const t = useTranslations('today')
  const icon = <CalendarClock size={16} strokeWidth={1.75} aria-hidden />
  return (
    <Dialog
      trigger={
        <Button variant="ghost" size="sm" icon={icon}>
          {t('move.open')}
        </Button>
      }
      title={t('move.title', { name: appointment.firmName })}
    >
      {(close) => <MoveForm appointment={appointment} close={close} />}
    </Dialog>
  )
}

function MoveForm({ appointment, close }: { appointment: PlannedVisit; close: () => void }) {
  const t = useTranslations('today')
  const [day, setDay] = useState(appointment.day)
  const [time, setTime] = useState(appointment.time)
  const [visitorId, setVisitor] = useState(appointment.visitorId)
  const [acceptedAt, accept] = useState('')
  const [minutes, setMinutes] = useState(String(appointment.minutes))
  const { state, errors, version, isPending, send } = useVerb(moveAppointment, {
    unsent: t('unsent'),
    onSaved: () => {
      close()
      toast({ message: t('move.done'), tone: 'ok' })
    },
  })
  const { diary, visitors } = useDiary({ assignment: appointment.assignmentId, visitor: visitorId, day }, errors.time)
  const wished = `${visitorId} ${day} ${time} ${minutes}`
  const overlapAccepted = acceptedAt === wished
  const lengths = [...new Set([...LENGTHS, appointment.minutes])].sort((a, b) => a - b)
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        send({
          id: appointment.id,
          version: version ?? appointment.version,
          day,
          time,
          minutes,
          visitorId,
          overlapAccepted,
        })
      }}
    >
      <FormNotice
        state={state}
        labels={{
          day: t('move.day'),
          time: t('move.time'),
          startsAt: t('fields.startsAt'),
          state: t('fields.state'),
        }}
      />
      <div className="grid grid-cols-2 gap-3">
        <DateField name="day" label={t('move.day')} value={day} onChange={setDay} error={errors.day} />
        <TimeField name="time" label={t('move.time')} value={time} onChange={setTime} error={errors.time} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('move.minutes')}
          value={minutes}
          onChange={setMinutes}
          options={lengths.map((count) => ({ id: String(count), label: t('minutes', { count }) }))}
        />
        {visitors.length > 1 && (
          <Select
            label={t('move.visitor')}
            value={visitorId}
            onChange={setVisitor}
            options={visitors.map(({ id, name }) => ({ id, label: name }))}
          />
        )}
      </div>
      <Journey
        diary={diary}
        except={appointment.id}
        startsAt={day && time ? momentOf(day, time) : null}
        minutes={Number(minutes)}
        visitorName={visitors.find(({ id }) => id === visitorId)?.name ?? ''}
        isAccepted={overlapAccepted}
        onAccept={(yes) => accept(yes ? wished : '')}
      />
      <Button type="submit" variant="filled" isPending={isPending} className="mt-2">
        {t('move.save')}
      </Button>
    </form>
  )
}
