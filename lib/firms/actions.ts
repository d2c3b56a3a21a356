'use server'
import { revalidatePath } from 'next/cache'
import { readmitFirm as readmit, stopContacting as stop } from '@/lib/firms/mutations'
import { readmitInput, stopContactingInput } from '@/lib/firms/schema'
import { formAction } from '@/lib/form-action'

// The firm leaves lists, the desk and the diary at once, so every page of the desk is asked again.
export const stopContacting = formAction('firms.write', stopContactingInput, async (actor, input) => {
  await stop(actor, input)
  revalidatePath('/', 'layout')
})

export const readmitFirm = formAction('firms.readmit', readmitInput, async (actor, input) => {
  await readmit(actor, input)
  revalidatePath('/', 'layout')
})
