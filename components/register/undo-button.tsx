'use client'
import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useImportVerb } from '@/components/register/use-import-verb'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { startUndo } from '@/lib/register/actions'

/** Asks once more, then the import's page follows the undo. */
export function UndoButton({ importId }: { importId: string }) {
  const t = useTranslations('register.undo')
  const router = useRouter()
  const send = useImportVerb()
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger" icon={<Undo2 size={16} strokeWidth={1.75} aria-hidden />}>
          {t('button')}
        </Button>
      }
      title={t('askTitle')}
      confirmLabel={t('button')}
      onConfirm={async () => {
        const refused = await send(startUndo, { importId })
        if (!refused) router.push(`/register/${importId}`)
        return refused
      }}
    >
      {t('askBody')}
    </ConfirmDialog>
  )
}
