'use server'
import { refresh } from 'next/cache'
import * as verbs from '@/lib/campaigns/mutations'
import { readCodes } from '@/lib/campaigns/rules'
import * as input from '@/lib/campaigns/schema'
import { formAction } from '@/lib/form-action'
import { lookUpCodes } from '@/lib/frames/queries'
import * as memberships from '@/lib/memberships/mutations'
import type { Actor } from '@/lib/permissions'

/** After the verb the page it was done on shows what came of it. */
const seen =
  <I, R>(verb: (actor: Actor, input: I) => Promise<R>) =>
  async (actor: Actor, input: I): Promise<R> => {
    const result = await verb(actor, input)
    refresh()
    return result
  }

export const makeCampaign = formAction('campaigns.write', input.newCampaign, verbs.makeCampaign)
export const changeCampaign = formAction('campaigns.write', input.campaignChange, seen(verbs.changeCampaign))
export const pauseCampaign = formAction('campaigns.write', input.campaignRef, seen(verbs.pauseCampaign))
export const resumeCampaign = formAction('campaigns.write', input.campaignRef, seen(verbs.resumeCampaign))
export const closeCampaign = formAction('campaigns.write', input.campaignRef, seen(verbs.closeCampaign))
export const extendCampaign = formAction('campaigns.write', input.extension, seen(verbs.extendCampaign))
export const addPromoter = formAction('campaigns.write', input.membership, seen(memberships.addPromoter))
export const removePromoter = formAction('campaigns.write', input.membership, seen(memberships.removePromoter))
export const shareWork = formAction('campaigns.write', input.promoterShare, seen(memberships.shareWork))
/** Reads only: the list may be too long for an address. */
export const checkCodes = formAction('campaigns.write', input.codesCheck, async (_, { codes: text, coolOffMonths }) => {
  const { codes, unread } = readCodes(text)
  return { read: codes.length, unread: unread.slice(0, 100), ...(await lookUpCodes(codes, coolOffMonths)) }
})
