import 'server-only'
import type { z } from 'zod'
import { recordActivity } from '@/lib/activity'
import { letGo } from '@/lib/assignments/mutations'
import { RULE_NAMES } from '@/lib/calling-rules/rules'
import type { CampaignChange, campaignRef, extension, NewCampaign } from '@/lib/campaigns/schema'
import { db, type Tx } from '@/lib/db'
import { drawFirms } from '@/lib/draws/mutations'
import { formatTime } from '@/lib/format'
import { enterBatch, gatherFrame, lineUpAll, waitingFirms } from '@/lib/frames/mutations'
import { queueJob } from '@/lib/jobs'
import { enrol } from '@/lib/memberships/mutations'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import { dateColumn, dayOf } from '@/lib/today/rules'
import type { Campaign } from '@/prisma/client/client'
import type { CampaignStatus } from '@/prisma/client/enums'

type Ref = z.output<typeof campaignRef>

/**
 * Makes a campaign with all firms its frame leaves, or with those that are drawn from it. The same id again answers the
 * same and changes nothing. Throws `Refusal('noFirms' | 'notFound' | 'tooManyStrata' | 'drawTooLarge' | 'drawTooSmall')`.
 */
export async function makeCampaign(actor: Actor, input: NewCampaign): Promise<{ id: string; firms: number }> {
  permit(actor, 'campaigns.write')
  const { promoterIds, filter, codes, draw, startsOn, endsOn, ...facts } = input
  const { id, seed, coolOffMonths, opposition } = input
  return db.$transaction(async (tx) => {
    const period = { startsOn: dateColumn(startsOn), endsOn: dateColumn(endsOn) }
    const kind = draw ? ('drawn' as const) : ('list' as const)
    const row = { ...facts, ...period, filter, kind, ...(draw ? { design: draw } : {}) }
    const { count } = await tx.campaign.createMany({ data: [row], skipDuplicates: true })
    if (!count) return { id, firms: await firmsOf(tx, id) }
    for (const userId of promoterIds) await enrol(tx, { campaignId: id, userId })
    const cells = await gatherFrame(tx, { filter, codes, coolOffMonths, opposition }, draw?.by ?? [])
    if (!cells.length) throw new Refusal('noFirms')
    const firms = draw ? await drawFirms(tx, { id, seed }, cells, draw) : await lineUpAll(tx, id, seed)
    await enterList(tx, id)
    const changes = { name: [null, input.name], firms: [null, firms], promoters: [null, promoterIds.length] }
    const how = draw ? { kind: [null, kind], seed: [null, seed], allocation: [null, draw.allocation] } : {}
    await recordActivity(tx, actor, { verb: 'campaign.made', subjectId: id, changes: { ...changes, ...how } })
    return { id, firms }
  }, MAKING)
}

/** Half a million firms take a few seconds. */
const MAKING = { timeout: 120_000, maxWait: 10_000 }

/** A manager waits for so many firms to be on the list; more of them come there while the first are being called. */
const AT_ONCE = 20_000

async function enterList(tx: Tx, id: string): Promise<void> {
  if ((await waitingFirms(tx, id)) > AT_ONCE) return queueJob(tx, 'campaigns.enter', { campaignId: id })
  while (await waitingFirms(tx, id)) await enterBatch(tx, id)
}

/** Firms to be called, those on their way to the list included. */
async function firmsOf(tx: Tx, campaignId: string): Promise<number> {
  const where = { campaignId, state: { not: 'reserve' as const } }
  const [listed, { _sum }] = await Promise.all([
    tx.assignment.count({ where }),
    tx.campaignBatch.aggregate({ where, _sum: { firms: true } }),
  ])
  return listed + (_sum.firms ?? 0)
}

/** Changes name, period, targets and rules. Throws `Conflict`, `Refusal('notFound')`. */
export async function changeCampaign(actor: Actor, input: CampaignChange): Promise<{ version: number }> {
  permit(actor, 'campaigns.write')
  return db.$transaction(async (tx) => {
    const before = await lockCampaign(tx, input.id)
    const { id, version, startsOn, endsOn, ...facts } = input
    const next = { ...facts, startsOn: dateColumn(startsOn), endsOn: dateColumn(endsOn) }
    const changes = changedFields(before, next)
    if (!Object.keys(changes).length) return { version: before.version }
    if (before.version !== version) {
      const differences = Object.entries(changes).map(([field, [theirs]]) => ({ field, theirs: String(theirs) }))
      throw new Conflict(before.version, differences, await hand(tx, actor, before))
    }
    await recordActivity(tx, actor, { verb: 'campaign.changed', subjectId: id, changes })
    return tx.campaign.update({ where: { id }, data: { ...next, version: { increment: 1 } } })
  })
}

