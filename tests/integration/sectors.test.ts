import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { type Actor, Forbidden } from '@/lib/permissions'
import { Conflict } from '@/lib/refusal'
import { sortAll } from '@/lib/register/sort'
import { takeTurn } from '@/lib/register/turn'
import { changeSectors } from '@/lib/sectors/mutations'
import { firmsStillMoving, sectorMoves, sectorsToEdit } from '@/lib/sectors/queries'
import type { SectorList } from '@/lib/sectors/schema'
import { actAs } from '@/lib/session'
import { SECTORS } from '@/prisma/catalogues/lists'
import { sectorId } from '@/prisma/catalogues/seed'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let admin: Actor

beforeEach(async () => {
  admin = await person('admin', { name: 'Marco Rossetti' })
  await db.$executeRaw`truncate firm cascade`
  await db.sectorPrefix.deleteMany()
  await db.sectorPrefix.createMany({
    data: SECTORS.flatMap(({ code, prefixes }) => prefixes.map((prefix) => ({ prefix, sectorId: sectorId(code) }))),
  })
  await db.sector.updateMany({ data: { retired: false } })
})

type Edit = (sector: SectorList['sectors'][number]) => object
/** The draft of an admin who has just opened the page and changed one sector. */
async function draft(code?: string, edit?: Edit): Promise<SectorList> {
  const list = await actAs(admin, sectorsToEdit)
  const sectors = list.sectors.map(({ firms: _, ...sector }) => sector)
  const edited = sectors.map((one) => (code && edit && one.id === sectorId(code) ? { ...one, ...edit(one) } : one))
  return { ...list, sectors: edited }
}
const taking =
  (...prefixes: string[]): Edit =>
  (sector) => ({ prefixes: [...sector.prefixes, ...prefixes] })
const sectorOf = async (id: string) => (await db.firm.findUniqueOrThrow({ where: { id } })).sectorId
const moves = (list: SectorList) => actAs(admin, () => sectorMoves(list))

