import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { logCall } from '@/lib/calls/mutations'
import { type CallTyped, callInput } from '@/lib/calls/schema'
import { db } from '@/lib/db'
import { takeFirm, takeNextFirm } from '@/lib/leases/mutations'
import type { Actor } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import { momentOf } from '@/lib/today/rules'
import { needTypeId } from '@/prisma/catalogues/seed'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const MORNING = momentOf('2026-06-16', '10:00')
const at = (time: string) => vi.setSystemTime(momentOf('2026-06-16', time))

let giulia: Actor
let luca: Actor
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: MORNING })
  giulia = await person('promoter', { name: 'Giulia Ferrante' })
  luca = await person('promoter', { name: 'Luca Orsini' })
})
afterEach(() => vi.useRealTimers())

/** Giulia and Luca call one firm, which Giulia has on the telephone. */
async function onThePhone(wishes: { numbers?: string[]; assignment?: object } = {}) {
  const called = await firm({ numbers: wishes.numbers })
  const made = await campaign({ promoters: [giulia, luca], firms: [called], assignment: wishes.assignment })
  const assignment = made.assignments[0]
  if (!assignment) throw new Error('no assignment')
  await takeFirm(giulia, assignment.id)
  const call = (rest: Pick<CallTyped, 'outcome'> & Partial<CallTyped>) =>
    callInput.parse({ id: uuidv7(), assignmentId: assignment.id, version: assignment.version, ...rest })
  const now = () => db.assignment.findUniqueOrThrow({ where: { id: assignment.id } })
  return { firm: called, campaign: made.campaign, assignment, call, now }
}

const deeds = async (firmId: string) =>
  (await db.activity.findMany({ where: { firmId }, orderBy: { id: 'asc' } })).map(({ verb }) => verb)

