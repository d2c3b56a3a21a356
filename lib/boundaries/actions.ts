'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { removeBoundaries } from '@/lib/boundaries/mutations'
import { formAction } from '@/lib/form-action'

export const dropBoundaries = formAction('chamber.write', z.object({}), async (actor) => {
  await removeBoundaries(actor)
  revalidatePath('/settings/boundaries')
})