describe('changing the sectors', () => {
  test('shows what would move, then moves exactly that, all firms at once', async () => {
    const shop = await firm({ ateco: '47.11.10', atecoVersion: 'ateco_2025', sectorId: sectorId('other') })
    const stall = await firm({ ateco: '47.91', sectorId: sectorId('other') })
    const wood = await firm({ ateco: '16.23.10', sectorId: sectorId('other') })
    const list = await draft('services', taking('47'))
    const told = await moves(list)
    expect(told).toMatchObject({
      moved: 2,
      moves: [{ firms: 2, fromId: sectorId('other'), toId: sectorId('services') }],
    })
    expect(told.moves[0]?.codes.map(({ ateco, firms }) => [ateco, firms])).toEqual([
      ['47.11.10', 1],
      ['47.91', 1],
    ])
    expect(told.moves[0]?.examples).toEqual([{ id: shop.id, name: shop.name }])
    expect(await sectorOf(shop.id)).toBe(sectorId('other'))

    expect(await changeSectors(admin, list)).toEqual({ moved: 2, later: false })
    expect(await sectorOf(shop.id)).toBe(sectorId('services'))
    expect(await sectorOf(stall.id)).toBe(sectorId('services'))
    expect(await sectorOf(wood.id)).toBe(sectorId('other'))
    expect(await moves(await draft())).toMatchObject({ moved: 0, moves: [] })
  })

  test('moves more firms than a person waits for by a job, batch by batch, and tells how many are left', async () => {
    const SHOPS = 5_001
    await db.$executeRaw`
      insert into firm (id, codice_fiscale, name, search_name, sector_id, ateco, updated_at)
      select gen_random_uuid(), '998' || n, 'Bottega ' || n, 'bottega' || n, ${sectorId('other')}::uuid, '47.11.10', now()
      from generate_series(1, ${SHOPS}::int) n`
    const kept = await firm({ ateco: '47.11.10', sectorId: sectorId('food') })
    await db.correction.create({
      data: { id: uuidv7(), firmId: kept.id, field: 'sectorId', value: sectorId('food'), userId: admin.id },
    })
    const left = () => actAs(admin, firmsStillMoving)
    const inServices = () => db.firm.count({ where: { sectorId: sectorId('services') } })
    expect(await changeSectors(admin, await draft('services', taking('47')))).toEqual({ moved: SHOPS, later: true })
    expect(await inServices()).toBe(0)
    expect(await left()).toBe(SHOPS)
    expect(await sortAll()).toBe(SHOPS)
    expect(await inServices()).toBe(SHOPS)
    expect(await sectorOf(kept.id)).toBe(sectorId('food'))
    // Started anew after its end it finds nothing to do.
    expect(await sortAll()).toBe(0)
    expect(await left()).toBe(0)
  })

  test('the job waits for the import that has the register', async () => {
    const importing = await takeTurn(uuidv7(), 'refuse')
    let ended = false
    const sorting = sortAll().then(() => {
      ended = true
    })
    await sleep(200)
    expect(ended).toBe(false)
    await importing.end()
    await sorting
  })

  test('the longest prefix wins, and what no prefix fits goes to the sector of the rest', async () => {
    const ships = await firm({ ateco: '30.11.02', sectorId: sectorId('metals') })
    const trains = await firm({ ateco: '30.20.01', sectorId: sectorId('metals') })
    const unknown = await firm({ ateco: null, sectorId: sectorId('metals') })
    await changeSectors(admin, await draft('electrical', taking('30')))
    expect(await sectorOf(ships.id)).toBe(sectorId('shipbuilding'))
    expect(await sectorOf(trains.id)).toBe(sectorId('electrical'))
    expect(await sectorOf(unknown.id)).toBe(sectorId('other'))
    const list = await draft()
    await changeSectors(admin, { ...list, restId: sectorId('services') })
    expect(await sectorOf(unknown.id)).toBe(sectorId('services'))
  })

  test('past calls and visits keep the sector of their day', async () => {
    const promoter = await person('promoter')
    const maker = await firm({ ateco: '25.11.00' })
    const { assignments } = await campaign({ promoters: [promoter], firms: [maker] })
    const [assignment] = assignments
    if (!assignment) throw new Error('no assignment')
    const evidence = {
      assignmentId: assignment.id,
      campaignId: assignment.campaignId,
      firmId: assignment.firmId,
      userId: promoter.id,
      sectorId: sectorId('metals'),
      sizeClass: 'staff_2_9' as const,
      young: false,
      female: false,
      foreign: false,
    }
    const at = new Date('2026-06-16T09:00:00Z')
    await db.visit.create({ data: { ...evidence, id: uuidv7(), at } })
    await db.call.create({ data: { ...evidence, id: uuidv7(), at, outcome: 'interviewed' } })
    await changeSectors(admin, await draft('furniture', taking('251')))
    expect(await sectorOf(assignment.firmId)).toBe(sectorId('furniture'))
    expect(await db.visit.findMany({ select: { sectorId: true } })).toEqual([{ sectorId: sectorId('metals') }])
    expect(await db.call.findMany({ select: { sectorId: true } })).toEqual([{ sectorId: sectorId('metals') }])
  })

  test('follows an activity that a person corrected, and leaves a corrected sector alone', async () => {
    const moved = await firm({ ateco: '47.11.10', sectorId: sectorId('other') })
    const kept = await firm({ ateco: '47.11.10', sectorId: sectorId('food') })
    for (const [firmId, field, value] of [
      [moved.id, 'ateco', '47.11.10'],
      [kept.id, 'sectorId', sectorId('food')],
    ] as const)
      await db.correction.create({ data: { id: uuidv7(), firmId, field, value, userId: admin.id } })
    const list = await draft('catering', taking('47'))
    expect(await moves(list)).toMatchObject({ moved: 1 })
    expect(await changeSectors(admin, list)).toEqual({ moved: 1, later: false })
    expect(await sectorOf(moved.id)).toBe(sectorId('catering'))
    expect(await sectorOf(kept.id)).toBe(sectorId('food'))
  })

  test('adds a sector, renames one, retires one and changes their order; the log says so', async () => {
    const list = await draft('furniture', () => ({ retired: true, prefixes: [] }))
    const trade = { id: uuidv7(), nameIt: 'Commercio', nameEn: 'Trade', retired: false, prefixes: ['46', '47'] }
    await changeSectors(admin, { ...list, sectors: [trade, ...list.sectors] })
    const [first] = await db.sector.findMany({ orderBy: { position: 'asc' }, include: { prefixes: true } })
    expect(first).toMatchObject({ id: trade.id, nameIt: 'Commercio', position: 1 })
    expect(first?.prefixes).toHaveLength(2)
    expect(await db.sector.findUnique({ where: { id: sectorId('furniture') } })).toMatchObject({ retired: true })
    const deed = await db.activity.findFirst({ where: { userId: admin.id, verb: 'sectors.changed' } })
    expect(deed?.changes).toMatchObject({ Commercio: [null, '1. Commercio / Trade: 46, 47'], moved: 0 })
    await db.sector.delete({ where: { id: trade.id } })
  })

  test('sent again changes nothing', async () => {
    const list = await draft('furniture', taking('16'))
    await changeSectors(admin, list)
    expect(await changeSectors(admin, list)).toEqual({ moved: 0, later: false })
    expect(await db.activity.count({ where: { userId: admin.id, verb: 'sectors.changed' } })).toBe(1)
  })

  test('is refused to the second of two admins, who is told what the first one changed', async () => {
    const [mine, theirs] = [await draft('furniture', taking('16')), await draft('food', taking('12'))]
    await changeSectors(admin, theirs)
    const conflict = await changeSectors(await person('admin'), mine).catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    expect(conflict).toMatchObject({
      values: { name: 'Marco Rossetti' },
      differences: [
        { field: 'Alimentare', theirs: '3. Alimentare / Food: 10–12' },
        { field: 'Mobile', theirs: '9. Mobile / Furniture: 31' },
      ],
    })
    await changeSectors(admin, { ...mine, version: (conflict as Conflict).version })
  })

  test('of two at the very same moment one is refused', async () => {
    const lists = [await draft('furniture', taking('16')), await draft('food', taking('12'))] as const
    const answers = await Promise.allSettled(lists.map((list) => changeSectors(admin, list)))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused while the register is being imported', async () => {
    const list = await draft('furniture', taking('16'))
    const importing = await takeTurn(uuidv7(), 'refuse')
    await expect(changeSectors(admin, list)).rejects.toMatchObject({ key: 'registerBusy' })
    await importing.end()
  })

  test.each<[string, string, (list: SectorList) => SectorList]>([
    ['a prefix in two sectors', 'prefixTwice', (list) => edited(list, 'food', taking('31'))],
    ['an empty list', 'sectorsEmpty', (list) => ({ ...list, sectors: [] })],
    ['a list of retired ones', 'sectorsEmpty', (list) => everyOne(list, () => ({ retired: true }))],
    [
      'a retired sector with prefixes',
      'sectorRetiredCatches',
      (list) => edited(list, 'food', () => ({ retired: true })),
    ],
    ['a retired sector of the rest', 'sectorRetiredRest', (list) => edited(list, 'other', () => ({ retired: true }))],
    ['no sector of the rest', 'sectorRestMissing', (list) => ({ ...list, restId: uuidv7() })],
    ['two of one name', 'sectorNameTwice', (list) => edited(list, 'food', () => ({ nameIt: 'mobile' }))],
    ['a sector left out', 'sectorLost', (list) => ({ ...list, sectors: list.sectors.filter((_, i) => i > 0) })],
  ])('refuses %s', async (_, key, spoil) => {
    await expect(changeSectors(admin, spoil(await draft()))).rejects.toMatchObject({ key })
  })

  test.each(['promoter', 'manager', 'office'] as const)('is forbidden to the role %s', async (role) => {
    const somebody = await person(role)
    const list = await draft()
    await expect(changeSectors(somebody, list)).rejects.toThrow(Forbidden)
    await expect(actAs(somebody, () => sectorMoves(list))).rejects.toThrow()
    await expect(actAs(somebody, sectorsToEdit)).rejects.toThrow()
    await expect(actAs(somebody, firmsStillMoving)).rejects.toThrow()
  })
})

const everyOne = (list: SectorList, edit: Edit) => ({
  ...list,
  sectors: list.sectors.map((one) => ({ ...one, ...edit(one) })),
})
const edited = (list: SectorList, code: string, edit: Edit) =>
  everyOne(list, (one) => (one.id === sectorId(code) ? edit(one) : {}))
