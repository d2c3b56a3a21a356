'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { chooseColumns as choose } from '@/lib/register/choose'
import { choosingInput, keepMappingInput, ofMapping, renameMappingInput } from '@/lib/register/mapping-schema'
import { keepMapping as keep, deleteMapping as remove, renameMapping as rename } from '@/lib/register/mappings'
import { checkAgain } from '@/lib/register/mutations'

export const chooseColumns = formAction('register.import', choosingInput, async (actor, input) => {
  await choose(actor, input)
  revalidatePath('/register', 'layout')
})

export const tryColumns = formAction('register.import', choosingInput, async (actor, input) => {
  await choose(actor, input)
  await checkAgain(actor, input)
  revalidatePath('/register', 'layout')
})

export const keepMapping = formAction('register.import', keepMappingInput, async (actor, input) => {
  const { name } = await keep(actor, input)
  revalidatePath('/register', 'layout')
  return { name }
})

export const renameMapping = formAction('register.import', renameMappingInput, async (actor, input) => {
  await rename(actor, input)
  revalidatePath('/register', 'layout')
})

export const deleteMapping = formAction('register.import', ofMapping, async (actor, input) => {
  await remove(actor, input)
  revalidatePath('/register', 'layout')
})
