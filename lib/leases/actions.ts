'use server'
import { refresh } from 'next/cache'
import { assignmentRef, campaignRef } from '@/lib/calls/schema'
import { formAction } from '@/lib/form-action'
import * as verbs from '@/lib/leases/mutations'

/** Each answers with the name of the firm that is now on the telephone, or null. */
export const takeNextFirm = formAction('calls.log', campaignRef, async (actor, { campaignId }) => {
  const taken = await verbs.takeNextFirm(actor, campaignId)
  refresh()
  return taken?.firmName ?? null
})

export const takeFirm = formAction('calls.log', assignmentRef, async (actor, { assignmentId }) => {
  const taken = await verbs.takeFirm(actor, assignmentId)
  refresh()
  return taken.firmName
})

export const skipFirm = formAction('calls.log', assignmentRef, async (actor, { assignmentId }) => {
  const { campaignId } = await verbs.skipFirm(actor, assignmentId)
  const next = await verbs.takeNextFirm(actor, campaignId)
  refresh()
  return next?.firmName ?? null
})

export const pauseCalls = formAction('calls.log', campaignRef, async (actor, { campaignId }) => {
  await verbs.releaseFirms(actor, campaignId)
  refresh()
  return null
})

export const freeFirm = formAction('campaigns.write', assignmentRef, async (actor, { assignmentId }) => {
  await verbs.freeFirm(actor, assignmentId)
  refresh()
})
