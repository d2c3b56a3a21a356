'use client'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import type { CorrectFormProps } from '@/components/calls/correct-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'

const CorrectForm = lazy(async () => ({ default: (await import('@/components/calls/correct-form')).CorrectForm }))

/** The way to put an outcome right. */
export function CorrectCall(props: Omit<CorrectFormProps, 'close'>) {
  const t = useTranslations('calls.today')
  const { firm } = props.call
  const trigger = (
    <Button
      variant="ghost"
      size="sm"
      icon={<Pencil size={16} strokeWidth={1.75} aria-hidden />}
      aria-label={t('correctOf', { firm: firm.name })}
    >
      {t('correct')}
    </Button>
  )
  return (
    <Dialog trigger={trigger} title={t('correctOf', { firm: firm.name })}>
      {(close) => (
        <Suspense fallback={<Skeleton className="h-64 w-full" />}>
          <CorrectForm {...props} close={close} />
        </Suspense>
      )}
    </Dialog>
  )
}
