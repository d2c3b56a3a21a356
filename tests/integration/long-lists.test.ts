import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeCampaign } from '@/lib/campaigns/mutations'
import { campaignDetail } from '@/lib/campaigns/queries'
import { newCampaign } from '@/lib/campaigns/schema'
import { db } from '@/lib/db'
import { paceOf } from '@/lib/fieldwork/queries'
import { enterBatch, enterWaiting } from '@/lib/frames/mutations'
import type { Actor } from '@/lib/permissions'
import { callReserve } from '@/lib/reserves/mutations'
import { actAs } from '@/lib/session'
import { sectorId } from '@/prisma/catalogues/seed'
import { campaign } from '@/tests/support/campaigns'
import { listMany } from '@/tests/support/many-firms'
import { person } from '@/tests/support/people'

const MANY = 20_400

const wish = (promoter: Actor, rest: object = {}) =>
  newCampaign.parse({
    ...{ id: uuidv7(), name: 'Tutte', startsOn: '2026-03-01', endsOn: '2026-08-31', seed: 7 },
    ...{ targetCalls: 100, targetVisits: 10, promoterIds: [promoter.id], ...rest },
  })

/** Firms that may be called, in the order in which a seed draws them, computed without the database. */
async function inOrderOf(seed: number): Promise<string[]> {
  const where = { status: 'active' as const, doNotContactSince: null }
  const firms = await db.firm.findMany({ where, select: { id: true, codiceFiscale: true } })
  const luck = new Map(
    firms.map(({ id, codiceFiscale }) => [id, createHash('md5').update(`${seed}:${codiceFiscale}`).digest('hex')]),
  )
  return firms.map(({ id }) => id).toSorted((a, b) => ((luck.get(a) ?? '') < (luck.get(b) ?? '') ? -1 : 1))
}

test('a long list is there at once, fills up batch by batch in calling order, and survives whoever fills it', async () => {
  const [manager, giulia] = [await person('manager'), await person('promoter')]
  const earlier = await campaign({ status: 'closed' })
  await listMany(earlier.campaign.id, MANY)
  const input = wish(giulia)
  expect(await makeCampaign(manager, input)).toEqual({ id: input.id, firms: MANY })
  expect(await makeCampaign(manager, input)).toEqual({ id: input.id, firms: MANY })
  const queued = await db.$queryRaw<{ data: { campaignId: string } }[]>`
    select data from pgboss.job where name = 'campaigns.enter'`
  expect(queued).toEqual([{ data: { campaignId: input.id } }])

  const progress = async () => (await actAs(manager, () => campaignDetail(input.id)))?.progress
  expect(await progress()).toMatchObject({ listed: 0, waiting: MANY })
  // Nor does the pace say that firms are lacking while they are on their way.
  const callable = async () =>
    (await actAs(manager, () => paceOf({ id: input.id, startsOn: new Date('2026-03-01') }))).callable
  expect(await callable()).toBe(MANY)
  // They are this campaign's already: another one finds none of them free.
  await expect(makeCampaign(manager, wish(giulia))).rejects.toMatchObject({ key: 'noFirms' })

  const inOrder = await inOrderOf(7)
  const [alone = '', ceased = ''] = [inOrder[15_000], inOrder[20_300]]
  await db.firm.update({ where: { id: alone }, data: { doNotContactSince: new Date() } })
  await db.firm.update({ where: { id: ceased }, data: { status: 'ceased' } })

  // Whoever fills it is killed in the middle of a batch, then between two.
  const killed = db.$transaction(async (tx) => {
    await enterBatch(tx, input.id)
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  await db.$transaction((tx) => enterBatch(tx, input.id))
  expect(await progress()).toMatchObject({ listed: 10_000, waiting: MANY - 10_000 })
  expect(await callable()).toBe(MANY)
  await Promise.all([enterWaiting(input.id), enterWaiting(input.id)])
  await enterWaiting(input.id)
  expect(await progress()).toMatchObject({ listed: MANY, waiting: 0 })

  const rows = await db.assignment.findMany({
    where: { campaignId: input.id },
    orderBy: { drawOrder: 'asc' },
    select: { firmId: true, drawOrder: true, state: true },
  })
  expect(rows.map(({ firmId }) => firmId)).toEqual(inOrder)
  expect(rows.every(({ drawOrder }, at) => drawOrder === at + 1)).toBe(true)
  expect(rows.filter(({ state }) => state !== 'to_call')).toEqual([
    { firmId: alone, drawOrder: 15_001, state: 'do_not_contact' },
    { firmId: ceased, drawOrder: 20_301, state: 'ceased' },
  ])
})

test('a reserve that is still on its way to the list of a large draw is called in all the same', async () => {
  const [manager, giulia] = [await person('manager'), await person('promoter')]
  await db.campaign.updateMany({ data: { status: 'closed' } })
  const draw = { by: ['sector'], allocation: 'proportional', total: 20_010, reserveFactor: 0.01 }
  const { id: campaignId } = await makeCampaign(manager, wish(giulia, { draw }))
  const stratum = sectorId('metals')
  const reserves = await db.campaignBatch.findFirstOrThrow({ where: { campaignId, state: 'reserve' } })
  const call = (of: string) => db.$transaction((tx) => callReserve(tx, giulia, { campaignId, stratum: of }))

  expect(await call(sectorId('food'))).toBeNull()
  expect(await db.assignment.count({ where: { campaignId } })).toBe(0)
  // The first alone, which brings them onto the list; then one while the others are being put there.
  const called = [await call(stratum)]
  expect(await db.assignment.count({ where: { campaignId } })).toBe(reserves.firms)
  called.push((await Promise.all([call(stratum), enterWaiting(campaignId)]))[0])
  const where = { campaignId, drawOrder: { gt: 20_010 }, state: 'to_call' as const }
  const rows = await db.assignment.findMany({ where, orderBy: { drawOrder: 'asc' } })
  expect(rows.map(({ id }) => id)).toEqual(called)
  expect(rows.map(({ firmId }) => firmId)).toEqual(reserves.firmIds.slice(0, 2))
  expect(await db.campaignBatch.count()).toBe(0)
  expect(await db.assignment.count({ where: { campaignId } })).toBe(20_010 + reserves.firms)
})

test('a few firms of many are the first of all in their order', async () => {
  const [manager, giulia] = [await person('manager'), await person('promoter')]
  await db.campaign.updateMany({ data: { status: 'closed' } })
  const draw = { by: [], allocation: 'proportional', total: 60, reserveFactor: 0.5 }
  const input = wish(giulia, { seed: 11, draw })
  expect(await makeCampaign(manager, input)).toEqual({ id: input.id, firms: 60 })
  const where = { campaignId: input.id }
  const rows = await db.assignment.findMany({ where, orderBy: { drawOrder: 'asc' } })
  expect(rows.map(({ firmId }) => firmId)).toEqual((await inOrderOf(11)).slice(0, 90))
  expect(rows.map(({ state }) => state)).toEqual([...Array(60).fill('to_call'), ...Array(30).fill('reserve')])
})