/** Who changed the campaign last, found in the log near the time of that change. */
async function hand(tx: Tx, { locale }: Actor, { id, updatedAt }: Campaign) {
  const at = { gte: new Date(updatedAt.getTime() - 10_000), lte: new Date(updatedAt.getTime() + 10_000) }
  const last = await tx.activity.findFirst({
    where: { subjectId: id, at },
    orderBy: { at: 'desc' },
    select: { user: { select: { name: true } } },
  })
  return { name: last?.user?.name ?? '–', at: formatTime(locale, updatedAt) }
}

const HOURS = ['officeHours', 'saturdays', 'dayParts'] as const
const FIELDS = ['name', 'startsOn', 'endsOn', 'targetCalls', 'targetVisits', ...RULE_NAMES, ...HOURS] as const
type Shown = string | number | boolean
function shown(value: Shown | Date | string[]): Shown {
  if (Array.isArray(value)) return value.toSorted().join(', ')
  return value instanceof Date ? value.toISOString().slice(0, 10) : value
}

function changedFields(before: Campaign, next: Pick<Campaign, (typeof FIELDS)[number]>) {
  const pairs = FIELDS.map((field) => [field, [shown(before[field]), shown(next[field])]] as const)
  return Object.fromEntries(pairs.filter(([, [was, is]]) => was !== is)) as Record<string, [Shown, Shown]>
}

/** Nobody is called for the campaign until it resumes; calls under way may still be saved. */
export const pauseCampaign = (actor: Actor, ref: Ref) => turn(actor, ref, 'paused', ['open'])
/** A paused campaign goes on; a closed one is opened again. */
export const resumeCampaign = (actor: Actor, ref: Ref) => turn(actor, ref, 'open', ['paused', 'closed'])
/** The end: nobody holds a firm any more. Calls under way may still be saved. */
export const closeCampaign = (actor: Actor, ref: Ref) => turn(actor, ref, 'closed', ['open', 'paused'])

/** The same again changes nothing. Throws `Refusal('notFound')`. */
async function turn(actor: Actor, { campaignId: id }: Ref, status: CampaignStatus, from: CampaignStatus[]) {
  permit(actor, 'campaigns.write')
  return db.$transaction(async (tx) => {
    const before = await lockCampaign(tx, id)
    if (!from.includes(before.status)) return
    if (status === 'closed') await letGo(tx, actor, { campaignId: id })
    await tx.campaign.update({ where: { id }, data: { status, version: { increment: 1 } } })
    const verb = { open: 'campaign.resumed', paused: 'campaign.paused', closed: 'campaign.closed' }[status]
    await recordActivity(tx, actor, { verb, subjectId: id, changes: { status: [before.status, status] } })
  })
}

/** Moves the end back; a closed campaign is opened by it. Throws `Refusal('endNotLater' | 'notFound')`. */
export async function extendCampaign(actor: Actor, input: z.output<typeof extension>): Promise<void> {
  permit(actor, 'campaigns.write')
  await db.$transaction(async (tx) => {
    const before = await lockCampaign(tx, input.campaignId)
    const endsOn = dateColumn(input.endsOn)
    if (endsOn.getTime() === before.endsOn.getTime()) return
    if (endsOn < before.endsOn || input.endsOn < dayOf(new Date())) throw new Refusal('endNotLater')
    const status = before.status === 'closed' ? ('open' as const) : before.status
    await tx.campaign.update({ where: { id: before.id }, data: { endsOn, status, version: { increment: 1 } } })
    const changes = { endsOn: [shown(before.endsOn), input.endsOn], status: [before.status, status] }
    await recordActivity(tx, actor, { verb: 'campaign.extended', subjectId: before.id, changes })
  })
}

async function lockCampaign(tx: Tx, id: string): Promise<Campaign> {
  await tx.$queryRaw`select id from campaign where id = ${id}::uuid for update`
  const found = await tx.campaign.findUnique({ where: { id } })
  if (!found) throw new Refusal('notFound')
  return found
}
