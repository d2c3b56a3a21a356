import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { takeFirm, takeNextFirm } from '@/lib/leases/mutations'
import { firmOnTelephone } from '@/lib/leases/queries'
import { exportNumbers, importAnswers, setOppositionRule } from '@/lib/oppositions/mutations'
import { blockedNumbers, oppositionFigures } from '@/lib/oppositions/queries'
import type { Actor } from '@/lib/permissions'
import { deskNumbers, queueOf } from '@/lib/queue/queries'
import { callReserve } from '@/lib/reserves/mutations'
import { actAs } from '@/lib/session'
import { momentOf } from '@/lib/today/rules'
import type { OppositionRule } from '@/prisma/client/enums'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const DAY = '2026-06-16'
const at = (time: string, day = DAY) => vi.setSystemTime(momentOf(day, time))

let giulia: Actor
let manager: Actor
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: momentOf(DAY, '10:00') })
  giulia = await person('promoter')
  manager = await person('manager')
})
afterEach(() => vi.useRealTimers())

/** Numbers nobody else in these tests has. */
let serial = 0
const number = () => `+39077388${String(++serial).padStart(4, '0')}`
const national = (e164: string) => e164.slice(3)

async function calling(rule: OppositionRule, ...numbers: string[][]) {
  const firms = await Promise.all(numbers.map((own) => firm({ numbers: own })))
  const list = await campaign({ promoters: [giulia], firms, opposition: rule })
  const campaignId = list.campaign.id
  const answer = (text: string, on = DAY) => importAnswers(manager, { campaignId, on }, text)
  const next = async () => (await takeNextFirm(giulia, campaignId))?.firmId ?? null
  return { firms, list, campaignId, answer, next }
}

describe('the numbers to be checked', () => {
  test('are those of firms still to be called, one a line, national digits, without a valid answer', async () => {
    const [free, second, stopped, done] = [number(), number(), number(), number()]
    const { firms, campaignId, answer, list } = await calling(
      'block',
      [free, second],
      [stopped],
      [done],
      ['+41446681800'],
    )
    await db.firm.update({ where: { id: firms[1]?.id }, data: { doNotContactSince: new Date() } })
    await db.assignment.update({ where: { id: list.assignments[2]?.id }, data: { state: 'refused' } })
    const text = await exportNumbers(manager, campaignId)
    expect(text.split('\n').sort()).toEqual(['', national(free), national(second)].sort())
    await answer(`${national(free)};no`)
    expect(await exportNumbers(manager, campaignId)).toBe(`${national(second)}\n`)
    await answer(`${national(second)};si`)
    await expect(exportNumbers(manager, campaignId)).rejects.toMatchObject({ key: 'nothingToCheck' })
    const taken = await db.activity.findMany({ where: { subjectId: campaignId, verb: 'opposition.exported' } })
    expect(taken).toMatchObject([
      { userId: manager.id, changes: { numbers: 2 } },
      { userId: manager.id, changes: { numbers: 1 } },
    ])
  })
})

describe('the answer', () => {
  test('is kept for numbers somebody has; what cannot be read is counted; the log has no numbers', async () => {
    const [free, opposed] = [number(), number()]
    const { campaignId, answer } = await calling('block', [free, opposed])
    const text = `numero;esito\r\n${national(free)};NO\r\n${opposed};Sì\r\n0773000001;no\r\nqualcosa;no\r\n`
    expect(await answer(text)).toEqual({ checked: 2, opposed: 1, strangers: 1, unread: 2 })
    expect(await actAs(manager, () => oppositionFigures(campaignId))).toEqual({
      ...{ rule: 'block', numbers: 2, clear: 1, opposed: 1, due: 0 },
      lastAt: momentOf(DAY, '00:00'),
    })
    const [deed] = await db.activity.findMany({ where: { subjectId: campaignId, verb: 'opposition.imported' } })
    expect(deed?.changes).toEqual({ checkedOn: DAY, checked: 2, opposed: 1 })
  })

  test('the later of two counts, in whichever order they come', async () => {
    const phone = number()
    const { answer, next, firms } = await calling('block', [phone])
    await answer(`${phone};no`, '2026-06-16')
    await answer(`${phone};si`, '2026-06-10')
    expect(await next()).toBe(firms[0]?.id)
  })

  test('is refused where nothing can be read, for another day than the past fifteen, and for no campaign', async () => {
    const { answer } = await calling('off', [number()])
    await expect(answer('solo parole')).rejects.toMatchObject({ key: 'oppositionUnreadable' })
    await expect(answer(`${number()};no`, '2026-06-17')).rejects.toMatchObject({ key: 'oppositionDay' })
    await expect(answer(`${number()};no`, '2026-05-31')).rejects.toMatchObject({ key: 'oppositionDay' })
    const nowhere = { campaignId: uuidv7(), on: DAY }
    await expect(importAnswers(manager, nowhere, `${number()};no`)).rejects.toMatchObject({ key: 'notFound' })
  })

  test('forbidden to promoters: to take the numbers, to bring the answer, to set the rule', async () => {
    const { campaignId } = await calling('off', [number()])
    await expect(exportNumbers(giulia, campaignId)).rejects.toThrow('Not allowed')
    await expect(importAnswers(giulia, { campaignId, on: DAY }, 'x')).rejects.toThrow('Not allowed')
    await expect(setOppositionRule(giulia, { campaignId, rule: 'block' })).rejects.toThrow('Not allowed')
  })
})

