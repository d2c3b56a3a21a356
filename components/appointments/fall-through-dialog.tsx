'use client'
import { CalendarX2, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PlannedVisit } from '@/components/appointments/appointment-actions'
import { useVerb } from '@/components/today/use-verb'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { cancelAppointment, missAppointment } from '@/lib/appointments/actions'
import type { CANCELLERS } from '@/lib/appointments/schema'

type Props = { appointment: PlannedVisit; close: () => void }

export function CancelDialog({ appointment }: { appointment: PlannedVisit }) {
  const t = useTranslations('today.cancel')
  const icon = <CalendarX2 size={16} strokeWidth={1.75} aria-hidden />
  return (
    <Dialog
      trigger={
        <Button variant="ghost" size="sm" icon={icon}>
          {t('open')}
        </Button>
      }
      title={t('title', { name: appointment.firmName })}
    >
      {(close) => <CancelForm appointment={appointment} close={close} />}
    </Dialog>
  )
}

export function MissDialog({ appointment }: { appointment: PlannedVisit }) {
  const t = useTranslations('today.miss')
  const icon = <UserX size={16} strokeWidth={1.75} aria-hidden />
  return (
    <Dialog
      trigger={
        <Button variant="ghost" size="sm" icon={icon}>
          {t('open')}
        </Button>
      }
      title={t('title', { name: appointment.firmName })}
    >
      {(close) => <MissForm appointment={appointment} close={close} />}
    </Dialog>
  )
}

function useLabels() {
  const t = useTranslations('today')
  return { reason: t('cancel.reason'), startsAt: t('fields.startsAt'), state: t('fields.state') }
}

function CancelForm({ appointment, close }: Props) {
  const t = useTranslations('today')
  const labels = useLabels()
  const [by, setBy] = useState<(typeof CANCELLERS)[number]>('firm')
  const [reason, setReason] = useState('')
  const { state, errors, version, isPending, send } = useVerb(cancelAppointment, {
    unsent: t('unsent'),
    onSaved: () => {
      close()
      toast({ message: t('cancel.done'), tone: 'ok' })
    },
  })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        send({ id: appointment.id, version: version ?? appointment.version, by, reason })
      }}
    >
      <p className="text-table text-text-2">{t('cancel.body')}</p>
      <FormNotice state={state} labels={labels} />
      <Segmented
        full
        label={t('cancel.by')}
        value={by}
        onChange={(id) => setBy(id === 'chamber' ? 'chamber' : 'firm')}
        options={[
          { id: 'firm', label: t('cancel.firm') },
          { id: 'chamber', label: t('cancel.chamber') },
        ]}
      />
      <TextField
        name="reason"
        label={t('cancel.reason')}
        value={reason}
        onChange={setReason}
        error={errors.reason}
        maxLength={300}
      />
      <div className="mt-2 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">
        <Button onPress={close}>{t('cancel.back')}</Button>
        <Button type="submit" variant="dangerFilled" isPending={isPending}>
          {t('cancel.save')}
        </Button>
      </div>
    </form>
  )
}

function MissForm({ appointment, close }: Props) {
  const t = useTranslations('today')
  const labels = useLabels()
  const [note, setNote] = useState('')
  const { state, version, isPending, send } = useVerb(missAppointment, {
    unsent: t('unsent'),
    onSaved: () => {
      close()
      toast({ message: t('miss.done'), tone: 'ok' })
    },
  })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        send({ id: appointment.id, version: version ?? appointment.version, note: note || undefined })
      }}
    >
      <p className="text-table text-text-2">{t('miss.body')}</p>
      <FormNotice state={state} labels={labels} />
      <TextField name="note" label={t('miss.note')} optional value={note} onChange={setNote} maxLength={300} />
      <div className="mt-2 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">
        <Button onPress={close}>{t('cancel.back')}</Button>
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('miss.save')}
        </Button>
      </div>
    </form>
  )
}
