'use client'
import { useTranslations } from 'next-intl'
import { RunningCard, StopIcon } from '@/components/register/running-card'
import { useImportVerb } from '@/components/register/use-import-verb'
import { useProgress } from '@/components/register/use-progress'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { stopNow } from '@/lib/register/actions'
import { canStop } from '@/lib/register/running'
import type { ImportProgress } from '@/lib/register/schema'

/** Follows the work under way, whoever began it, and can stop it. */
export function FollowImport({ first }: { first: ImportProgress }) {
  const t = useTranslations('register.running')
  const send = useImportVerb()
  const { progress, lost, now } = useProgress(first.id, first)
  const shown = progress ?? first
  return (
    <RunningCard upload={null} progress={shown} lost={lost} now={now}>
      {canStop(shown.status) && (
        <div className="mt-3 [&>button]:w-full">
          <ConfirmDialog
            trigger={
              <Button variant="danger" icon={<StopIcon />}>
                {t('stop')}
              </Button>
            }
            title={t('stopTitle')}
            confirmLabel={t('stop')}
            onConfirm={() => send(stopNow, { importId: first.id })}
          >
            {t('stopBody')}
          </ConfirmDialog>
        </div>
      )}
    </RunningCard>
  )
}
