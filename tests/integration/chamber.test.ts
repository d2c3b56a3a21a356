import { beforeEach, describe, expect, test } from 'vitest'
import { isWorkingDay, isWorkingMoment } from '@/lib/calendar/rules'
import { chamberIn, changeChamber } from '@/lib/chamber/mutations'
import { chamberName, chamberSettings, perPromoterFigures, workingCalendar } from '@/lib/chamber/queries'
import { chamberChange } from '@/lib/chamber/schema'
import { db } from '@/lib/db'
import { type Actor, Forbidden } from '@/lib/permissions'
import { Conflict } from '@/lib/refusal'
import { actAs } from '@/lib/session'
import { momentOf } from '@/lib/today/rules'
import { nextContactDay } from '@/lib/visits/rules'
import { person } from '@/tests/support/people'

let admin: Actor

beforeEach(async () => {
  admin = await person('admin', { name: 'Marco Rossetti' })
  await db.setting.deleteMany({ where: { key: 'chamber' } })
})

const WEEK = ['9-13 14.30-18', '9-13 14.30-18', '9-13', '9:00–13:00, 14:30–18:00', '8.30-12', '', '']
/** What the form of an admin who has just opened it would send. */
async function typed(wishes: object = {}) {
  const { version, name } = await actAs(admin, chamberSettings)
  return chamberChange.parse({ version, name, patron: '6/7', week: WEEK, uploadDays: '30', ...wishes })
}
const deeds = (actor: Actor) =>
  db.activity.findMany({ where: { userId: actor.id, verb: 'chamber.changed' }, orderBy: { at: 'asc' } })

