'use client'
import { useTranslations } from 'next-intl'
import { useDesk } from '@/components/calls/desk-frame'
import { Button } from '@/components/ui/button'

/** Always in view: on to the next firm, with or without an outcome. */
export function SaveBar({ assignmentId }: { assignmentId: string }) {
  const t = useTranslations('calls.outcome')
  const { isPending, skip } = useDesk()
  return (
    <div className="sticky bottom-0 z-10 flex gap-2 border-t border-border bg-surface px-4 pt-2.5 pb-[calc(0.75rem+env(safe-area-inset-bottom))] desk:static">
      <Button className="tablet:h-10!" onPress={() => skip(assignmentId)}>
        {t('skip')}
      </Button>
      <Button type="submit" variant="filled" isPending={isPending} kbd={t('kbd')} className="flex-1 tablet:h-10!">
        {t('save')}
      </Button>
    </div>
  )
}
