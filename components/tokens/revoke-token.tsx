'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { IDLE } from '@/lib/form-state'
import { saveTokenRevoked } from '@/lib/tokens/actions'

export function RevokeToken({ token }: { token: { id: string; name: string } }) {
  const t = useTranslations('tokens.revoke')
  const revoke = async () => {
    const state = await saveTokenRevoked(IDLE, { id: token.id })
    if (state.status === 'rejected') return state.message
    toast({ message: t('saved', { name: token.name }), tone: 'ok' })
  }
  return (
    <ConfirmDialog
      title={t('question', { name: token.name })}
      confirmLabel={t('confirm')}
      onConfirm={revoke}
      trigger={
        <Button size="sm" variant="danger" aria-label={t('label', { name: token.name })}>
          {t('confirm')}
        </Button>
      }
    >
      {t('text')}
    </ConfirmDialog>
  )
}
