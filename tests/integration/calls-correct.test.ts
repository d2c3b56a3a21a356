import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { logCall } from '@/lib/calls/mutations'
import { type CallTyped, callInput } from '@/lib/calls/schema'
import { db } from '@/lib/db'
import { takeFirm, takeNextFirm } from '@/lib/leases/mutations'
import { correctOutcome } from '@/lib/outcomes/mutations'
import { callsOfToday } from '@/lib/outcomes/queries'
import { outcomeCorrection } from '@/lib/outcomes/schema'
import type { Actor } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { momentOf } from '@/lib/today/rules'
import { needTypeId } from '@/prisma/catalogues/seed'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const DAY = '2026-06-16'
const at = (time: string, day = DAY) => vi.setSystemTime(momentOf(day, time))

let giulia: Actor
let luca: Actor
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: momentOf(DAY, '10:00') })
  giulia = await person('promoter', { name: 'Giulia Ferrante' })
  luca = await person('promoter', { name: 'Luca Orsini' })
})
afterEach(() => vi.useRealTimers())

type Said = Pick<CallTyped, 'outcome'> & Partial<CallTyped>

/** Giulia logs a call at ten; `correct` says what it turns out to have been. */
async function logged(said: Said, wishes: { numbers?: string[]; assignment?: object } = {}) {
  const called = await firm({ numbers: wishes.numbers })
  const list = await campaign({ promoters: [giulia, luca], firms: [called], assignment: wishes.assignment })
  const assignmentId = list.assignments[0]?.id ?? ''
  const callId = uuidv7()
  await takeFirm(giulia, assignmentId)
  await logCall(giulia, callInput.parse({ id: callId, assignmentId, version: 0, ...said }))
  const correct = (right: Omit<Parameters<typeof outcomeCorrection.parse>[0] & object, 'callId'>, who = giulia) =>
    correctOutcome(who, outcomeCorrection.parse({ callId, ...right }))
  const now = () => db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  const call = () => db.call.findUniqueOrThrow({ where: { id: callId } })
  return { firm: called, list, assignmentId, callId, correct, now, call }
}

const refused = (key: string) => expect.objectContaining({ key })
const callbackAt = momentOf(DAY, '15:00')

