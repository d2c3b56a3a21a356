'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { TextField } from '@/components/ui/text-field'
import { type FormState, IDLE } from '@/lib/form-state'

/** `goTo` is a path of this site. */
export function SignInForm({ goTo }: { goTo: string }) {
  const t = useTranslations('users.signIn')
  const required = useTranslations('refusals')('required')
  const [state, setState] = useState<FormState<null>>(IDLE)
  const [isPending, setPending] = useState(false)
  const errors = state.status === 'rejected' ? state.fieldErrors : {}
  const reject = (message: string, fieldErrors: Record<string, string> = {}) => {
    setPending(false)
    setState({ status: 'rejected', message, fieldErrors, values: {} })
  }

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const email = String(form.get('email') ?? '')
    const password = String(form.get('password') ?? '')
    if (!email || !password) {
      const missing = { ...(!email && { email: required }), ...(!password && { password: required }) }
      return reject(t('incomplete'), missing)
    }
    setPending(true)
    const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => undefined)
    // A whole page load: nothing the router kept of a stranger's or another person's pages stays.
    if (answer?.ok && !answer.error) return window.location.assign(goTo)
    reject(said(answer?.error))
  }

  function said(error: string | null | undefined): string {
    const seconds = Number(error?.match(/^slowed:(\d+)$/)?.[1] ?? 0)
    if (seconds > 90) return t('slowedMinutes', { minutes: Math.ceil(seconds / 60) })
    if (seconds > 0) return t('slowed', { seconds })
    return error === 'CredentialsSignin' ? t('wrong') : t('unreachable')
  }

  return (
    <form onSubmit={submit} noValidate method="post" className="flex flex-col gap-4">
      <FormNotice state={state} labels={{ email: t('email'), password: t('password') }} />
      <TextField name="email" type="email" label={t('email')} autoComplete="username" error={errors.email} />
      <TextField
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        error={errors.password}
      />
      <Button type="submit" variant="filled" size="lg" isPending={isPending} className="mt-1 w-full">
        {t('submit')}
      </Button>
    </form>
  )
}
