'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { recordVisit as record } from '@/lib/visits/mutations'
import { visitInput } from '@/lib/visits/schema'

export const recordVisit = formAction('visits.record', visitInput, async (actor, input) => {
  const recorded = await record(actor, input)
  revalidatePath('/', 'layout')
  return recorded
})
