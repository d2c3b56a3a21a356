'use server'
import { refresh } from 'next/cache'
import { logCall } from '@/lib/calls/mutations'
import { callInput } from '@/lib/calls/schema'
import { formAction } from '@/lib/form-action'
import { takeNextFirm } from '@/lib/leases/mutations'
import { Refusal } from '@/lib/refusal'

/** Saves and goes on: the outcome is safe even where there is no next firm, or the campaign was paused meanwhile. */
export const saveCall = formAction('calls.log', callInput, async (actor, input) => {
  const { firmName, campaignId, state } = await logCall(actor, input)
  const next = await takeNextFirm(actor, campaignId).catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })
  refresh()
  return { firmName, state, next: next?.firmName ?? null }
})
