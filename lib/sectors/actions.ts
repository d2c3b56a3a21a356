'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/form-action'
import { changeSectors } from '@/lib/sectors/mutations'
import { sectorMoves } from '@/lib/sectors/queries'
import { sectorList } from '@/lib/sectors/schema'

export const tellSectorMoves = formAction('chamber.write', sectorList, (_, input) => sectorMoves(input))

export const saveSectors = formAction('chamber.write', sectorList, async (actor, input) => {
  const sorted = await changeSectors(actor, input)
  refresh()
  return sorted
})
