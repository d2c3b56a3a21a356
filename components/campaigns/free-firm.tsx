'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { IDLE } from '@/lib/form-state'
import { freeFirm } from '@/lib/leases/actions'

type FreeFirmProps = { assignmentId: string; firm: string; name: string }

/** Gives back a firm whose promoter is gone. */
export function FreeFirm({ assignmentId, firm, name }: FreeFirmProps) {
  const t = useTranslations('campaigns.held')
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm" aria-label={t('freeOf', { firm })}>
          {t('free')}
        </Button>
      }
      title={t('freeTitle', { firm })}
      confirmLabel={t('free')}
      tone="primary"
      onConfirm={async () => {
        const freed = await freeFirm(IDLE, { assignmentId })
        return freed.status === 'rejected' ? freed.message : undefined
      }}
    >
      {t('freeBody', { name })}
    </ConfirmDialog>
  )
}
