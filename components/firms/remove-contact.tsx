'use client'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { dropContact } from '@/lib/contacts/actions'
import { IDLE } from '@/lib/form-state'

type RemoveContactProps = { id: string; name: string; close: () => void }

export function RemoveContact({ id, name, close }: RemoveContactProps) {
  const t = useTranslations('firms.people')
  async function remove() {
    const answer = await dropContact(IDLE, { id })
    if (answer.status === 'rejected') return answer.message
    close()
    toast({ message: t('removed'), tone: 'ok' })
  }
  const trigger = (
    <Button variant="danger" size="sm" className="mt-3" icon={<Trash2 size={14} strokeWidth={1.75} aria-hidden />}>
      {t('remove')}
    </Button>
  )
  return (
    <ConfirmDialog trigger={trigger} title={t('removeTitle', { name })} confirmLabel={t('remove')} onConfirm={remove}>
      {t('removeBody')}
    </ConfirmDialog>
  )
}
