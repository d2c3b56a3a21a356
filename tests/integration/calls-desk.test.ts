import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { logCall } from '@/lib/calls/mutations'
import { callingPlan, lastCampaign, needNames } from '@/lib/calls/queries'
import { callInput } from '@/lib/calls/schema'
import { db } from '@/lib/db'
import { takeFirm, takeNextFirm } from '@/lib/leases/mutations'
import { assignmentOfFirm, firmOnTelephone } from '@/lib/leases/queries'
import type { Actor } from '@/lib/permissions'
import { deskNumbers, queueOf } from '@/lib/queue/queries'
import { actAs } from '@/lib/session'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const MINUTE = 60_000
const from = (minutes: number) => new Date(Date.now() + minutes * MINUTE)

let giulia: Actor
let luca: Actor
beforeEach(async () => {
  giulia = await person('promoter', { name: 'Giulia Ferrante' })
  luca = await person('promoter', { name: 'Luca Orsini' })
})

async function listOf(count: number) {
  const firms = await Promise.all(Array.from({ length: count }, (_, i) => firm({ name: `Impresa ${i + 1}` })))
  return campaign({ promoters: [giulia, luca], firms })
}

describe('the queue', () => {
  test('shows own callbacks before the list, who holds a firm, and who must not be called', async () => {
    const list = await listOf(5)
    const [first, callback, other, stopped] = list.assignments
    const promise = { state: 'callback' as const, callbackUserId: giulia.id, callbackAt: from(-10) }
    await db.assignment.update({ where: { id: callback?.id }, data: promise })
    await takeFirm(luca, other?.id ?? '')
    await db.firm.update({ where: { id: stopped?.firmId }, data: { doNotContactSince: new Date() } })
    await db.assignment.update({ where: { id: stopped?.id }, data: { state: 'do_not_contact' } })
    const rows = await actAs(giulia, () => queueOf(list.campaign.id, { whole: false }))
    expect(rows.map(({ firmName, kind, holder }) => [firmName, kind, holder])).toEqual([
      ['Impresa 2', 'callback', null],
      ['Impresa 1', 'listed', null],
      ['Impresa 3', 'listed', 'Luca Orsini'],
      ['Impresa 4', 'excluded', null],
      ['Impresa 5', 'listed', null],
    ])
    expect(rows[1]).toMatchObject({ assignmentId: first?.id, attempts: 0, municipality: 'Latina' })
    const theirs = await actAs(luca, () => queueOf(list.campaign.id, { whole: true }))
    expect(theirs.map(({ firmName }) => firmName)).not.toContain('Impresa 2')
    expect(await actAs(await person('promoter'), () => queueOf(list.campaign.id, { whole: false }))).toEqual([])
  })

  test('shows only firms never called, or only those called before, whose hours have passed', async () => {
    const list = await listOf(3)
    const tried = { attempts: 1, notBefore: from(-5) }
    await db.assignment.update({ where: { id: list.assignments[1]?.id }, data: tried })
    await db.assignment.update({ where: { id: list.assignments[2]?.id }, data: { attempts: 1, notBefore: from(5) } })
    const shown = async (only?: 'new' | 'tried') =>
      (await actAs(giulia, () => queueOf(list.campaign.id, { whole: false, only }))).map(({ firmName }) => firmName)
    expect(await shown()).toEqual(['Impresa 2', 'Impresa 1'])
    expect(await shown('new')).toEqual(['Impresa 1'])
    expect(await shown('tried')).toEqual(['Impresa 2'])
  })

  test('counts the day of one person and the progress of all', async () => {
    const list = await listOf(3)
    const taken = await takeNextFirm(giulia, list.campaign.id)
    const call = { id: uuidv7(), assignmentId: taken?.assignmentId, version: 0, outcome: 'no_answer' }
    await logCall(giulia, callInput.parse(call))
    const numbers = await actAs(giulia, () => deskNumbers(list.campaign.id))
    expect(numbers).toEqual({ calls: 1, appointments: 0, tried: 1, total: 3, ready: 2, due: 0 })
    expect(await actAs(luca, () => deskNumbers(list.campaign.id))).toMatchObject({ calls: 0, tried: 1 })
  })
})

describe('the firm on the telephone', () => {
  test('is the one this promoter holds, with what the desk shows of it', async () => {
    const called = await firm({ numbers: ['+390773111222', '+393001112223'], municipalityCode: '059011' })
    const contact = { id: uuidv7(), firmId: called.id, name: 'Silvia Cifra', role: 'amministrazione' }
    await db.contact.create({ data: contact })
    const list = await campaign({ promoters: [giulia, luca], firms: [called] })
    const campaignId = list.campaign.id
    expect(await actAs(giulia, () => firmOnTelephone(campaignId))).toBeNull()
    await takeNextFirm(giulia, campaignId)
    expect(await actAs(giulia, () => firmOnTelephone(campaignId))).toMatchObject({
      assignmentId: list.assignments[0]?.id,
      version: 0,
      numbers: ['+390773111222', '+393001112223'],
      contacts: [{ id: contact.id, name: 'Silvia Cifra', role: 'amministrazione' }],
      spokenAt: null,
      firm: { id: called.id, name: called.name, place: 'Latina', rea: `LT-${called.reaNumber}`, units: 0 },
    })
    expect(await actAs(luca, () => firmOnTelephone(campaignId))).toBeNull()
    expect(await actAs(luca, () => assignmentOfFirm(campaignId, called.id))).toMatchObject({ state: 'to_call' })
  })

  test('no number is shown where the firm must not be called', async () => {
    const called = await firm()
    const list = await campaign({ promoters: [giulia], firms: [called] })
    await takeNextFirm(giulia, list.campaign.id)
    await db.firm.update({ where: { id: called.id }, data: { doNotContactSince: new Date() } })
    expect(await actAs(giulia, () => firmOnTelephone(list.campaign.id))).toMatchObject({ numbers: [] })
  })
})

test('the plan of a campaign is for those who call for it', async () => {
  const list = await listOf(1)
  const campaignId = list.campaign.id
  const plan = await actAs(giulia, () => callingPlan(campaignId))
  expect(plan).toMatchObject({ maxAttempts: 5, visitors: [{ name: 'Giulia Ferrante' }, { name: 'Luca Orsini' }] })
  expect(await actAs(await person('promoter'), () => callingPlan(campaignId))).toBeNull()
  await takeNextFirm(giulia, campaignId)
  const appointment = { id: uuidv7(), startsAt: from(24 * 60), minutes: 45, visitorId: luca.id }
  const call = { id: uuidv7(), assignmentId: list.assignments[0]?.id, version: 0, outcome: 'appointment', appointment }
  await logCall(giulia, callInput.parse(call))
  expect(await actAs(giulia, lastCampaign)).toBe(campaignId)
  expect(await actAs(luca, lastCampaign)).toBeNull()
  expect(await actAs(giulia, needNames)).not.toHaveLength(0)
  await expect(actAs(await person('manager'), () => callingPlan(campaignId))).rejects.toThrow()
})
