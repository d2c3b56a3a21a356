'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useVerb } from '@/components/today/use-verb'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { settleFollowUp } from '@/lib/today/actions'

type SettleButtonProps = { id: string; version: number; firmName: string }

export function SettleButton({ id, version, firmName }: SettleButtonProps) {
  const t = useTranslations('today')
  const { state, isPending, send } = useVerb(settleFollowUp, {
    unsent: t('unsent'),
    onSaved: () => toast({ message: t('owed.settled'), tone: 'ok' }),
  })
  useEffect(() => {
    if (state.status === 'rejected') toast({ message: state.message, tone: 'danger' })
  }, [state])
  return (
    <Button
      size="sm"
      isPending={isPending}
      icon={<Check size={16} strokeWidth={1.75} aria-hidden />}
      aria-label={t('owed.settleFirm', { name: firmName })}
      onPress={() => send({ id, version })}
    >
      {t('owed.settle')}
    </Button>
  )
}
