'use server'
import { refresh } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { addNote } from '@/lib/notes/mutations'
import { noteInput } from '@/lib/notes/schema'

export const saveNote = formAction('firms.write', noteInput, async (actor, input) => {
  await addNote(actor, input)
  refresh()
  return { id: input.id }
})
