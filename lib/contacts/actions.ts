'use server'
import { revalidatePath } from 'next/cache'
import { changeContact, recordContact, removeContact } from '@/lib/contacts/mutations'
import { contactChange, contactRemoval, newContact } from '@/lib/contacts/schema'
import { formAction } from '@/lib/form-action'

export const saveNewContact = formAction('firms.write', newContact, async (actor, input) => {
  await recordContact(actor, input)
  revalidatePath(`/firms/${input.firmId}`)
})

export const saveContact = formAction('firms.write', contactChange, async (actor, input) => {
  const { firmId } = await changeContact(actor, input)
  revalidatePath(`/firms/${firmId}`)
})

export const dropContact = formAction('firms.write', contactRemoval, async (actor, input) => {
  const removed = await removeContact(actor, input)
  if (removed) revalidatePath(`/firms/${removed.firmId}`)
})