describe('the Chamber’s settings', () => {
  test('start with the usual week, no patron saint, no figures by promoter and thirty days for files', async () => {
    expect(await actAs(admin, chamberSettings)).toMatchObject({
      name: 'Camera di Commercio',
      patron: null,
      perPromoterFigures: false,
      uploadDays: 30,
    })
    expect(isWorkingDay('2026-07-06', await actAs(admin, workingCalendar))).toBe(true)
  })

  test('once saved hold for everybody', async () => {
    await changeChamber(admin, await typed({ name: 'Camera di Commercio di Latina' }))
    expect(await chamberName()).toBe('Camera di Commercio di Latina')
    const calendar = await actAs(await person('promoter'), workingCalendar)
    expect(isWorkingDay('2026-07-06', calendar)).toBe(false)
    expect(isWorkingMoment(momentOf('2026-06-19', '11:59'), calendar)).toBe(true)
    expect(isWorkingMoment(momentOf('2026-06-19', '15:00'), calendar)).toBe(false)
    expect(await db.$transaction(chamberIn)).toMatchObject({ patron: '07-06', week: calendar.week })
  })

  test('move the next contact that a visit proposes: in two weeks, past Sundays, holidays and the patron saint’s day', async () => {
    const giulia = await person('promoter')
    const proposed = async (visited: string) => nextContactDay(visited, await actAs(giulia, workingCalendar))
    expect(await proposed('2026-06-22')).toBe('2026-07-06')
    await changeChamber(admin, await typed())
    expect(await proposed('2026-06-22')).toBe('2026-07-07')
    // Christmas, Saint Stephen's on a Saturday, a Sunday; and the last day of February in a leap year.
    expect(await proposed('2026-12-11')).toBe('2026-12-28')
    expect(await proposed('2028-02-15')).toBe('2028-02-29')
    const closedOnTuesdays = WEEK.with(1, '')
    await changeChamber(admin, await typed({ week: closedOnTuesdays }))
    expect(await proposed('2026-06-22')).toBe('2026-07-08')
  })

  test('say in the activity who turned on the figures by promoter', async () => {
    const manager = await person('manager')
    expect(await actAs(manager, perPromoterFigures)).toBe(false)
    await changeChamber(admin, await typed())
    await changeChamber(admin, await typed({ perPromoterFigures: 'on' }))
    expect(await actAs(manager, perPromoterFigures)).toBe(true)
    const [first, second] = await deeds(admin)
    expect(first?.changes).toMatchObject({ patron: ['', '6/7'], day4: ['09:00–13:00, 14:30–18:00', '08:30–12:00'] })
    expect(second?.changes).toEqual({ perPromoterFigures: [false, true] })
  })

  test('sent again change nothing', async () => {
    const change = await typed()
    await changeChamber(admin, change)
    await changeChamber(admin, change)
    expect(await deeds(admin)).toHaveLength(1)
  })

  test('keep what other versions of the product stored there', async () => {
    await db.setting.create({ data: { key: 'chamber', value: { provinces: ['LT'], week: 'no week at all' } } })
    await changeChamber(admin, await typed())
    const { value } = await db.setting.findUniqueOrThrow({ where: { key: 'chamber' } })
    expect(value).toMatchObject({ provinces: ['LT'], patron: '07-06' })
  })

  test('refused to the second of two who save at once, who is told what the first one wrote', async () => {
    const [mine, theirs] = [await typed({ uploadDays: '60' }), await typed({ uploadDays: '90', name: 'Camera' })]
    await changeChamber(admin, theirs)
    const conflict = await changeChamber(await person('admin'), mine).catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    expect(conflict).toMatchObject({ values: { name: 'Marco Rossetti' } })
    const { differences, version } = conflict as Conflict
    expect(differences).toContainEqual({ field: 'uploadDays', theirs: '90' })
    await changeChamber(admin, { ...mine, version })
    expect(await actAs(admin, chamberSettings)).toMatchObject({ uploadDays: 60 })
  })

  test('of two at the very same moment one is told of the other', async () => {
    const [one, other] = [await typed({ uploadDays: '60' }), await typed({ uploadDays: '90' })]
    const answers = await Promise.allSettled([changeChamber(admin, one), changeChamber(admin, other)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test.each(['promoter', 'manager', 'office'] as const)('are forbidden to the role %s', async (role) => {
    const somebody = await person(role)
    await expect(changeChamber(somebody, await typed())).rejects.toThrow(Forbidden)
    await expect(actAs(somebody, chamberSettings)).rejects.toThrow()
  })

  test('figures by promoter are no question for a promoter', async () => {
    await expect(actAs(await person('promoter'), perPromoterFigures)).rejects.toThrow()
  })
})

describe('what is typed', () => {
  const problem = (wishes: object) => {
    const form = { version: 0, name: 'Camera', week: WEEK, uploadDays: '30', ...wishes }
    const issue = chamberChange.safeParse(form).error?.issues[0]
    return issue && [issue.path.join('.'), issue.message]
  }
  test.each([
    [{ week: WEEK.with(0, '9-') }, 'week.0', 'hoursFormat'],
    [{ week: WEEK.with(1, '18-9') }, 'week.1', 'hoursFormat'],
    [{ week: WEEK.with(1, '9-13 12-18') }, 'week.1', 'hoursFormat'],
    [{ week: WEEK.with(6, 'chiuso') }, 'week.6', 'hoursFormat'],
    [{ week: WEEK.with(6, '9-25') }, 'week.6', 'hoursFormat'],
    [{ week: WEEK.map(() => '') }, 'week', 'weekEmpty'],
    [{ patron: '31/6' }, 'patron', 'feastFormat'],
    [{ patron: 'San Marco' }, 'patron', 'feastFormat'],
    [{ name: ' ' }, 'name', 'required'],
    [{ uploadDays: '0' }, 'uploadDays', 'uploadDaysRange'],
    [{ uploadDays: 'mai' }, 'uploadDays', 'countFormat'],
  ])('%j is refused at %s: %s', (wishes, field, message) => expect(problem(wishes)).toEqual([field, message]))

  test.each([
    ['6/7', '07-06'],
    ['29.2', '02-29'],
    [' 24-6 ', '06-24'],
    ['', null],
  ])('the saint’s day %j is read as %s', (patron, day) => {
    expect(chamberChange.parse({ version: 0, name: 'Camera', week: WEEK, uploadDays: 30, patron }).patron).toBe(day)
  })
})
