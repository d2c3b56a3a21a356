'use client'
import { PencilLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useSending } from '@/components/firms/use-sending'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { saveFirm } from '@/lib/corrections/actions'
import { saveNewPhone } from '@/lib/phones/actions'

const FIELDS = ['name', 'address', 'email', 'pec'] as const

type DeskCorrectProps = {
  firmId: string
  version: number
  was: Record<(typeof FIELDS)[number], string | null>
}

/** What the firm says of itself while it is on the telephone, put right without leaving the desk. */
export function DeskCorrect(props: DeskCorrectProps) {
  const t = useTranslations('calls.correct')
  const trigger = (
    <Button variant="ghost" size="sm" icon={<PencilLine size={16} strokeWidth={1.75} aria-hidden />}>
      {t('open')}
    </Button>
  )
  return (
    <Dialog trigger={trigger} title={t('title')}>
      {(close) => (
        <div className="flex flex-col gap-5">
          <FieldsForm {...props} close={close} />
          <PhoneForm firmId={props.firmId} />
        </div>
      )}
    </Dialog>
  )
}

function FieldsForm({ firmId, version, was, close }: DeskCorrectProps & { close: () => void }) {
  const t = useTranslations('calls.correct')
  const common = useTranslations('common')
  const [opened, setOpened] = useState({ version, was })
  const { state, errors, submit, isPending } = useSending(saveFirm, {
    more: { firmId, ...opened },
    after: () => {
      close()
      toast({ message: t('saved'), tone: 'ok' })
    },
  })
  const newer = state.status === 'rejected' ? state.conflict?.version : undefined
  if (newer !== undefined && newer !== opened.version) setOpened({ ...opened, version: newer })
  const labels = Object.fromEntries(FIELDS.map((field) => [field, t(field)]))
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <p className="text-table text-text-2">{t('note')}</p>
      <FormNotice state={state} labels={labels} />
      {FIELDS.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(name)}
          defaultValue={opened.was[name] ?? ''}
          error={errors[name]}
          inputMode={name === 'email' || name === 'pec' ? 'email' : 'text'}
          autoComplete="off"
        />
      ))}
      <footer className="mt-1 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">
        <Button onPress={close}>{common('cancel')}</Button>
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('save')}
        </Button>
      </footer>
    </form>
  )
}

/** A number more; wrong ones are struck by the outcome. */
function PhoneForm({ firmId }: { firmId: string }) {
  const t = useTranslations('calls.correct')
  const [phone, setPhone] = useState('')
  const [id, setId] = useState(() => uuidv7())
  const { state, errors, submit, isPending } = useSending(saveNewPhone, {
    more: { firmId, id },
    after: () => {
      setPhone('')
      setId(uuidv7())
      toast({ message: t('phoneSaved'), tone: 'ok' })
    },
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2 border-t border-border pt-3">
      <FormNotice state={state} labels={{ phone: t('phone') }} />
      <div className="flex items-end gap-2">
        <TextField
          name="phone"
          label={t('phone')}
          value={phone}
          onChange={setPhone}
          error={errors.phone}
          inputMode="tel"
          autoComplete="off"
          className="flex-1"
        />
        <Button type="submit" isPending={isPending}>
          {t('add')}
        </Button>
      </div>
    </form>
  )
}
