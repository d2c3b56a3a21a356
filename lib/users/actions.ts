'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { namedSession } from '@/lib/session'
import { addUser, changeUser, resetPassword, signOutEverywhere } from '@/lib/users/mutations'
import { changeOwnPassword } from '@/lib/users/own-account'
import { newUser, ownPassword, passwordReset, userChange, userChoice } from '@/lib/users/schema'

export const saveNewUser = formAction('users.write', newUser, async (actor, input) => {
  const { id } = await addUser(actor, input)
  refresh()
  return { id }
})

export const saveUser = formAction('users.write', userChange, async (actor, input) => {
  await changeUser(actor, input)
  refresh()
})

export const savePasswordReset = formAction('users.write', passwordReset, async (actor, input) => {
  await resetPassword(actor, input)
})

export const saveSignOutEverywhere = formAction('users.write', userChoice, async (actor, input) => {
  await signOutEverywhere(actor, input)
})

export const saveOwnPassword = formAction('account.write', ownPassword, async (actor, input) => {
  await changeOwnPassword(actor, { ...input, keepSessionId: await namedSession() })
})