describe('an outcome is corrected', () => {
  test('from no answer to a callback and back: the assignment goes where each would have led at ten', async () => {
    const { firm, callId, correct, now, call } = await logged({ outcome: 'no_answer' })
    at('11:20')
    await correct({ outcome: 'callback', callbackAt })
    expect(await now()).toMatchObject({
      ...{ state: 'callback', callbackAt, callbackUserId: giulia.id, attempts: 1, notBefore: null },
      ...{ contactedAt: momentOf(DAY, '10:00'), lastOutcome: 'callback', avoidDayPart: null },
    })
    expect(await call()).toMatchObject({ outcome: 'callback', callbackAt, at: momentOf(DAY, '10:00') })
    await correct({ outcome: 'no_answer' })
    expect(await now()).toMatchObject({
      ...{ state: 'to_call', callbackAt: null, callbackUserId: null, attempts: 1, contactedAt: null },
      ...{ notBefore: momentOf(DAY, '14:00'), avoidDayPart: 'morning' },
    })
    const trace = await db.activity.findMany({
      where: { firmId: firm.id, subjectId: callId, verb: 'call.corrected' },
      orderBy: { id: 'asc' },
    })
    expect(trace.map(({ changes }) => changes)).toEqual([
      { outcome: ['no_answer', 'callback'], state: ['to_call', 'callback'] },
      { outcome: ['callback', 'no_answer'], state: ['callback', 'to_call'] },
    ])
  })

  test('the same again changes nothing; another time for the callback does', async () => {
    const { firm, correct, now } = await logged({ outcome: 'callback', callbackAt })
    const before = await now()
    await correct({ outcome: 'callback', callbackAt })
    expect(await now()).toEqual(before)
    await correct({ outcome: 'callback', callbackAt: momentOf(DAY, '16:00') })
    expect(await now()).toMatchObject({ callbackAt: momentOf(DAY, '16:00'), attempts: 1 })
    expect(await db.activity.count({ where: { firmId: firm.id, verb: 'call.corrected' } })).toBe(1)
  })

  test('an appointment that was none is called off; one that was is agreed', async () => {
    const appointment = { id: uuidv7(), startsAt: momentOf('2026-06-18', '11:30'), minutes: 45, visitorId: luca.id }
    const { correct, now } = await logged({ outcome: 'appointment', appointment })
    await correct({ outcome: 'refused' })
    expect(await now()).toMatchObject({ state: 'refused' })
    expect(await db.appointment.findUnique({ where: { id: appointment.id } })).toMatchObject({ state: 'cancelled' })
    const agreed = { ...appointment, id: uuidv7() }
    await correct({ outcome: 'appointment', appointment: agreed })
    expect(await now()).toMatchObject({ state: 'appointment' })
    expect(await db.appointment.findUnique({ where: { id: agreed.id } })).toMatchObject({ state: 'planned' })
  })

  test('a number struck by mistake can be dialled again, and the right one is struck', async () => {
    const numbers = ['+390773111222', '+393001112223']
    const { firm, correct, now } = await logged({ outcome: 'wrong_number', phone: numbers[0] }, { numbers })
    const struck = async () =>
      (await db.firmPhone.findMany({ where: { firmId: firm.id, struckAt: { not: null } } })).map(({ e164 }) => e164)
    await correct({ outcome: 'no_answer' })
    expect(await struck()).toEqual([])
    await correct({ outcome: 'wrong_number', phone: numbers[1] ?? '' })
    expect(await struck()).toEqual([numbers[1]])
    expect(await now()).toMatchObject({ state: 'to_call', notBefore: null })
  })

  test('the reserve that a last attempt called in goes back, unless somebody has called it', async () => {
    const assignment = { attempts: 4, stratum: 'metals' }
    const { list, correct, now } = await logged(
      { outcome: 'wrong_number', phone: '+390773111222' },
      {
        ...{ numbers: ['+390773111222'], assignment },
      },
    )
    expect(await now()).toMatchObject({ state: 'unreachable' })
    const reserve = await firm()
    const data = { campaignId: list.campaign.id, firmId: reserve.id, drawOrder: 9, stratum: 'metals' }
    const { id } = await db.assignment.create({ data: { id: uuidv7(), state: 'reserve', ...data } })
    const state = async () => (await db.assignment.findUniqueOrThrow({ where: { id } })).state
    await correct({ outcome: 'no_answer' })
    expect([(await now()).state, await state()]).toEqual(['unreached', 'to_call'])
    await correct({ outcome: 'callback', callbackAt })
    expect([(await now()).state, await state()]).toEqual(['callback', 'reserve'])
    await correct({ outcome: 'no_answer' })
    await takeFirm(luca, id)
    await correct({ outcome: 'callback', callbackAt })
    expect(await state()).toBe('to_call')
  })

  test('what was not said is not kept: needs are withdrawn, the digital level is as it was before', async () => {
    const needs = [{ id: uuidv7(), needTypeId: needTypeId('credit'), priority: 'high' as const }]
    const { firm, correct, call } = await logged({ outcome: 'interviewed', digitalLevel: 'website', needs })
    await correct({ outcome: 'busy' })
    expect(await db.need.findMany({ where: { firmId: firm.id } })).toMatchObject([{ status: 'withdrawn' }])
    expect(await call()).toMatchObject({ digitalLevel: null })
    expect(await db.firm.findUnique({ where: { id: firm.id } })).toMatchObject({ digitalLevel: null })
    await correct({ outcome: 'interviewed', digitalLevel: 'email' })
    expect(await db.firm.findUnique({ where: { id: firm.id } })).toMatchObject({ digitalLevel: 'email' })
  })

  test('to do not contact: the firm is left alone everywhere, and that cannot be corrected away', async () => {
    const { firm, correct, now } = await logged({ outcome: 'refused' })
    await correct({ outcome: 'do_not_contact', reason: 'Lo ha chiesto' })
    expect(await now()).toMatchObject({ state: 'do_not_contact' })
    expect(await db.firm.findUnique({ where: { id: firm.id } })).toMatchObject({ doNotContactReason: 'Lo ha chiesto' })
    await expect(correct({ outcome: 'no_answer' })).rejects.toEqual(refused('stopStands'))
  })
})

