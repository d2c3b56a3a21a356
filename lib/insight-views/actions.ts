'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { removeView, saveView } from '@/lib/insight-views/mutations'
import { viewInput, viewRef } from '@/lib/insight-views/schema'

export const keepView = formAction('insight.read', viewInput, async (actor, input) => {
  await saveView(actor, input)
  revalidatePath('/insight')
})

export const dropView = formAction('insight.read', viewRef, async (actor, input) => {
  await removeView(actor, input)
  revalidatePath('/insight')
})
