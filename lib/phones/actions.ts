'use server'
import { refresh, revalidatePath } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { addPhone, judgePhone } from '@/lib/phones/mutations'
import { newPhone, phoneVerdict } from '@/lib/phones/schema'

export const saveNewPhone = formAction('firms.write', newPhone, async (actor, input) => {
  await addPhone(actor, input)
  revalidatePath(`/firms/${input.firmId}`)
  refresh()
})

export const savePhoneVerdict = formAction('firms.write', phoneVerdict, async (actor, input) => {
  await judgePhone(actor, input)
  revalidatePath(`/firms/${input.firmId}`)
  refresh()
})
