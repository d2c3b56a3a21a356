import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { recordActivity } from '@/lib/activity'
import { letGo } from '@/lib/assignments/mutations'
import type { membership, promoterShare } from '@/lib/campaigns/schema'
import { db, type Tx } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'

type Membership = z.output<typeof membership>

/** The same person again changes nothing. Throws `Refusal('notFound')` for whoever is no active promoter. */
export async function addPromoter(actor: Actor, input: Membership): Promise<void> {
  permit(actor, 'campaigns.write')
  await db.$transaction(async (tx) => {
    await lockCampaign(tx, input.campaignId)
    if (!(await enrol(tx, input))) return
    const changes = { promoter: [null, input.userId] }
    await recordActivity(tx, actor, { verb: 'campaign.promoterAdded', subjectId: input.campaignId, changes })
  })
}

/** Enters the person, in the transaction of a verb; false where they were in it. Throws `Refusal('notFound')`. */
export async function enrol(tx: Tx, { campaignId, userId }: Membership): Promise<boolean> {
  const known = await tx.user.findFirst({ where: { id: userId, role: 'promoter', active: true }, select: { id: true } })
  if (!known) throw new Refusal('notFound')
  const { count } = await tx.campaignPromoter.createMany({ data: [{ campaignId, userId }], skipDuplicates: true })
  return count > 0
}

/** Their firm goes back, and their callbacks become everybody's. Throws `Refusal('notFound')`. */
export async function removePromoter(actor: Actor, input: Membership): Promise<void> {
  permit(actor, 'campaigns.write')
  const { campaignId, userId } = input
  await db.$transaction(async (tx) => {
    await lockCampaign(tx, campaignId)
    const { count } = await tx.campaignPromoter.deleteMany({ where: { campaignId, userId } })
    if (!count) return
    await letGo(tx, actor, { campaignId, leaseUserId: userId })
    const theirs = { campaignId, callbackUserId: userId, state: 'callback' as const }
    await tx.assignment.updateMany({ where: theirs, data: { callbackUserId: null } })
    const changes = { promoter: [userId, null] }
    await recordActivity(tx, actor, { verb: 'campaign.promoterRemoved', subjectId: campaignId, changes })
  })
}

/**
 * Gives a promoter of the campaign their part of its firms: these sectors, these municipalities; none of a kind means
 * all of it. The same again changes nothing. Throws `Refusal('notFound')` for who is not in the campaign.
 */
export async function shareWork(actor: Actor, input: z.output<typeof promoterShare>): Promise<void> {
  permit(actor, 'campaigns.write')
  const { campaignId, userId } = input
  await db.$transaction(async (tx) => {
    await lockCampaign(tx, campaignId)
    const where = { campaignId, userId }
    if (!(await tx.campaignPromoter.count({ where }))) throw new Refusal('notFound')
    const before = await tx.campaignPromoterShare.findMany({ where })
    const was = before.map(({ sectorId, municipalityCode }) => sectorId ?? municipalityCode ?? '')
    const is = [...new Set([...input.sectorIds, ...input.municipalityCodes])]
    if (was.toSorted().join() === is.toSorted().join()) return
    await tx.campaignPromoterShare.deleteMany({ where })
    const row = (part: { sectorId: string } | { municipalityCode: string }) => ({ id: uuidv7(), ...where, ...part })
    const sectors = [...new Set(input.sectorIds)].map((sectorId) => row({ sectorId }))
    const municipalities = [...new Set(input.municipalityCodes)].map((code) => row({ municipalityCode: code }))
    await tx.campaignPromoterShare.createMany({ data: [...sectors, ...municipalities] })
    const changes = { promoter: userId, share: [was.toSorted(), is.toSorted()] }
    await recordActivity(tx, actor, { verb: 'campaign.workShared', subjectId: campaignId, changes })
  })
}

async function lockCampaign(tx: Tx, id: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`select id from campaign where id = ${id}::uuid for update`
  if (!found.length) throw new Refusal('notFound')
}