describe('a correction is refused', () => {
  test('to a colleague, and forbidden to a manager', async () => {
    const { correct } = await logged({ outcome: 'no_answer' })
    await expect(correct({ outcome: 'refused' }, luca)).rejects.toEqual(refused('notFound'))
    await expect(correct({ outcome: 'refused' }, await person('manager'))).rejects.toThrow('Not allowed')
  })

  test('after midnight in Italy, not before: also on the nights the clocks change, at year end and on 29 February', async () => {
    for (const [day, next] of [
      ['2026-03-28', '2026-03-29'],
      ['2026-10-24', '2026-10-25'],
      ['2026-12-31', '2027-01-01'],
      ['2028-02-29', '2028-03-01'],
    ] as const) {
      at('23:58', day)
      const { correct } = await logged({ outcome: 'no_answer' })
      at('23:59', day)
      await correct({ outcome: 'refused' })
      at('00:00', next)
      await expect(correct({ outcome: 'no_answer' })).rejects.toEqual(refused('correctionLate'))
    }
  })

  test('where somebody called the firm since, or has it on the telephone, or its visit was moved on', async () => {
    const { list, assignmentId, correct, now } = await logged({ outcome: 'no_answer' })
    at('15:00')
    await takeNextFirm(luca, list.campaign.id)
    await expect(correct({ outcome: 'refused' })).rejects.toEqual(refused('firmHeld'))
    const { version } = await now()
    await logCall(luca, callInput.parse({ id: uuidv7(), assignmentId, version, outcome: 'busy' }))
    await expect(correct({ outcome: 'refused' })).rejects.toEqual(refused('callFollowed'))
    const other = await logged({ outcome: 'interviewed', digitalLevel: 'none' })
    await db.assignment.update({ where: { id: other.assignmentId }, data: { state: 'visited' } })
    await expect(other.correct({ outcome: 'refused' })).rejects.toEqual(refused('callFollowed'))
  })

  test('where an office has taken up a need of the call', async () => {
    const needs = [{ id: uuidv7(), needTypeId: needTypeId('credit'), priority: 'high' as const }]
    const { correct, now } = await logged({ outcome: 'interviewed', digitalLevel: 'none', needs })
    await db.need.update({ where: { id: needs[0]?.id ?? '' }, data: { status: 'taken_up' } })
    await expect(correct({ outcome: 'no_answer' })).rejects.toEqual(refused('needsTakenUp'))
    expect(await now()).toMatchObject({ state: 'interviewed' })
    await correct({ outcome: 'refused' })
  })

  test('where the right outcome lacks what it needs', async () => {
    const { callId, correct } = await logged({ outcome: 'no_answer' })
    await expect(correctOutcome(giulia, { callId, outcome: 'callback' })).rejects.toEqual(refused('callbackMissing'))
    await expect(correct({ outcome: 'callback', callbackAt: momentOf(DAY, '09:00') })).rejects.toEqual(
      refused('callbackPast'),
    )
  })
})

test('the list of today tells own calls of the campaign, the latest first, and which can still be corrected', async () => {
  const { list, callId } = await logged({ outcome: 'refused' })
  const today = await actAs(giulia, () => callsOfToday(list.campaign.id))
  expect(today).toMatchObject([{ id: callId, outcome: 'refused', correctable: true }])
  expect(await actAs(luca, () => callsOfToday(list.campaign.id))).toEqual([])
  at('00:00', '2026-06-17')
  expect(await actAs(giulia, () => callsOfToday(list.campaign.id))).toEqual([])
})
