'use server'

import { refresh } from 'next/cache'
import { changeNeedTypes, changeOffices, changeServices } from '@/lib/catalogues/mutations'
import { needTypeList, officeList, serviceList } from '@/lib/catalogues/schema'
import { formAction } from '@/lib/form-action'

export const saveOffices = formAction('chamber.write', officeList, async (actor, input) => {
  await changeOffices(actor, input)
  refresh()
})

export const saveServices = formAction('chamber.write', serviceList, async (actor, input) => {
  await changeServices(actor, input)
  refresh()
})

export const saveNeedTypes = formAction('chamber.write', needTypeList, async (actor, input) => {
  await changeNeedTypes(actor, input)
  refresh()
})
