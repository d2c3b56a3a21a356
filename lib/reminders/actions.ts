'use server'
import { refresh } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { chooseMorningMail } from '@/lib/reminders/mutations'
import { morningMailChoice } from '@/lib/reminders/schema'

export const saveMorningMail = formAction('visits.record', morningMailChoice, async (actor, input) => {
  await chooseMorningMail(actor, input)
  refresh()
})
