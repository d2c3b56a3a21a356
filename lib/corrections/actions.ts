'use server'
import { refresh, revalidatePath } from 'next/cache'
import { correctFirm, undoCorrection } from '@/lib/corrections/mutations'
import { correctionUndo, firmCorrection } from '@/lib/corrections/schema'
import { formAction } from '@/lib/form-action'

export const saveFirm = formAction('firms.write', firmCorrection, async (actor, input) => {
  const { version } = await correctFirm(actor, input)
  revalidatePath(`/firms/${input.firmId}`)
  refresh()
  return { version }
})

export const saveUndoneCorrection = formAction('firms.write', correctionUndo, async (actor, input) => {
  await undoCorrection(actor, input)
  revalidatePath(`/firms/${input.firmId}`)
  refresh()
})
