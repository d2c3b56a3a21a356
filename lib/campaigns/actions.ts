'use server'
import { refresh } from 'next/cache'
import * as verbs from '@/lib/campaigns/mutations'
import { campaignChange, campaignRef, extension, membership, newCampaign } from '@/lib/campaigns/schema'
import { formAction } from '@/lib/form-action'
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

export const makeCampaign = formAction('campaigns.write', newCampaign, verbs.makeCampaign)
export const changeCampaign = formAction('campaigns.write', campaignChange, seen(verbs.changeCampaign))
export const pauseCampaign = formAction('campaigns.write', campaignRef, seen(verbs.pauseCampaign))
export const resumeCampaign = formAction('campaigns.write', campaignRef, seen(verbs.resumeCampaign))
export const closeCampaign = formAction('campaigns.write', campaignRef, seen(verbs.closeCampaign))
export const extendCampaign = formAction('campaigns.write', extension, seen(verbs.extendCampaign))
export const addPromoter = formAction('campaigns.write', membership, seen(memberships.addPromoter))
export const removePromoter = formAction('campaigns.write', membership, seen(memberships.removePromoter))
