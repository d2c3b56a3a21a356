'use server'
import { refresh } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { changeScript } from '@/lib/scripts/mutations'
import { scriptChange } from '@/lib/scripts/schema'

export const saveScript = formAction('campaigns.write', scriptChange, async (actor, input) => {
  await changeScript(actor, input)
  refresh()
})
