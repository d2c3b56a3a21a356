'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { useFormSending } from '@/components/users/use-form-sending'
import { saveOwnPassword } from '@/lib/users/actions'

export function OwnPasswordForm({ email }: { email: string }) {
  const t = useTranslations('users.account')
  const form = useRef<HTMLFormElement>(null)
  const { state, errors, submit, isPending } = useFormSending(saveOwnPassword)
  useEffect(() => {
    if (state.status !== 'saved') return
    form.current?.reset()
    toast({ message: t('saved'), tone: 'ok' })
  }, [state, t])
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormNotice state={state} labels={{ current: t('current'), next: t('next') }} />
      {/* Tells a password manager whose password this is. */}
      <input type="text" name="username" value={email} readOnly autoComplete="username" hidden />
      <TextField
        name="current"
        type="password"
        label={t('current')}
        error={errors.current}
        autoComplete="current-password"
      />
      <TextField
        name="next"
        type="password"
        label={t('next')}
        hint={t('nextHint')}
        error={errors.next}
        autoComplete="new-password"
      />
      <Button type="submit" variant="filled" isPending={isPending} className="self-start">
        {t('submit')}
      </Button>
    </form>
  )
}
