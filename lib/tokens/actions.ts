'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { makeToken, revokeToken } from '@/lib/tokens/mutations'
import { newToken, tokenChoice } from '@/lib/tokens/schema'

export const saveNewToken = formAction('tokens.write', newToken, async (actor, input) => {
  const made = await makeToken(actor, input)
  refresh()
  return made
})

export const saveTokenRevoked = formAction('tokens.write', tokenChoice, async (actor, input) => {
  await revokeToken(actor, input)
  refresh()
})
