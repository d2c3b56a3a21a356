import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { makeCampaign } from '@/lib/campaigns/mutations'
import { chosenFirms, newCampaign } from '@/lib/campaigns/schema'
import { db } from '@/lib/db'
import { experienceSoFar } from '@/lib/draws/queries'
import { planDraw } from '@/lib/draws/rules'
import { drawDesign } from '@/lib/draws/schema'
import { frameOf, lookUpCodes } from '@/lib/frames/queries'
import { outlookOf } from '@/lib/outlook/rules'
import type { Actor } from '@/lib/permissions'
import { callReserve } from '@/lib/reserves/mutations'
import { actAs } from '@/lib/session'
import { momentOf } from '@/lib/today/rules'
import { sectorId } from '@/prisma/catalogues/seed'
import type { Firm } from '@/prisma/client/client'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let manager: Actor
let giulia: Actor
const food: Firm[] = []
const metals: Firm[] = []
beforeAll(async () => {
  manager = await person('manager')
  giulia = await person('promoter')
  for (let index = 0; index < 12; index++) food.push(await firm({ sectorId: sectorId('food') }))
  for (let index = 0; index < 6; index++) metals.push(await firm({ sectorId: sectorId('metals') }))
})

const wish = (draw: object, rest: object = {}) =>
  newCampaign.parse({
    id: uuidv7(),
    name: 'Campione',
    startsOn: '2026-03-01',
    endsOn: '2026-08-31',
    targetCalls: 6,
    targetVisits: 2,
    promoterIds: [giulia.id],
    seed: 4711,
    draw: { by: ['sector'], allocation: 'proportional', total: 6, ...draw },
    ...rest,
  })

/** What a campaign drew, by tax code, in its order; the campaign is closed, so that the next may draw the same firms. */
async function drawn(id: string) {
  const rows = await db.assignment.findMany({
    where: { campaignId: id },
    orderBy: { drawOrder: 'asc' },
    select: { state: true, stratum: true, drawOrder: true, firm: { select: { codiceFiscale: true, sectorId: true } } },
  })
  await db.campaign.update({ where: { id }, data: { status: 'closed' } })
  return rows
}

const strataOf = (campaignId: string) =>
  db.campaignStratum.findMany({ where: { campaignId }, orderBy: { position: 'asc' } })

