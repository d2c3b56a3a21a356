'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { makeFeed, revokeFeed } from '@/lib/feeds/mutations'
import { formAction } from '@/lib/form-action'

export const saveNewFeed = formAction('visits.record', z.object({}), async (actor) => {
  const made = await makeFeed(actor)
  refresh()
  return made
})

export const saveFeedRevoked = formAction('visits.record', z.object({}), async (actor) => {
  await revokeFeed(actor)
  refresh()
})