describe('what the firm said', () => {
  test('an appointment is in the diary and takes the firm off the list', async () => {
    const { firm, call, now } = await onThePhone()
    const appointment = { id: uuidv7(), startsAt: momentOf('2026-06-18', '11:30'), minutes: 45, visitorId: luca.id }
    const contact = { id: uuidv7(), name: 'Silvia Cifra', role: 'amministrazione' }
    await logCall(giulia, call({ outcome: 'appointment', appointment, contact, seconds: 240, note: 'Ha fretta' }))
    expect(await now()).toMatchObject({ state: 'appointment', contactedAt: MORNING, attempts: 1, leaseUserId: null })
    const agreed = await db.appointment.findUniqueOrThrow({ where: { id: appointment.id } })
    expect(agreed).toMatchObject({
      visitorId: luca.id,
      arrangedById: giulia.id,
      contactId: contact.id,
      state: 'planned',
    })
    const [written] = await db.call.findMany({ where: { firmId: firm.id } })
    expect(written).toMatchObject({
      outcome: 'appointment',
      sectorId: firm.sectorId,
      contactId: contact.id,
      seconds: 240,
    })
    expect(await deeds(firm.id)).toEqual(['assignment.taken', 'contact.added', 'appointment.arranged', 'call.logged'])
  })

  test('an interview by telephone leaves needs and digital level', async () => {
    const { firm, call, now } = await onThePhone()
    const needs = [{ id: uuidv7(), needTypeId: needTypeId('credit'), priority: 'high' as const, words: 'un mutuo' }]
    await logCall(giulia, call({ outcome: 'interviewed', digitalLevel: 'email', needs }))
    expect(await now()).toMatchObject({ state: 'interviewed', contactedAt: MORNING })
    expect(await db.need.findMany({ where: { firmId: firm.id } })).toMatchObject([
      { words: 'un mutuo', priority: 'high' },
    ])
    expect(await db.firm.findUniqueOrThrow({ where: { id: firm.id } })).toMatchObject({ digitalLevel: 'email' })
  })

  test('a callback comes back to its own caller at its time, to a colleague only a working day later', async () => {
    const { campaign, call, now } = await onThePhone()
    await logCall(giulia, call({ outcome: 'callback', callbackAt: momentOf('2026-06-16', '15:00') }))
    expect(await now()).toMatchObject({ state: 'callback', callbackUserId: giulia.id, contactedAt: MORNING })
    at('14:54')
    expect(await takeNextFirm(giulia, campaign.id)).toBeNull()
    at('14:55')
    expect(await takeNextFirm(luca, campaign.id)).toBeNull()
    vi.setSystemTime(momentOf('2026-06-17', '15:00'))
    expect(await takeNextFirm(luca, campaign.id)).not.toBeNull()
  })

  test('nobody answers: not before four hours, and not in the same part of the day', async () => {
    at('12:30')
    const { campaign, call, now } = await onThePhone({ assignment: { drawOrder: 1 } })
    await logCall(giulia, call({ outcome: 'no_answer' }))
    expect(await now()).toMatchObject({ state: 'to_call', attempts: 1, contactedAt: null, avoidDayPart: 'morning' })
    at('16:29')
    expect(await takeNextFirm(luca, campaign.id)).toBeNull()
    vi.setSystemTime(momentOf('2026-06-17', '10:00'))
    expect(await takeNextFirm(luca, campaign.id)).toBeNull()
    at('16:30')
    expect(await takeNextFirm(luca, campaign.id)).not.toBeNull()
  })

  test('busy: again after an hour', async () => {
    const { campaign, call } = await onThePhone()
    await logCall(giulia, call({ outcome: 'busy' }))
    at('10:59')
    expect(await takeNextFirm(giulia, campaign.id)).toBeNull()
    at('11:00')
    expect(await takeNextFirm(giulia, campaign.id)).not.toBeNull()
  })

  test('a wrong number is struck; the next number, then the next reserve of the stratum', async () => {
    const {
      firm: called,
      campaign,
      assignment,
      call,
      now,
    } = await onThePhone({
      numbers: ['+390773111111', '+390773222222'],
      assignment: { stratum: 'metals' },
    })
    const reserve = { state: 'reserve' as const, stratum: 'metals', campaignId: campaign.id }
    const stopped = await firm({ doNotContactSince: MORNING })
    const spare = await firm()
    const order = [stopped, spare].map(({ id: firmId }, i) => ({ ...reserve, id: uuidv7(), firmId, drawOrder: 10 + i }))
    await db.assignment.createMany({ data: order })
    await logCall(giulia, call({ outcome: 'wrong_number', phone: '+390773111111' }))
    expect(await now()).toMatchObject({ state: 'to_call', notBefore: null })
    expect(await db.firmPhone.count({ where: { firmId: called.id, struckAt: null } })).toBe(1)
    await logCall(giulia, call({ outcome: 'wrong_number', phone: '+390773222222', version: assignment.version + 1 }))
    expect(await now()).toMatchObject({ state: 'unreachable', contactedAt: null })
    const states = await db.assignment.findMany({ where: { campaignId: campaign.id }, orderBy: { drawOrder: 'asc' } })
    expect(states.map(({ state }) => state)).toEqual(['unreachable', 'reserve', 'to_call'])
    expect(await deeds(spare.id)).toEqual(['assignment.calledIn'])
  })

  test('the fifth time nobody answers, the firm is given up and the next reserve comes in', async () => {
    const { campaign, call, now } = await onThePhone({ assignment: { attempts: 4, stratum: 'metals' } })
    const spare = await firm()
    const row = { id: uuidv7(), campaignId: campaign.id, firmId: spare.id, drawOrder: 9 }
    await db.assignment.create({ data: { ...row, state: 'reserve', stratum: 'metals' } })
    await logCall(giulia, call({ outcome: 'no_answer' }))
    expect(await now()).toMatchObject({ state: 'unreached', attempts: 5 })
    expect(await takeNextFirm(giulia, campaign.id)).toMatchObject({ firmId: spare.id })
  })

  test('a reserve takes the place of a firm that ceased, but never of one that refused', async () => {
    for (const [outcome, replaced] of [
      ['ceased', true],
      ['refused', false],
    ] as const) {
      const { campaign, call } = await onThePhone({ assignment: { stratum: 'metals' } })
      const spare = await firm()
      const row = { id: uuidv7(), campaignId: campaign.id, firmId: spare.id, drawOrder: 9 }
      await db.assignment.create({ data: { ...row, state: 'reserve', stratum: 'metals' } })
      await logCall(giulia, call({ outcome }))
      expect((await takeNextFirm(giulia, campaign.id))?.firmId).toBe(replaced ? spare.id : undefined)
    }
  })

  test('refused and ceased close the firm for this campaign', async () => {
    const refused = await onThePhone()
    await logCall(giulia, refused.call({ outcome: 'refused' }))
    expect(await refused.now()).toMatchObject({ state: 'refused', contactedAt: MORNING })
    const ceased = await onThePhone()
    await logCall(giulia, ceased.call({ outcome: 'ceased' }))
    expect(await ceased.now()).toMatchObject({ state: 'ceased', contactedAt: null })
    vi.setSystemTime(momentOf('2026-09-01', '10:00'))
    expect(await takeNextFirm(giulia, refused.campaign.id)).toBeNull()
    expect(await takeNextFirm(giulia, ceased.campaign.id)).toBeNull()
  })

  test('do not contact: the firm is flagged everywhere, at once', async () => {
    const { firm: called, call, now } = await onThePhone()
    const other = await campaign({ promoters: [luca], firms: [called] })
    await logCall(giulia, call({ outcome: 'do_not_contact', reason: 'Opposizione al telefono' }))
    expect(await now()).toMatchObject({ state: 'do_not_contact', contactedAt: MORNING })
    expect(await db.firm.findUniqueOrThrow({ where: { id: called.id } })).toMatchObject({
      doNotContactSince: MORNING,
      doNotContactById: giulia.id,
      doNotContactReason: 'Opposizione al telefono',
      doNotContactChannel: 'phone',
    })
    expect(await takeNextFirm(luca, other.campaign.id)).toBeNull()
  })
})

