'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { TextField } from '@/components/ui/text-field'
import { HandOver } from '@/components/users/hand-over'
import { useFieldLabels } from '@/components/users/use-field-labels'
import { useFormSending } from '@/components/users/use-form-sending'
import { savePasswordReset } from '@/lib/users/actions'
import { generatePassword } from '@/lib/users/rules'

type ResetPasswordFormProps = { user: { id: string; name: string }; onClose: () => void }

export function ResetPasswordForm({ user, onClose }: ResetPasswordFormProps) {
  const t = useTranslations('users')
  const labels = useFieldLabels()
  const [password, setPassword] = useState(generatePassword)
  const { state, errors, submit, isPending } = useFormSending(savePasswordReset)
  if (state.status === 'saved') {
    return (
      <HandOver title={t('edit.resetSaved', { name: user.name })} password={password}>
        <Button variant="filled" onPress={onClose}>
          {t('edit.close')}
        </Button>
      </HandOver>
    )
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormNotice state={state} labels={labels} />
      <p className="text-body text-text-2">{t('edit.resetNote')}</p>
      <input type="hidden" name="id" value={user.id} />
      <TextField
        name="password"
        label={t('fields.password')}
        hint={t('add.passwordHint')}
        value={password}
        onChange={setPassword}
        error={errors.password}
        autoComplete="off"
      />
      <Button type="submit" variant="filled" isPending={isPending} className="self-end">
        {t('edit.resetSubmit')}
      </Button>
    </form>
  )
}
