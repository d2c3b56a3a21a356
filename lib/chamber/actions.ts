'use server'

import { refresh } from 'next/cache'
import { changeChamber } from '@/lib/chamber/mutations'
import { chamberChange } from '@/lib/chamber/schema'
import { formAction } from '@/lib/form-action'

export const saveChamber = formAction('chamber.write', chamberChange, async (actor, input) => {
  await changeChamber(actor, input)
  refresh()
})
