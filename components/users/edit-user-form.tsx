'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import type { Option } from '@/components/ui/list-popover'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { useFieldLabels } from '@/components/users/use-field-labels'
import { useFormSending } from '@/components/users/use-form-sending'
import { UserFields } from '@/components/users/user-fields'
import type { FormState } from '@/lib/form-state'
import { saveUser } from '@/lib/users/actions'
import type { Role } from '@/prisma/client/enums'

type EditUserFormProps = {
  user: { id: string; version: number; name: string; role: Role; officeId: string | null; active: boolean }
  offices: Option[]
}

export function EditUserForm({ user, offices }: EditUserFormProps) {
  const t = useTranslations('users')
  const labels = useFieldLabels()
  const { state, errors, submit, isPending } = useFormSending(saveUser)
  // After a conflict what was typed may be sent again, now against what the other person saved.
  const conflict = state.status === 'rejected' ? state.conflict : undefined
  useEffect(() => {
    if (state.status === 'saved') toast({ message: t('edit.saved'), tone: 'ok' })
  }, [state, t])
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormNotice state={useReadable(state, offices)} labels={labels} />
      <input type="hidden" name="id" value={user.id} />
      <input type="hidden" name="version" value={conflict?.version ?? user.version} />
      <UserFields user={user} offices={offices} errors={errors} />
      <p className="-mt-2 text-small text-text-3">{t('edit.sessionNote')}</p>
      <div>
        <Switch name="active" defaultSelected={user.active}>
          <span className="font-semibold">{t('fields.active')}</span>
        </Switch>
        <p className="text-small text-text-3">{t('edit.activeNote')}</p>
      </div>
      <Button type="submit" variant="filled" isPending={isPending} className="self-start">
        {t('edit.submit')}
      </Button>
    </form>
  )
}

/** What the other person saved, in the words of the screen instead of the database's. */
function useReadable<R>(state: FormState<R>, offices: Option[]): FormState<R> {
  const t = useTranslations('users')
  if (state.status !== 'rejected' || !state.conflict) return state
  const words: Record<string, (theirs: string) => string | undefined> = {
    role: (theirs) => t(`roles.${theirs as Role}`),
    officeId: (theirs) => offices.find(({ id }) => id === theirs)?.label,
    active: (theirs) => t(theirs === 'true' ? 'list.active' : 'list.inactive'),
  }
  const differences = state.conflict.differences.map(({ field, theirs }) => ({
    field,
    theirs: theirs === null ? null : (words[field]?.(theirs) ?? theirs),
  }))
  return { ...state, conflict: { ...state.conflict, differences } }
}