describe('saving', () => {
  test('the same call sent twice is one call, also at the same moment', async () => {
    const { firm: called, call, now } = await onThePhone()
    const input = call({ outcome: 'no_answer' })
    const [first, second] = await Promise.all([logCall(giulia, input), logCall(giulia, input)])
    expect(second).toEqual(first)
    expect(await logCall(giulia, input)).toEqual(first)
    expect(await db.call.count({ where: { firmId: called.id } })).toBe(1)
    expect(await now()).toMatchObject({ attempts: 1, version: 1 })
  })

  test('a late save counts while nobody else took the firm', async () => {
    const { call, now } = await onThePhone()
    at('11:00')
    await logCall(giulia, call({ outcome: 'refused' }))
    expect(await now()).toMatchObject({ state: 'refused' })
  })

  test('refused while a colleague has the firm on the telephone', async () => {
    const { assignment, call } = await onThePhone()
    at('10:31')
    await takeFirm(luca, assignment.id)
    const saving = logCall(giulia, call({ outcome: 'refused' }))
    await expect(saving).rejects.toMatchObject({ key: 'firmHeld', values: { name: 'Luca Orsini' } })
  })

  test('the second of two who log the same firm is told what the first did', async () => {
    const { assignment, call } = await onThePhone()
    at('10:31')
    await takeFirm(luca, assignment.id)
    await logCall(luca, call({ outcome: 'refused', note: 'Non ora' }))
    const error = await logCall(giulia, call({ outcome: 'busy' })).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Conflict)
    expect(error).toMatchObject({
      version: 1,
      values: { name: 'Luca Orsini', at: '10:31' },
      differences: expect.arrayContaining([
        { field: 'outcome', theirs: 'refused' },
        { field: 'note', theirs: 'Non ora' },
      ]),
    })
  })

  test.each([
    ['a callback in the past', { outcome: 'callback', callbackAt: momentOf('2026-06-16', '09:59') }, 'callbackPast'],
    ['a person of another firm', { outcome: 'refused', contactId: uuidv7() }, 'notFound'],
  ] as const)('refuses %s and writes nothing', async (_, wish, key) => {
    const { firm: called, call, now } = await onThePhone()
    await expect(logCall(giulia, call(wish))).rejects.toMatchObject({ key })
    expect(await db.call.count({ where: { firmId: called.id } })).toBe(0)
    expect(await now()).toMatchObject({ version: 0, leaseUserId: giulia.id })
  })

  test('an outcome without what it needs does not pass the form', async () => {
    const bare = { id: uuidv7(), assignmentId: uuidv7(), version: 0 }
    const paths = (['appointment', 'interviewed', 'callback', 'do_not_contact', 'wrong_number'] as const).map(
      (outcome) => callInput.safeParse({ ...bare, outcome }).error?.issues.map(({ path }) => path.join('.')),
    )
    expect(paths).toEqual([['appointment'], ['digitalLevel'], ['callbackAt'], ['reason'], ['phone']])
  })

  test('of another campaign’s firm nothing is to be seen; managers do not call', async () => {
    const { call } = await onThePhone()
    const stranger = await person('promoter')
    await expect(logCall(stranger, call({ outcome: 'busy' }))).rejects.toEqual(new Refusal('notFound'))
    await expect(logCall(await person('manager'), call({ outcome: 'busy' }))).rejects.toThrow('Not allowed')
  })
})
