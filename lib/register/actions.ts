'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { checkAgain, confirmImport, discardImport, requestUndo, stopImport } from '@/lib/register/mutations'
import { applyInput, ofImport } from '@/lib/register/schema'

export const startApplying = formAction('register.import', applyInput, async (actor, input) => {
  await confirmImport(actor, input)
  revalidatePath('/register', 'layout')
})

export const startChecking = formAction('register.import', ofImport, async (actor, input) => {
  await checkAgain(actor, input)
  revalidatePath('/register', 'layout')
})

export const throwAway = formAction('register.import', ofImport, async (actor, input) => {
  await discardImport(actor, input)
  revalidatePath('/register', 'layout')
})

export const stopNow = formAction('register.import', ofImport, async (actor, input) => {
  await stopImport(actor, input)
  revalidatePath('/register', 'layout')
})

export const startUndo = formAction('register.import', ofImport, async (actor, input) => {
  await requestUndo(actor, input)
  revalidatePath('/register', 'layout')
})
