'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { settleFollowUp as settle } from '@/lib/today/mutations'
import { settleFollowUpInput } from '@/lib/today/schema'

export const settleFollowUp = formAction('visits.record', settleFollowUpInput, async (actor, input) => {
  await settle(actor, input)
  revalidatePath('/today')
})
