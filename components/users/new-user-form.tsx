'use client'
import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/list-popover'
import { TextField } from '@/components/ui/text-field'
import { HandOver } from '@/components/users/hand-over'
import { useFieldLabels } from '@/components/users/use-field-labels'
import { useFormSending } from '@/components/users/use-form-sending'
import { UserFields } from '@/components/users/user-fields'
import { saveNewUser } from '@/lib/users/actions'
import { generatePassword } from '@/lib/users/rules'

/** Adding one user after the other: each starts from an empty form. */
export function NewUser({ offices }: { offices: Option[] }) {
  const [round, setRound] = useState(0)
  return <NewUserForm key={round} offices={offices} onAnother={() => setRound(round + 1)} />
}

function NewUserForm({ offices, onAnother }: { offices: Option[]; onAnother: () => void }) {
  const t = useTranslations('users')
  const [id] = useState(() => uuidv7())
  const [password, setPassword] = useState('')
  const [typed, setTyped] = useState({ name: '', email: '' })
  const labels = useFieldLabels()
  const { state, errors, submit, isPending } = useFormSending(saveNewUser)
  // Made here and not while rendering: the server and the browser would not make the same.
  useEffect(() => setPassword(generatePassword()), [])

  if (state.status === 'saved') {
    return (
      <HandOver title={t('add.saved', { name: typed.name })} email={typed.email} password={password}>
        <LinkButton href="/settings/users" variant="filled">
          {t('add.backToList')}
        </LinkButton>
        <Button onPress={onAnother}>{t('add.addAnother')}</Button>
      </HandOver>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        const form = new FormData(event.currentTarget)
        setTyped({ name: String(form.get('name')), email: String(form.get('email')) })
        submit(event)
      }}
      noValidate
      className="flex flex-col gap-4"
    >
      <FormNotice state={state} labels={labels} />
      <input type="hidden" name="id" value={id} />
      <UserFields offices={offices} errors={errors}>
        <TextField name="email" type="email" label={t('fields.email')} error={errors.email} autoComplete="off" />
      </UserFields>
      <div className="flex flex-wrap items-start gap-2">
        <TextField
          name="password"
          label={t('fields.password')}
          hint={t('add.passwordHint')}
          value={password}
          onChange={setPassword}
          error={errors.password}
          autoComplete="off"
          className="flex-1 basis-60"
        />
        <Button
          className="tablet:mt-5.5"
          onPress={() => setPassword(generatePassword())}
          icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden />}
        >
          {t('add.another')}
        </Button>
      </div>
      <Button type="submit" variant="filled" isPending={isPending} className="self-start">
        {t('add.submit')}
      </Button>
    </form>
  )
}
