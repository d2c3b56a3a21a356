'use server'
import { refresh } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { setOppositionRule } from '@/lib/oppositions/mutations'
import { oppositionChoice } from '@/lib/oppositions/schema'

export const saveOppositionRule = formAction('campaigns.write', oppositionChoice, async (actor, input) => {
  await setOppositionRule(actor, input)
  refresh()
})
