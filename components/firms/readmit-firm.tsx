'use client'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSending } from '@/components/firms/use-sending'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { readmitFirm } from '@/lib/firms/actions'

type ReadmitFirmProps = { firmId: string; firmName: string }

export function ReadmitFirm({ firmId, firmName }: ReadmitFirmProps) {
  const t = useTranslations('firms.readmit')
  const trigger = (
    <Button size="sm" icon={<Undo2 size={16} strokeWidth={1.75} aria-hidden />}>
      {t('open')}
    </Button>
  )
  return (
    <Dialog trigger={trigger} title={t('title', { name: firmName })}>
      {(close) => <ReadmitForm firmId={firmId} firmName={firmName} close={close} />}
    </Dialog>
  )
}

function ReadmitForm({ firmId, firmName, close }: ReadmitFirmProps & { close: () => void }) {
  const t = useTranslations('firms.readmit')
  const common = useTranslations('common')
  const { state, errors, submit, isPending } = useSending(readmitFirm, {
    more: { firmId },
    after: () => {
      close()
      toast({ message: t('done', { name: firmName }), tone: 'ok' })
    },
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <p className="text-body text-text-2">{t('body')}</p>
      <FormNotice state={state} labels={{ reason: t('reason') }} />
      <TextField name="reason" label={t('reason')} multiline rows={2} maxLength={300} error={errors.reason} />
      <footer className="mt-2 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">
        <Button onPress={close}>{common('cancel')}</Button>
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('confirm')}
        </Button>
      </footer>
    </form>
  )
}
