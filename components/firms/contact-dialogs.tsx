'use client'
import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { ContactFields } from '@/components/firms/contact-fields'
import { RemoveContact } from '@/components/firms/remove-contact'
import { useSending } from '@/components/firms/use-sending'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { saveContact, saveNewContact } from '@/lib/contacts/actions'
import type { FirmContact } from '@/lib/contacts/queries'

export function AddContact({ firmId }: { firmId: string }) {
  const t = useTranslations('firms.people')
  const trigger = (
    <Button variant="ghost" size="sm" icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}>
      {t('add')}
    </Button>
  )
  return (
    <Dialog trigger={trigger} title={t('addTitle')}>
      {(close) => <AddForm firmId={firmId} close={close} />}
    </Dialog>
  )
}

function AddForm({ firmId, close }: { firmId: string; close: () => void }) {
  const t = useTranslations('firms.people')
  // One id for all tries: a second press after a lost answer adds nobody twice.
  const [id] = useState(() => uuidv7())
  const sending = useSending(saveNewContact, { more: { firmId, id }, after: () => saved(close, t('saved')) })
  return <ContactFields sending={sending} close={close} />
}

export function EditContact({ contact }: { contact: FirmContact }) {
  const t = useTranslations('firms.people')
  const trigger = (
    <Button
      variant="ghost"
      size="sm"
      aria-label={t('edit', { name: contact.name })}
      icon={<Pencil size={14} strokeWidth={1.75} aria-hidden />}
    />
  )
  return (
    <Dialog trigger={trigger} title={t('editTitle', { name: contact.name })}>
      {(close) => <EditForm contact={contact} close={close} />}
    </Dialog>
  )
}

function EditForm({ contact, close }: { contact: FirmContact; close: () => void }) {
  const t = useTranslations('firms.people')
  const [opened] = useState(contact)
  const [version, setVersion] = useState(opened.version)
  const sending = useSending(saveContact, {
    more: { id: opened.id, version },
    after: () => saved(close, t('saved')),
  })
  const { state } = sending
  const newer = state.status === 'rejected' ? state.conflict?.version : undefined
  // After a conflict what was typed may be sent again, against what the other person saved.
  if (newer !== undefined && newer !== version) setVersion(newer)
  return (
    <>
      <ContactFields sending={sending} contact={opened} close={close} />
      <RemoveContact id={opened.id} name={opened.name} close={close} />
    </>
  )
}

function saved(close: () => void, message: string) {
  close()
  toast({ message, tone: 'ok' })
}
