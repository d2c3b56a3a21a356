'use client'
import { KeyRound, LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog, Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { ResetPasswordForm } from '@/components/users/reset-password-form'
import { IDLE } from '@/lib/form-state'
import { saveSignOutEverywhere } from '@/lib/users/actions'

/** A new password for somebody who forgot theirs; an end to all their sessions. */
export function UserAccess({ user }: { user: { id: string; name: string } }) {
  const t = useTranslations('users.edit')
  const signOut = async () => {
    const state = await saveSignOutEverywhere(IDLE, { id: user.id })
    if (state.status === 'rejected') return state.message
    toast({ message: t('signOutSaved', { name: user.name }), tone: 'ok' })
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Dialog
        title={t('reset')}
        trigger={<Button icon={<KeyRound size={16} strokeWidth={1.75} aria-hidden />}>{t('reset')}</Button>}
      >
        {(close) => <ResetPasswordForm user={user} onClose={close} />}
      </Dialog>
      <ConfirmDialog
        title={t('signOutQuestion', { name: user.name })}
        confirmLabel={t('signOut')}
        onConfirm={signOut}
        trigger={
          <Button variant="danger" icon={<LogOut size={16} strokeWidth={1.75} aria-hidden />}>
            {t('signOut')}
          </Button>
        }
      >
        {t('signOutNote')}
      </ConfirmDialog>
    </div>
  )
}
