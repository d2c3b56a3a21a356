'use client'
import { Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSending } from '@/components/firms/use-sending'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { stopContacting } from '@/lib/firms/actions'
import { STOP_CHANNELS } from '@/lib/firms/rules'

type StopContactingProps = {
  firmId: string
  firmName: string
  channel?: (typeof STOP_CHANNELS)[number]
  /** As an icon, where firms stand in rows. */
  compact?: boolean
}

/** Two presses: the second one after it was said what happens, with the firm's reason, which need not be typed, and its way of telling. */
export function StopContacting({ firmId, firmName, channel, compact }: StopContactingProps) {
  const t = useTranslations('firms.stop')
  const icon = <Ban size={16} strokeWidth={1.75} aria-hidden />
  const trigger = compact ? (
    <Button
      variant="ghost"
      size="sm"
      className="text-text-3!"
      icon={icon}
      aria-label={t('openOf', { name: firmName })}
    />
  ) : (
    <Button variant="danger" size="sm" icon={icon}>
      {t('open')}
    </Button>
  )
  return (
    <Dialog trigger={trigger} title={t('title', { name: firmName })}>
      {(close) => <StopForm firmId={firmId} firmName={firmName} channel={channel} close={close} />}
    </Dialog>
  )
}

function StopForm({ firmId, firmName, channel, close }: StopContactingProps & { close: () => void }) {
  const t = useTranslations('firms')
  const common = useTranslations('common')
  const { state, errors, submit, isPending } = useSending(stopContacting, {
    more: { firmId },
    after: () => {
      close()
      toast({ message: t('stop.done', { name: firmName }), tone: 'ok' })
    },
  })
  const labels = { reason: t('stop.reason'), channel: t('stop.channel') }
  return (
    <form
      onSubmit={(event) => {
        // The form of a visit that this stands in is not sent by it.
        event.stopPropagation()
        submit(event)
      }}
      noValidate
      className="flex flex-col gap-3"
    >
      <p className="text-body text-text-2">{t('stop.body')}</p>
      <FormNotice state={state} labels={labels} />
      <TextField
        name="reason"
        label={labels.reason}
        multiline
        rows={2}
        maxLength={300}
        defaultValue={t('stop.preset')}
        error={errors.reason}
      />
      <Select
        name="channel"
        label={labels.channel}
        defaultValue={channel ?? 'phone'}
        error={errors.channel}
        options={STOP_CHANNELS.map((id) => ({ id, label: t(`channels.${id}`) }))}
      />
      <footer className="mt-2 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">
        <Button onPress={close}>{common('cancel')}</Button>
        <Button type="submit" variant="dangerFilled" isPending={isPending}>
          {t('stop.confirm')}
        </Button>
      </footer>
    </form>
  )
}