describe('a campaign is drawn', () => {
  test('by strata, with reserves after those to be called, and the strata are kept', async () => {
    const input = wish({})
    expect(await makeCampaign(manager, input)).toEqual({ id: input.id, firms: 6 })
    expect(await makeCampaign(manager, input)).toEqual({ id: input.id, firms: 6 })
    const rows = await drawn(input.id)
    const states = ['to_call', 'reserve'].map((state) => rows.filter((row) => row.state === state).length)
    expect(states).toEqual([6, 6])
    expect(rows.map(({ drawOrder }) => drawOrder)).toEqual(rows.map((_, index) => index + 1))
    expect(rows.slice(0, 6).every(({ state }) => state === 'to_call')).toBe(true)
    expect(rows.every(({ stratum, firm: one }) => stratum === one.sectorId)).toBe(true)
    const strata = await strataOf(input.id)
    expect(strata.map(({ sectorId: of, frame, sample, reserves }) => ({ of, frame, sample, reserves }))).toEqual(
      expect.arrayContaining([
        { of: sectorId('food'), frame: 12, sample: 4, reserves: 4 },
        { of: sectorId('metals'), frame: 6, sample: 2, reserves: 2 },
      ]),
    )
    const row = await db.campaign.findUniqueOrThrow({ where: { id: input.id } })
    expect(row).toMatchObject({ kind: 'drawn', seed: 4711, design: { by: ['sector'], allocation: 'proportional' } })
    const [line] = await db.activity.findMany({ where: { subjectId: input.id, verb: 'campaign.made' } })
    expect(line?.changes).toMatchObject({ kind: [null, 'drawn'], seed: [null, 4711] })
  })

  test('the same seed and frame give the same firms in the same order; another seed gives others', async () => {
    const lists = []
    for (const seed of [4711, 4711, 815]) {
      const input = wish({}, { seed })
      await makeCampaign(manager, input)
      lists.push((await drawn(input.id)).map((row) => `${row.state} ${row.firm.codiceFiscale}`))
    }
    expect(lists[1]).toEqual(lists[0])
    expect(lists[2]).not.toEqual(lists[0])
  })

  test('the order is that of MD5 of seed and tax code, which anybody can compute again', async () => {
    const input = wish({ by: [], total: 18, reserveFactor: 0 }, { seed: 7 })
    await makeCampaign(manager, input)
    const { createHash } = await import('node:crypto')
    const luck = ({ codiceFiscale }: Firm) => createHash('md5').update(`7:${codiceFiscale}`).digest('hex')
    const expected = [...food, ...metals].toSorted((a, b) => (luck(a) < luck(b) ? -1 : 1))
    expect((await drawn(input.id)).map((row) => row.firm.codiceFiscale)).toEqual(
      expected.map(({ codiceFiscale }) => codiceFiscale),
    )
    expect(await strataOf(input.id)).toMatchObject([{ key: 'all', frame: 18, sample: 18, reserves: 0, sectorId: null }])
  })

  test('a larger draw with the same seed holds the smaller one', async () => {
    const codes = async (total: number) => {
      const input = wish({ by: [], total, reserveFactor: 0 })
      await makeCampaign(manager, input)
      return (await drawn(input.id)).map((row) => row.firm.codiceFiscale)
    }
    const small = await codes(5)
    expect((await codes(9)).slice(0, 5)).toEqual(small)
  })

  test('by hand, and with strata that were merged', async () => {
    const [one, other] = [sectorId('food'), sectorId('metals')]
    const hand = wish({ allocation: 'by_hand', total: undefined, byHand: { [one]: 1, [other]: 5 } })
    expect(await makeCampaign(manager, hand)).toMatchObject({ firms: 6 })
    const rows = await drawn(hand.id)
    expect(rows.filter(({ stratum, state }) => stratum === other && state === 'to_call')).toHaveLength(5)

    const merged = wish({ merged: { [other]: one } })
    await makeCampaign(manager, merged)
    expect((await drawn(merged.id)).every(({ stratum }) => stratum === one)).toBe(true)
    expect(await strataOf(merged.id)).toMatchObject([{ key: one, frame: 18, sample: 6, sectorId: null }])
  })

  test('a reserve of the same stratum is called in, in draw order', async () => {
    const input = wish({})
    await makeCampaign(manager, input)
    const stratum = sectorId('metals')
    const where = { campaignId: input.id, stratum, state: 'reserve' as const }
    const first = await db.assignment.findFirstOrThrow({ where, orderBy: { drawOrder: 'asc' } })
    await db.$transaction((tx) => callReserve(tx, manager, { campaignId: input.id, stratum }))
    expect(await db.assignment.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({ state: 'to_call' })
    await drawn(input.id)
  })

  test('refused when it asks for more than there is, or less than its minimum; forbidden for promoters', async () => {
    await expect(makeCampaign(manager, wish({ total: 19 }))).rejects.toMatchObject({
      key: 'drawTooLarge',
      values: { most: 18 },
    })
    await expect(makeCampaign(manager, wish({ total: 7, minimum: 4 }))).rejects.toMatchObject({ key: 'drawTooSmall' })
    await expect(makeCampaign(giulia, wish({}))).rejects.toThrow('Not allowed')
    expect(await db.campaign.count({ where: { status: 'open' } })).toBe(0)
  })

  test('two made in the same moment share no firm', async () => {
    const inputs = [wish({ total: 9, reserveFactor: 0 }), wish({ total: 9, reserveFactor: 0 })]
    await Promise.all(inputs.map((input) => makeCampaign(manager, input)))
    const firms = await Promise.all(inputs.map(({ id }) => drawn(id)))
    expect(new Set(firms.flat().map((row) => row.firm.codiceFiscale)).size).toBe(18)
  })
})

describe('a campaign is made from pasted tax codes', () => {
  test('whatever separates them, partite IVA and lost zeros included', async () => {
    const [b = '', c = ''] = food.map(({ codiceFiscale }) => codiceFiscale)
    const a = inventedPartitaIva(123_456)
    await firm({ codiceFiscale: a, sectorId: sectorId('food'), status: 'in_liquidation' })
    const bare = a.replace(/^0+/, '')
    const codes = `${bare};\tIT${b}\n${c.toLowerCase()}, ${b} | XYZ`
    const input = wish({}, { draw: undefined, codes })
    expect(await makeCampaign(manager, input)).toMatchObject({ firms: 3 })
    const rows = await drawn(input.id)
    expect(new Set(rows.map((row) => row.firm.codiceFiscale))).toEqual(new Set([a, b, c]))
    expect(await db.campaign.findUniqueOrThrow({ where: { id: input.id } })).toMatchObject({ kind: 'list' })
    expect(newCampaign.safeParse({ ...wish({}), filter: '', codes: '---' }).error?.issues).toMatchObject([
      { message: 'codesNeeded' },
    ])
  })
})

describe('a pasted list is looked up', () => {
  test('what can be called, what is not in the register, what stays out and why', async () => {
    const [known = ''] = food.map(({ codiceFiscale }) => codiceFiscale)
    const quiet = await firm({ numbers: [], name: 'Senza Telefono S.r.l.' })
    const nobody = inventedPartitaIva(777_777)
    const found = await actAs(manager, () => lookUpCodes([known, quiet.codiceFiscale, nobody], 12))
    expect(found).toMatchObject({ counts: { listed: 1, noPhone: 1 }, missing: [nobody] })
    expect(found.out).toEqual([{ code: quiet.codiceFiscale, name: 'Senza Telefono S.r.l.', place: 'noPhone' }])
    await expect(actAs(giulia, () => lookUpCodes([known], 12))).rejects.toThrow()
    await db.firm.delete({ where: { id: quiet.id } })
  })
})

describe('what earlier campaigns tell', () => {
  test('firms tried, spoken with and visited by sector; shares where thirty were visited', async () => {
    const made = await campaign({ firms: metals.slice(0, 3), status: 'closed' })
    const [tried, spoken] = made.assignments
    await db.assignment.update({ where: { id: tried?.id }, data: { attempts: 2 } })
    const contacted = { attempts: 1, contactedAt: new Date(), state: 'visited' as const }
    await db.assignment.update({ where: { id: spoken?.id }, data: contacted })
    const { experience, shares } = await actAs(manager, experienceSoFar)
    expect(experience).toEqual([{ sectorId: sectorId('metals'), tried: 2, contacted: 1, visited: 1 }])
    expect(shares).toEqual([])
    await expect(actAs(giulia, experienceSoFar)).rejects.toThrow()
  })
})

describe('the frame', () => {
  test('is counted with its cells', async () => {
    const { counts, cells } = await actAs(manager, () =>
      frameOf({ filter: chosenFirms({}), coolOffMonths: 12 }, ['sector', 'size']),
    )
    expect(counts.listed).toBe(18)
    const wanted = [
      { key: `${sectorId('food')}/unknown`, firms: 12 },
      { key: `${sectorId('metals')}/unknown`, firms: 6 },
    ]
    expect(cells).toEqual(wanted.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    await expect(actAs(giulia, () => frameOf({ filter: chosenFirms({}), coolOffMonths: 12 }))).rejects.toThrow()
  })

  test('whose strata are not by sector still says how many firms of each sector they hold', async () => {
    const frame = { filter: chosenFirms({}), coolOffMonths: 12 }
    const { cells, sectors, counts } = await actAs(manager, () => frameOf(frame, ['size']))
    const known = new Map(sectors.map((id, at) => [id, cells[0]?.bySector?.[at]]))
    expect(cells).toMatchObject([{ key: 'unknown', firms: 18 }])
    expect(known).toEqual(
      new Map([sectorId('food'), sectorId('metals')].sort().map((id) => [id, id === sectorId('food') ? 12 : 6])),
    )
    expect(counts.listed).toBe(18)
    const { strata } = planDraw(cells, drawDesign.parse({ by: ['size'], allocation: 'proportional', total: 9 }))
    const outlook = outlookOf(strata, ['size'], [], { targetCalls: 0, targetVisits: 0 }, sectors)
    expect(new Map(outlook.map((one) => [one.sectorId, one.sample]))).toEqual(
      new Map([
        [null, 9],
        [sectorId('food'), 6],
        [sectorId('metals'), 3],
      ]),
    )
  })

  test('leaves out who refused within the months of cool-off, over the year end, 29 February and the change of the clocks', async () => {
    const refused = await firm()
    const list = await campaign({ promoters: [giulia], firms: [refused], status: 'closed' })
    const { id: assignmentId = '' } = list.assignments[0] ?? {}
    const call = {
      ...{
        assignmentId,
        campaignId: list.campaign.id,
        firmId: refused.id,
        userId: giulia.id,
        outcome: 'refused' as const,
      },
      ...{ sectorId: refused.sectorId, sizeClass: refused.sizeClass, young: false, female: false, foreign: false },
    }
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      for (const [said, coolOffMonths, last, first] of [
        ['2026-06-16', 12, '2027-06-15', '2027-06-16'],
        ['2026-12-31', 2, '2027-02-28', '2027-03-01'],
        ['2026-11-30', 1, '2026-12-29', '2026-12-30'],
        ['2026-10-31', 2, '2026-12-30', '2026-12-31'],
        ['2028-02-29', 12, '2029-02-28', '2029-03-01'],
        ['2027-02-28', 12, '2028-02-27', '2028-02-28'],
        ['2026-03-29', 7, '2026-10-28', '2026-10-29'],
        ['2026-03-25', 7, '2026-10-24', '2026-10-25'],
        ['2026-10-25', 5, '2027-03-24', '2027-03-25'],
      ] as const) {
        const id = uuidv7()
        await db.call.create({ data: { ...call, id, at: momentOf(said, '23:59') } })
        const place = async (day: string, time: string) => {
          vi.setSystemTime(momentOf(day, time))
          const frame = { filter: chosenFirms({}), codes: [refused.codiceFiscale], coolOffMonths }
          const { counts } = await actAs(manager, () => frameOf(frame))
          return counts.coolOff ? 'coolOff' : 'listed'
        }
        expect([await place(last, '23:59'), await place(first, '00:00')], said).toEqual(['coolOff', 'listed'])
        await db.call.delete({ where: { id } })
      }
    } finally {
      vi.useRealTimers()
    }
  })

  test('leaves out who is in the register of oppositions, where the campaign blocks it and the answer still holds', async () => {
    const [one, other] = [
      await firm({ numbers: ['+390773000001', '+390773000002'] }),
      await firm({ numbers: ['+390773000003'] }),
    ]
    const old = new Date(Date.now() - 17 * 86_400_000)
    const checks = [
      { e164: '+390773000001', opposed: true, checkedAt: new Date() },
      { e164: '+390773000003', opposed: true, checkedAt: old },
    ]
    await db.phoneCheck.createMany({ data: checks })
    const codes = [one.codiceFiscale, other.codiceFiscale]
    const counted = async (opposition: 'warn' | 'block') => {
      const { counts } = await actAs(manager, () =>
        frameOf({ filter: chosenFirms({}), codes, coolOffMonths: 12, opposition }),
      )
      return [counts.listed, counts.opposed]
    }
    expect(await counted('block')).toEqual([2, 0])
    const last = { e164: '+390773000002', opposed: true, checkedAt: new Date() }
    await db.phoneCheck.create({ data: last })
    expect(await counted('block')).toEqual([1, 1])
    expect(await counted('warn')).toEqual([2, 0])
  })
})
