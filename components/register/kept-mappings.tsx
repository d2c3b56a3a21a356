'use client'
import { PencilLine, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { NameForm } from '@/components/register/name-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog, Dialog } from '@/components/ui/dialog'
import { Tag } from '@/components/ui/tag'
import { toast } from '@/components/ui/toast'
import { IDLE } from '@/lib/form-state'
import { deleteMapping, renameMapping } from '@/lib/register/mapping-actions'

type Mapping = { id: string; name: string; fingerprint: string }

/** The mappings kept under a name; nothing where there is none. */
export function KeptMappings({ mappings, fingerprint }: { mappings: Mapping[]; fingerprint: string }) {
  const t = useTranslations('columns.kept')
  if (mappings.length === 0) return null
  return (
    <Card id="mappings" title={t('title')} padded={false}>
      <ul className="pt-1 pb-2">
        {mappings.map((mapping) => (
          <li key={mapping.id} className="flex flex-wrap items-center gap-2 px-4 py-1.5">
            <span className="min-w-0 flex-1 break-words">
              <span className="font-semibold">{mapping.name}</span>
              {mapping.fingerprint === fingerprint && (
                <Tag tone="blue" className="ml-2">
                  {t('same')}
                </Tag>
              )}
            </span>
            <RenameMapping mapping={mapping} />
            <DeleteMapping mapping={mapping} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function RenameMapping({ mapping: { id, name } }: { mapping: Mapping }) {
  const t = useTranslations('columns')
  const trigger = (
    <Button
      variant="ghost"
      size="sm"
      aria-label={t('kept.renameOf', { name })}
      icon={<PencilLine size={16} strokeWidth={1.75} aria-hidden />}
    />
  )
  return (
    <Dialog title={t('kept.renameOf', { name })} trigger={trigger}>
      {(close) => (
        <NameForm
          label={t('save.name')}
          button={t('kept.rename')}
          name={name}
          onName={async (next) => {
            const state = await renameMapping(IDLE, { id, name: next })
            if (state.status === 'rejected') return state
            toast({ message: t('kept.renamed'), tone: 'ok' })
            close()
          }}
        />
      )}
    </Dialog>
  )
}

function DeleteMapping({ mapping: { id, name } }: { mapping: Mapping }) {
  const t = useTranslations('columns.kept')
  const trigger = (
    <Button
      variant="ghost"
      size="sm"
      aria-label={t('deleteOf', { name })}
      icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
    />
  )
  const remove = async () => {
    const state = await deleteMapping(IDLE, { id })
    if (state.status === 'rejected') return state.message
    toast({ message: t('deleted'), tone: 'ok' })
  }
  return (
    <ConfirmDialog
      title={t('deleteQuestion', { name })}
      confirmLabel={t('delete')}
      onConfirm={remove}
      trigger={trigger}
    >
      {t('deleteNote')}
    </ConfirmDialog>
  )
}