describe('the rule of a campaign', () => {
  test('block: a firm without a number that is checked and free does not come up, and cannot be opened', async () => {
    const [unchecked, opposed, free, other] = [number(), number(), number(), number()]
    const { firms, list, answer, next, campaignId } = await calling('block', [unchecked], [opposed], [other, free])
    expect(await next()).toBeNull()
    await answer(`${opposed};si\n${free};no\n${other};si`)
    expect((await actAs(giulia, () => queueOf(campaignId, { whole: false }))).map(({ firmName }) => firmName)).toEqual([
      firms[2]?.name,
    ])
    await expect(takeFirm(giulia, list.assignments[1]?.id ?? '')).rejects.toMatchObject({ key: 'firmNotCallable' })
    expect(await next()).toBe(firms[2]?.id)
    expect(await actAs(giulia, () => firmOnTelephone(campaignId))).toMatchObject({
      numbers: [free],
      phones: [
        { e164: other, state: 'opposed' },
        { e164: free, state: 'clear', checkedAt: momentOf(DAY, '00:00') },
      ],
    })
  })

  test('block: the desk counts as to call what would be given, and of the callbacks those that may be made', async () => {
    const [free, opposed, promised, owed] = [number(), number(), number(), number()]
    const { list, answer, campaignId } = await calling('block', [number()], [opposed], [free], [promised], [owed])
    const callback = { state: 'callback' as const, callbackAt: new Date(), callbackUserId: giulia.id }
    const owing = list.assignments.slice(3).map(({ id }) => id)
    await db.assignment.updateMany({ where: { id: { in: owing } }, data: callback })
    const counted = () => actAs(giulia, () => deskNumbers(campaignId))
    expect(await counted()).toMatchObject({ total: 5, ready: 0, due: 0 })
    await answer(`${opposed};si\n${free};no\n${promised};no`)
    expect(await counted()).toMatchObject({ total: 5, ready: 1, due: 1 })
    await setOppositionRule(manager, { campaignId, rule: 'warn' })
    expect(await counted()).toMatchObject({ total: 5, ready: 3, due: 2 })
  })

  test('block: the reserve called in is the first that may be called, else the first that awaits its check', async () => {
    const [opposed, waiting, free] = [number(), number(), number()]
    const { list, answer, campaignId } = await calling('block', [opposed], [waiting], [free])
    await db.assignment.updateMany({ where: { campaignId }, data: { state: 'reserve' } })
    await answer(`${opposed};si\n${free};no`)
    const call = () => db.$transaction((tx) => callReserve(tx, giulia, { campaignId, stratum: null }))
    expect([await call(), await call(), await call()]).toEqual([list.assignments[2]?.id, list.assignments[1]?.id, null])
    await setOppositionRule(manager, { campaignId, rule: 'warn' })
    expect(await call()).toBe(list.assignments[0]?.id)
  })

  test('block: the firm’s page dials none of its numbers but those checked and free, until something was agreed', async () => {
    const [unchecked, opposed, free] = [number(), number(), number()]
    const { firms, list, answer } = await calling('block', [unchecked, opposed, free])
    const blocked = () => actAs(giulia, () => blockedNumbers(firms[0]?.id ?? ''))
    await answer(`${opposed};si\n${free};no`)
    expect(new Set(await blocked())).toEqual(new Set([unchecked, opposed]))
    at('10:00', '2026-07-02')
    expect(new Set(await blocked()), 'the answer ran out').toEqual(new Set([unchecked, opposed, free]))
    await db.assignment.updateMany({ where: { id: list.assignments[0]?.id }, data: { state: 'appointment' } })
    expect(await blocked()).toEqual([])
    const { firms: others } = await calling('warn', [number()])
    expect(await actAs(giulia, () => blockedNumbers(others[0]?.id ?? ''))).toEqual([])
  })

  test('warn: the firm comes up and every number can be dialled; its state is told', async () => {
    const opposed = number()
    const { firms, answer, next, campaignId } = await calling('warn', [opposed])
    await answer(`${opposed};si`)
    expect(await next()).toBe(firms[0]?.id)
    const held = await actAs(giulia, () => firmOnTelephone(campaignId))
    expect(held).toMatchObject({ opposition: 'warn', numbers: [opposed], phones: [{ state: 'opposed' }] })
  })

  test('an answer holds to the end of the fifteenth day, over the change of the clocks, year end and 29 February', async () => {
    for (const [day, last, after] of [
      ['2026-06-16', '2026-07-01', '2026-07-02'],
      ['2026-03-20', '2026-04-04', '2026-04-05'],
      ['2026-10-20', '2026-11-04', '2026-11-05'],
      ['2026-12-20', '2027-01-04', '2027-01-05'],
      ['2028-02-20', '2028-03-06', '2028-03-07'],
    ] as const) {
      at('18:00', day)
      const phone = number()
      const { answer, next, list } = await calling('block', [phone])
      await answer(`${phone};no`, day)
      at('23:59', last)
      expect(await next(), last).not.toBeNull()
      await db.assignment.update({ where: { id: list.assignments[0]?.id }, data: { leaseUserId: null } })
      at('00:00', after)
      expect(await next(), after).toBeNull()
    }
  })

  test('is set by a manager; the same again changes nothing; refused for no campaign', async () => {
    const { campaignId } = await calling('off', [number()])
    await setOppositionRule(manager, { campaignId, rule: 'warn' })
    await setOppositionRule(manager, { campaignId, rule: 'warn' })
    const told = await db.activity.findMany({ where: { subjectId: campaignId, verb: 'opposition.ruleSet' } })
    expect(told.map(({ changes }) => changes)).toEqual([{ opposition: ['off', 'warn'] }])
    const nowhere = { campaignId: uuidv7(), rule: 'off' as const }
    await expect(setOppositionRule(manager, nowhere)).rejects.toMatchObject({ key: 'notFound' })
  })
})
