'use client'
import { Pause } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDesk } from '@/components/calls/desk-frame'
import { Button } from '@/components/ui/button'

/** Lets the firm go, so that a colleague can take it. */
export function PauseButton() {
  const t = useTranslations('calls')
  const { pause, isPending } = useDesk()
  return (
    <Button
      size="sm"
      className="max-tablet:ml-auto"
      icon={<Pause size={16} strokeWidth={1.75} aria-hidden />}
      onPress={pause}
      isDisabled={isPending}
    >
      {t('pause')}
    </Button>
  )
}
