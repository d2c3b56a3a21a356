'use server'
import { refresh } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { correctOutcome } from '@/lib/outcomes/mutations'
import { outcomeCorrection } from '@/lib/outcomes/schema'

export const saveCorrectedOutcome = formAction('calls.log', outcomeCorrection, async (actor, input) => {
  const { firmName, state } = await correctOutcome(actor, input)
  refresh()
  return { firmName, state }
})
