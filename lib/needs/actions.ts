'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { assignNeed as assign, moveNeed as move } from '@/lib/needs/mutations'
import { assignNeedInput, moveNeedInput } from '@/lib/needs/schema'

export const moveNeed = formAction('needs.move', moveNeedInput, async (actor, input) => {
  const { version } = await move(actor, input)
  revalidatePath('/needs', 'layout')
  return { version }
})

export const assignNeed = formAction('needs.move', assignNeedInput, async (actor, input) => {
  const { version } = await assign(actor, input)
  revalidatePath('/needs', 'layout')
  return { version }
})
