'use client'
import { Save } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { v7 as uuidv7 } from 'uuid'
import { NameForm } from '@/components/register/name-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { IDLE } from '@/lib/form-state'
import { keepMapping } from '@/lib/register/mapping-actions'
import type { ImportChoices } from '@/lib/register/schema'

type ColumnsSaveProps = Pick<ImportChoices, 'columns' | 'words'> & { importId: string; isDisabled: boolean }

/** Keeps the columns under a name, for the next file with the same header. */
export function ColumnsSave({ importId, columns, words, isDisabled }: ColumnsSaveProps) {
  const t = useTranslations('columns.save')
  const trigger = (
    <Button icon={<Save size={16} strokeWidth={1.75} aria-hidden />} isDisabled={isDisabled}>
      {t('button')}
    </Button>
  )
  return (
    <Dialog title={t('title')} trigger={trigger}>
      {(close) => (
        <NameForm
          label={t('name')}
          hint={t('hint')}
          button={t('save')}
          onName={async (name) => {
            const state = await keepMapping(IDLE, { id: uuidv7(), importId, name, columns, words })
            if (state.status === 'rejected') return state
            toast({ message: t('saved', { name }), tone: 'ok' })
            close()
          }}
        />
      )}
    </Dialog>
  )
}
