'use client'
import { CheckCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useVerb } from '@/components/today/use-verb'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { confirmAppointment } from '@/lib/appointments/actions'

type ConfirmButtonProps = { appointment: { id: string; version: number; firmName: string }; isGhost?: boolean }

/** The firm said that the visit still holds. */
export function ConfirmButton({ appointment: { id, version, firmName }, isGhost = false }: ConfirmButtonProps) {
  const t = useTranslations('today')
  const { state, isPending, send } = useVerb(confirmAppointment, {
    unsent: t('unsent'),
    onSaved: () => toast({ message: t('confirm.done'), tone: 'ok' }),
  })
  useEffect(() => {
    if (state.status === 'rejected') toast({ message: state.message, tone: 'danger' })
  }, [state])
  return (
    <Button
      size="sm"
      variant={isGhost ? 'ghost' : 'outline'}
      isPending={isPending}
      icon={<CheckCheck size={16} strokeWidth={1.75} aria-hidden />}
      aria-label={t('confirm.firm', { name: firmName })}
      onPress={() => send({ id, version })}
    >
      {t('confirm.open')}
    </Button>
  )
}
