'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { changeOpenData } from '@/lib/open-data/mutations'
import { openDataChange } from '@/lib/open-data/schema'

export const saveOpenData = formAction('openData.write', openDataChange, async (actor, input) => {
  await changeOpenData(actor, input)
  refresh()
})
