'use client'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useSending } from '@/components/firms/use-sending'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { formatPhone } from '@/lib/firms/rules'
import { IDLE } from '@/lib/form-state'
import { saveNewPhone, savePhoneVerdict } from '@/lib/phones/actions'

type Phone = {
  id: string
  e164: string | null
  printed: string
  source: 'register' | 'person'
  struckAt: Date | null
}

/** Numbers are added and struck; a struck one can come back, and none is deleted. */
export function PhoneEditor({ firmId, phones }: { firmId: string; phones: Phone[] }) {
  const t = useTranslations('firms.phones')
  return (
    <div className="flex flex-col gap-3">
      {phones.length === 0 && <p className="text-table text-text-2">{t('none')}</p>}
      <ul className="flex flex-col divide-y divide-border text-table">
        {phones.map((phone) => (
          <PhoneLine key={phone.id} firmId={firmId} phone={phone} />
        ))}
      </ul>
      <AddPhone firmId={firmId} />
    </div>
  )
}

function PhoneLine({ firmId, phone }: { firmId: string; phone: Phone }) {
  const t = useTranslations('firms.phones')
  const [isPending, startTransition] = useTransition()
  const struck = phone.struckAt !== null
  const text = phone.e164 ? formatPhone(phone.e164) : phone.printed
  const turn = () =>
    startTransition(async () => {
      const verdict = struck ? 'right' : 'wrong'
      const answer = await savePhoneVerdict(IDLE, { firmId, phoneId: phone.id, verdict })
      if (answer.status === 'rejected') toast({ message: answer.message, tone: 'danger' })
    })
  return (
    <li className="flex items-center gap-3 py-2 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        {struck ? <s className="text-text-3">{text}</s> : <b className="font-semibold">{text}</b>}
        <p className="text-small text-text-2">{t(phone.source === 'register' ? 'fromRegister' : 'fromPerson')}</p>
      </div>
      <Button
        size="sm"
        isPending={isPending}
        onPress={turn}
        aria-label={t(struck ? 'unstrike' : 'strike', { phone: text })}
      >
        {t(struck ? 'right' : 'wrong')}
      </Button>
    </li>
  )
}

function AddPhone({ firmId }: { firmId: string }) {
  const t = useTranslations('firms.phones')
  const [id, setId] = useState(() => uuidv7())
  const [phone, setPhone] = useState('')
  const { state, errors, submit, isPending } = useSending(saveNewPhone, {
    more: { firmId, id },
    after: () => {
      setPhone('')
      setId(uuidv7())
      toast({ message: t('saved'), tone: 'ok' })
    },
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2">
      <FormNotice state={state} labels={{ phone: t('add') }} />
      <div className="flex items-end gap-2">
        <TextField
          name="phone"
          label={t('add')}
          placeholder="0773 123456"
          inputMode="tel"
          autoComplete="off"
          value={phone}
          onChange={setPhone}
          error={errors.phone}
          className="flex-1"
        />
        <Button type="submit" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
