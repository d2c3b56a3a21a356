import { v7 as uuidv7 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { correctFirm } from '@/lib/corrections/mutations'
import { inText } from '@/lib/corrections/rules'
import { firmCorrection } from '@/lib/corrections/schema'
import { db } from '@/lib/db'
import { firmById, localUnitsOf, needsOfFirm, pathOf } from '@/lib/firms/queries'
import type { Actor } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { timelineOf } from '@/lib/timeline/queries'
import { needTypeId, officeId, serviceId } from '@/prisma/catalogues/seed'
import type { Firm } from '@/prisma/client/client'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let promoter: Actor
let seen: Firm
const day = (text: string) => new Date(`${text}T09:00:00Z`)

/** A firm with a past: imported twice, called twice, visited, a need sent and answered, a note, a correction. */
beforeAll(async () => {
  promoter = await person('promoter', { name: 'Giulia Ferrante' })
  seen = await firm({ email: 'a@agro.example' })
  const { campaign: made, assignments } = await campaign({ promoters: [promoter], firms: [seen] })
  const assignmentId = assignments[0]?.id ?? ''
  const { sectorId, municipalityCode, sizeClass, young, female, foreign } = seen
  const evidence = {
    ...{ assignmentId, campaignId: made.id, firmId: seen.id, userId: promoter.id },
    ...{ sectorId, municipalityCode, sizeClass, young, female, foreign },
  }
  const registerImport = await db.registerImport.create({
    data: {
      id: uuidv7(),
      fileName: 'maggio.csv',
      status: 'done',
      startedAt: day('2026-05-04'),
      finishedAt: day('2026-05-04'),
    },
  })
  await db.registerChange.create({
    data: { importId: registerImport.id, firmId: seen.id, changes: { employeesDependent: [11, 14] } },
  })
  await db.call.create({ data: { id: uuidv7(), ...evidence, at: day('2026-05-27'), outcome: 'no_answer' } })
  const callId = uuidv7()
  await db.call.create({ data: { id: callId, ...evidence, at: day('2026-06-09'), outcome: 'appointment' } })
  await db.appointment.create({
    data: {
      ...{ id: uuidv7(), assignmentId, campaignId: made.id, firmId: seen.id, callId, minutes: 45, state: 'done' },
      ...{
        visitorId: promoter.id,
        arrangedById: promoter.id,
        startsAt: day('2026-06-16'),
        createdAt: day('2026-06-09'),
      },
    },
  })
  const visit = await db.visit.create({
    data: {
      ...{ id: uuidv7(), ...evidence, at: day('2026-06-16'), followUp: 'call', followUpAt: day('2026-06-30') },
      contacts: { create: { contact: { create: { id: uuidv7(), firmId: seen.id, name: 'Matteo Cifra' } } } },
      services: { create: { serviceId: serviceId('credit_desk'), interested: true } },
    },
  })
  const need = await db.need.create({
    data: {
      ...{ id: uuidv7(), firmId: seen.id, needTypeId: needTypeId('credit'), priority: 'high', visitId: visit.id },
      ...{ recordedById: promoter.id, recordedAt: day('2026-06-16'), status: 'taken_up', officeId: officeId('credit') },
    },
  })
  await db.referral.create({
    data: {
      ...{ id: uuidv7(), needId: need.id, officeId: officeId('credit'), sentById: promoter.id },
      ...{ sentAt: day('2026-06-17'), answer: 'Colloquio il 24 giugno', answeredAt: day('2026-06-18') },
    },
  })
  await db.firmNote.create({
    data: {
      id: uuidv7(),
      firmId: seen.id,
      userId: promoter.id,
      text: 'Chiedere di Silvia',
      createdAt: day('2026-06-19'),
    },
  })
  const was = inText(seen)
  const kept = { name: seen.name, municipalityCode: seen.municipalityCode ?? '' }
  const typed = { firmId: seen.id, version: 0, was, ...kept, email: 'b@agro.example' }
  await correctFirm(promoter, firmCorrection.parse(typed))
})

const kinds = async (options = {}) => {
  const { events, more } = await actAs(promoter, () => timelineOf(seen.id, options))
  return { kinds: events.map((event) => event.kind), more }
}

it('tells everything, newest first', async () => {
  expect(await kinds()).toEqual({
    kinds: ['deed', 'note', 'answer', 'referral', 'visit', 'call', 'call', 'register'],
    more: false,
  })
})

it('tells the newest and that there is more', async () => {
  expect(await kinds({ limit: 3 })).toEqual({ kinds: ['deed', 'note', 'answer'], more: true })
})

it('is narrowed to calls, visits or needs, which are counted', async () => {
  expect((await kinds({ show: 'calls' })).kinds).toEqual(['call', 'call'])
  expect((await kinds({ show: 'visits' })).kinds).toEqual(['visit'])
  expect((await kinds({ show: 'needs' })).kinds).toEqual(['answer', 'referral'])
  expect(await actAs(promoter, () => pathOf(seen.id))).toMatchObject({ calls: 2, visits: 1, needs: 1 })
})

it('tells an appointment within its call, and a visit with whom and what', async () => {
  const { events } = await actAs(promoter, () => timelineOf(seen.id))
  const call = events.find((event) => event.kind === 'call')
  expect(call).toMatchObject({ outcome: 'appointment', appointment: { visitor: { name: 'Giulia Ferrante' } } })
  expect(events.find((event) => event.kind === 'visit')).toMatchObject({
    contacts: [{ contact: { name: 'Matteo Cifra' } }],
    services: [{ service: { nameIt: 'Sportello credito' } }],
    needs: [{ priority: 'high' }],
  })
})

it('sums up where the firm stands', async () => {
  const path = await actAs(promoter, () => pathOf(seen.id))
  expect(path).toMatchObject({
    calls: 2,
    visits: 1,
    high: 1,
    open: { taken_up: 1 },
    followUp: { followUp: 'call', user: { name: 'Giulia Ferrante' } },
    last: { at: day('2026-06-16') },
    since: day('2026-05-27'),
  })
  expect(await actAs(promoter, () => needsOfFirm(seen.id))).toMatchObject([{ office: { nameIt: 'Ufficio Credito' } }])
  expect(await actAs(promoter, () => localUnitsOf(seen.id))).toEqual([])
})

it('does not find what is not there', async () => {
  expect(await actAs(promoter, () => firmById(uuidv7()))).toBeNull()
  expect(await actAs(promoter, () => firmById('../etc'))).toBeNull()
})
