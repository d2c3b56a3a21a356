'use client'
import { CheckCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PressButton } from '@/components/today/press-button'
import { confirmAppointment } from '@/lib/appointments/actions'

type ConfirmButtonProps = { appointment: { id: string; version: number; firmName: string }; isGhost?: boolean }

/** The firm said that the visit still holds. */
export function ConfirmButton({ appointment, isGhost = false }: ConfirmButtonProps) {
  const t = useTranslations('today.confirm')
  return (
    <PressButton
      verb={confirmAppointment}
      of={appointment}
      icon={CheckCheck}
      words={{ open: t('open'), label: t('firm', { name: appointment.firmName }), done: t('done') }}
      variant={isGhost ? 'ghost' : 'outline'}
    />
  )
}
