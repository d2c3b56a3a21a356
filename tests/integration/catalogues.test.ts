import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { changeNeedTypes, changeOffices, changeServices } from '@/lib/catalogues/mutations'
import { catalogues } from '@/lib/catalogues/queries'
import { needTypeList, officeList } from '@/lib/catalogues/schema'
import { db } from '@/lib/db'
import { type Actor, Forbidden } from '@/lib/permissions'
import { Conflict } from '@/lib/refusal'
import { actAs } from '@/lib/session'
import { needTypeId, officeId, serviceId } from '@/prisma/catalogues/seed'
import { person } from '@/tests/support/people'

let admin: Actor
beforeEach(async () => {
  admin = await person('admin', { name: 'Marco Rossetti' })
  await db.office.updateMany({ data: { retired: false } })
})

const shown = () => actAs(admin, catalogues)
const edited = <L extends { rows: { id: string }[] }>(list: L, id: string, change: Partial<L['rows'][number]>): L => ({
  ...list,
  rows: list.rows.map((row) => (row.id === id ? { ...row, ...change } : row)),
})
const deeds = (verb: string) => db.activity.findMany({ where: { userId: admin.id, verb } })

describe('the lists an admin edits', () => {
  test('an office gets another name, other days to answer, another place', async () => {
    const { offices } = await shown()
    const [first, ...others] = edited(offices, officeId('credit'), { nameIt: 'Ufficio finanza', answerDays: 5 }).rows
    if (!first) throw new Error('no offices')
    await changeOffices(admin, { ...offices, rows: [...others, first] })
    const row = await db.office.findUniqueOrThrow({ where: { id: officeId('credit') } })
    expect(row).toMatchObject({
      nameIt: 'Ufficio finanza',
      answerDays: 5,
      position: offices.rows.length,
      code: 'credit',
    })
    const [deed] = await deeds('offices.changed')
    expect(Object.keys(deed?.changes as object)).toContain('Ufficio finanza')
  })

  test('a service is added to an office and answers a need', async () => {
    const { services } = await shown()
    const id = uuidv7()
    const fair = {
      id,
      nameIt: 'Bando fiere',
      nameEn: 'Fairs grant',
      descriptionIt: '',
      descriptionEn: '',
      retired: false,
    }
    await changeServices(admin, { ...services, rows: [{ ...fair, officeId: officeId('export') }, ...services.rows] })
    const { needTypes } = await shown()
    await changeNeedTypes(
      admin,
      edited(needTypes, needTypeId('export'), { serviceIds: [id, serviceId('export_desk')] }),
    )
    const answers = await db.needTypeService.findMany({ where: { needTypeId: needTypeId('export') } })
    expect(answers.map((one) => one.serviceId).sort()).toEqual([id, serviceId('export_desk')].sort())
    expect(await db.needTypeService.count({ where: { needTypeId: needTypeId('credit') } })).toBe(2)
  })

  test('a need type is retired, and what was recorded under it stays', async () => {
    const { needTypes } = await shown()
    await changeNeedTypes(admin, edited(needTypes, needTypeId('other'), { retired: true }))
    expect(await db.needType.findUnique({ where: { id: needTypeId('other') } })).toMatchObject({ retired: true })
    await changeNeedTypes(admin, edited((await shown()).needTypes, needTypeId('other'), { retired: false }))
  })

  test('sent again changes nothing', async () => {
    const { services, offices, needTypes } = await shown()
    const change = edited(offices, officeId('quality'), { answerDays: 21 })
    await changeOffices(admin, change)
    await changeOffices(admin, change)
    await changeServices(admin, services)
    await changeNeedTypes(admin, needTypes)
    expect(await deeds('offices.changed')).toHaveLength(1)
    expect(await deeds('services.changed')).toHaveLength(0)
    expect(await deeds('needTypes.changed')).toHaveLength(0)
  })

  test('is refused to the second of two admins, who is told who was first and what changed', async () => {
    const { offices } = await shown()
    await changeOffices(admin, edited(offices, officeId('credit'), { answerDays: 8 }))
    const mine = edited(offices, officeId('training'), { answerDays: 20 })
    const conflict = await changeOffices(await person('admin'), mine).catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    expect(conflict).toMatchObject({ values: { name: 'Marco Rossetti' } })
    expect((conflict as Conflict).differences.map(({ theirs }) => theirs).join()).toContain('answerDays: 8')
    await changeOffices(admin, { ...mine, version: (conflict as Conflict).version })
  })

  test('refused: nothing left in use, a row left out, two of one name', async () => {
    const { needTypes } = await shown()
    const { rows } = needTypes
    const retired = rows.map((row) => ({ ...row, retired: true }))
    const twice = edited(needTypes, needTypeId('credit'), { nameIt: 'FORMAZIONE' })
    await expect(changeNeedTypes(admin, { ...needTypes, rows: retired })).rejects.toMatchObject({ key: 'listEmpty' })
    await expect(changeNeedTypes(admin, { ...needTypes, rows: rows.slice(1) })).rejects.toMatchObject({
      key: 'rowLost',
    })
    await expect(changeNeedTypes(admin, twice)).rejects.toMatchObject({
      key: 'nameTwice',
      values: { name: 'Formazione' },
    })
    const stray = edited(needTypes, needTypeId('credit'), { serviceIds: [uuidv7()] })
    await expect(changeNeedTypes(admin, stray)).rejects.toMatchObject({ key: 'notFound' })
  })

  test('refused: a retired office whose services are offered, from both sides', async () => {
    const { offices, services } = await shown()
    const without = edited(offices, officeId('quality'), { retired: true })
    await expect(changeOffices(admin, without)).rejects.toMatchObject({ key: 'officeAnswers' })
    await changeServices(admin, edited(services, serviceId('iso_9001'), { retired: true }))
    await changeOffices(admin, without)
    const again = edited((await shown()).services, serviceId('iso_9001'), { retired: false })
    await expect(changeServices(admin, again)).rejects.toMatchObject({ key: 'officeAnswers' })
  })

  test.each(['promoter', 'manager', 'office'] as const)('forbidden to the role %s', async (role) => {
    const { offices, services, needTypes } = await shown()
    const somebody = await person(role)
    await expect(changeOffices(somebody, offices)).rejects.toThrow(Forbidden)
    await expect(changeServices(somebody, services)).rejects.toThrow(Forbidden)
    await expect(changeNeedTypes(somebody, needTypes)).rejects.toThrow(Forbidden)
    await expect(actAs(somebody, catalogues)).rejects.toThrow()
  })
})

test('what is typed is checked at the door', async () => {
  const id = uuidv7()
  const office = { id, nameIt: 'Ufficio', nameEn: 'Office', retired: false, answerDays: '0' }
  const problem = officeList.safeParse({ version: 0, rows: [office] }).error?.issues[0]
  expect(problem).toMatchObject({ path: ['rows', 0, 'answerDays'], message: 'answerDaysRange' })
  const type = {
    id,
    nameIt: ' ',
    nameEn: 'Need',
    shortIt: 'x'.repeat(21),
    shortEn: 'Need',
    retired: false,
    serviceIds: [],
  }
  const issues = needTypeList.safeParse({ version: 0, rows: [type] }).error?.issues
  expect(issues?.map(({ path, message }) => [path[2], message])).toEqual([
    ['nameIt', 'required'],
    ['shortIt', 'tooLong'],
  ])
})
