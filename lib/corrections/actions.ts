'use server'
import { refresh, revalidatePath } from 'next/cache'
import { correctFirm, keepOurs, takeTheirs, undoCorrection } from '@/lib/corrections/mutations'
import { correctionUndo, decision, firmCorrection } from '@/lib/corrections/schema'
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

export const decideForOurs = formAction('register.import', decision, async (actor, input) => {
  const result = await keepOurs(actor, input)
  revalidatePath('/register/corrections')
  return result
})

export const decideForTheirs = formAction('register.import', decision, async (actor, input) => {
  const result = await takeTheirs(actor, input)
  revalidatePath('/register/corrections')
  return result
})
