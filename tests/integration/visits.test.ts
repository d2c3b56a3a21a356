import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { arrangeAppointment } from '@/lib/appointments/mutations'
import { db } from '@/lib/db'
import { recordNeeds } from '@/lib/needs/mutations'
import { Forbidden } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { settleFollowUp } from '@/lib/today/mutations'
import { followUpsUntil } from '@/lib/today/queries'
import { clockOf, dayOf, momentOf } from '@/lib/today/rules'
import { recordVisit } from '@/lib/visits/mutations'
import { type VisitInput, visitInput } from '@/lib/visits/schema'
import { needTypeId, officeId, sectorId, serviceId } from '@/prisma/catalogues/seed'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const HOUR = 3_600_000

async function planned(wishes: Parameters<typeof firm>[0] = {}) {
  const promoter = await person('promoter')
  const theFirm = await firm(wishes)
  const { campaign: ours, assignments } = await campaign({
    promoters: [promoter],
    firms: [theFirm],
    assignment: { state: 'appointment' },
  })
  const [assignment] = assignments
  if (!assignment) throw new Error('no assignment')
  const appointmentId = uuidv7()
  await db.$transaction((tx) =>
    arrangeAppointment(tx, promoter, {
      id: appointmentId,
      campaignId: ours.id,
      assignmentId: assignment.id,
      firmId: theFirm.id,
      visitorId: promoter.id,
      startsAt: new Date(Date.now() + HOUR),
      minutes: 45,
    }),
  )
  return { promoter, firm: theFirm, campaign: ours, assignment, appointmentId }
}

type Plan = Awaited<ReturnType<typeof planned>>

const started = new Date(Date.now() - 2 * HOUR)

function visitTo(plan: Plan, changes: Partial<VisitInput> = {}): VisitInput {
  return visitInput.parse({
    id: uuidv7(),
    assignmentId: plan.assignment.id,
    appointmentId: plan.appointmentId,
    day: dayOf(started),
    time: clockOf(started),
    minutes: 45,
    place: 'head_office',
    contactIds: [],
    newContacts: [{ id: uuidv7(), name: 'Matteo Cifra', role: 'Titolare' }],
    privacyNoticeGiven: true,
    invitesConsent: false,
    services: [{ serviceId: serviceId('credit_desk'), knownBefore: false, usedBefore: false, interested: true }],
    needs: [
      { id: uuidv7(), needTypeId: needTypeId('credit'), priority: 'high', words: 'Pressa, 80.000 €', refer: true },
    ],
    digitalLevel: 'email',
    digitalTools: ['pec', 'e_invoicing'],
    digitalObstacle: 'skills',
    interest: 'very_interested',
    note: '',
    followUp: 'none',
    ...changes,
  })
}

const stored = (id: string) =>
  db.visit.findUniqueOrThrow({ where: { id }, include: { contacts: true, services: true, needs: true } })

describe('a promoter comes back from a visit', () => {
  it('and everything said is kept: people, services, needs, digital level, appointment, assignment', async () => {
    const plan = await planned({ young: true, sectorId: sectorId('metals') })
    const visit = visitTo(plan)
    await recordVisit(plan.promoter, visit)
    const kept = await stored(visit.id)
    expect(kept).toMatchObject({ young: true, sectorId: sectorId('metals'), digitalTools: ['e_invoicing', 'pec'] })
    expect(kept.contacts).toHaveLength(1)
    expect(kept.services[0]).toMatchObject({ knownBefore: false, interested: true })
    expect(kept.needs[0]).toMatchObject({ status: 'referred', officeId: officeId('credit'), words: 'Pressa, 80.000 €' })
    const after = await db.firm.findUniqueOrThrow({ where: { id: plan.firm.id } })
    expect(after).toMatchObject({ digitalLevel: 'email', invitesConsent: false, privacyNoticeAt: kept.at })
    const assignment = await db.assignment.findUniqueOrThrow({ where: { id: plan.assignment.id } })
    expect(assignment).toMatchObject({ state: 'visited', contactedAt: kept.at })
    expect(await db.appointment.findUniqueOrThrow({ where: { id: plan.appointmentId } })).toMatchObject({
      state: 'done',
    })
    expect(await db.activity.count({ where: { subjectId: visit.id, verb: 'visit.recorded' } })).toBe(1)
  })

  it('and sending it twice, even at once, is one visit', async () => {
    const plan = await planned()
    const visit = visitTo(plan)
    const answers = await Promise.all([recordVisit(plan.promoter, visit), recordVisit(plan.promoter, visit)])
    expect(answers[0]).toEqual(answers[1])
    expect(await db.visit.count({ where: { firmId: plan.firm.id } })).toBe(1)
    expect(await db.referral.count({ where: { need: { firmId: plan.firm.id } } })).toBe(1)
    expect(await db.activity.count({ where: { subjectId: visit.id } })).toBe(1)
  })

  it('and what the firm becomes later does not move what it was that day', async () => {
    const plan = await planned({ young: true })
    const visit = visitTo(plan)
    await recordVisit(plan.promoter, visit)
    await db.firm.update({ where: { id: plan.firm.id }, data: { young: false, sectorId: sectorId('food') } })
    await recordVisit(plan.promoter, { ...visit, version: 0, note: 'Richiamare dopo la fiera' })
    expect(await stored(visit.id)).toMatchObject({
      young: true,
      sectorId: sectorId('metals'),
      note: 'Richiamare dopo la fiera',
      version: 1,
    })
  })

  it('and a need first said on the phone is the same need', async () => {
    const plan = await planned()
    const { firm: theFirm, campaign: ours, assignment, promoter } = plan
    const { sectorId: sector, sizeClass, young, female, foreign } = theFirm
    const call = await db.call.create({
      data: {
        id: uuidv7(),
        assignmentId: assignment.id,
        campaignId: ours.id,
        firmId: theFirm.id,
        userId: promoter.id,
        at: new Date(Date.now() - 48 * HOUR),
        outcome: 'appointment',
        sectorId: sector,
        sizeClass,
        young,
        female,
        foreign,
      },
    })
    const need = { id: uuidv7(), needTypeId: needTypeId('training'), priority: 'medium' as const, refer: false }
    const said = { firmId: theFirm.id, campaignId: ours.id, callId: call.id, at: call.at }
    await db.$transaction((tx) => recordNeeds(tx, promoter, said, [need]))
    const visit = visitTo(plan, { needs: [{ ...need, words: 'Saldatura, 3 addetti' }] })
    await recordVisit(promoter, visit)
    const needs = await db.need.findMany({ where: { firmId: theFirm.id } })
    expect(needs).toHaveLength(1)
    expect(needs[0]).toMatchObject({
      callId: call.id,
      visitId: visit.id,
      words: 'Saldatura, 3 addetti',
      recordedAt: call.at,
    })
    await recordVisit(promoter, { ...visit, version: 0, needs: [] })
    expect(await db.need.findMany({ where: { firmId: theFirm.id } })).toMatchObject([
      { callId: call.id, visitId: null },
    ])
  })

  it('and a need taken out again was a slip, unless an office has it already', async () => {
    const plan = await planned()
    const sent = { id: uuidv7(), needTypeId: needTypeId('credit'), priority: 'low' as const, refer: true }
    const slip = { id: uuidv7(), needTypeId: needTypeId('export'), priority: 'low' as const, refer: false }
    const visit = visitTo(plan, { needs: [sent, slip] })
    await recordVisit(plan.promoter, visit)
    await recordVisit(plan.promoter, { ...visit, version: 0, needs: [] })
    expect((await db.need.findMany({ where: { firmId: plan.firm.id } })).map(({ id }) => id)).toEqual([sent.id])
  })

  it('even where the firm asked in the meantime not to be contacted: that stays', async () => {
    const plan = await planned()
    await db.firm.update({ where: { id: plan.firm.id }, data: { doNotContactSince: new Date() } })
    await db.assignment.update({ where: { id: plan.assignment.id }, data: { state: 'do_not_contact' } })
    await recordVisit(plan.promoter, visitTo(plan))
    const assignment = await db.assignment.findUniqueOrThrow({ where: { id: plan.assignment.id } })
    expect(assignment.state).toBe('do_not_contact')
  })
})

describe('two people on the same visit', () => {
  it('the second is told what the first changed, and may then save', async () => {
    const plan = await planned()
    const visit = visitTo(plan)
    await recordVisit(plan.promoter, visit)
    await recordVisit(plan.promoter, { ...visit, version: 0, minutes: 60 })
    const late = { ...visit, version: 0, note: 'Da un altro telefono' }
    await expect(recordVisit(plan.promoter, late)).rejects.toMatchObject({
      key: 'conflict',
      version: 1,
      differences: expect.arrayContaining([{ field: 'minutes', theirs: '60' }]),
    })
    expect((await recordVisit(plan.promoter, { ...late, version: 1 })).version).toBe(2)
    expect((await recordVisit(plan.promoter, { ...late, version: 1 })).version).toBe(2)
  })

  it('one appointment is visited once', async () => {
    const plan = await planned()
    await recordVisit(plan.promoter, visitTo(plan))
    await expect(recordVisit(plan.promoter, visitTo(plan))).rejects.toMatchObject({ key: 'visitAlready' })
  })
})

describe('refused and forbidden', () => {
  it('a visit that has not begun', async () => {
    const plan = await planned()
    const tomorrow = visitTo(plan, { day: dayOf(new Date(Date.now() + 24 * HOUR)) })
    await expect(recordVisit(plan.promoter, tomorrow)).rejects.toMatchObject({ key: 'visitInFuture' })
  })

  it('people of another firm, and firms of another campaign', async () => {
    const plan = await planned()
    const elsewhere = await planned()
    const visit = visitTo(plan)
    await recordVisit(plan.promoter, visit)
    const contactIds = visit.newContacts.map(({ id }) => id)
    const mixed = visitTo(elsewhere, { contactIds, newContacts: [] })
    await expect(recordVisit(elsewhere.promoter, mixed)).rejects.toMatchObject({ key: 'notFound' })
    await expect(recordVisit(plan.promoter, visitTo(elsewhere))).rejects.toMatchObject({ key: 'notFound' })
    expect(await db.visit.count({ where: { firmId: elsewhere.firm.id } })).toBe(0)
  })

  it('whoever is not a promoter', async () => {
    const plan = await planned()
    for (const role of ['manager', 'office', 'admin'] as const) {
      const other = await person(role)
      await expect(recordVisit(other, visitTo(plan))).rejects.toBeInstanceOf(Forbidden)
      await expect(settleFollowUp(other, { id: uuidv7(), version: 0 })).rejects.toBeInstanceOf(Forbidden)
    }
  })

  it('a visit with nobody in it, or a next call without a day', () => {
    const plan = { assignment: { id: uuidv7() }, appointmentId: uuidv7() } as Plan
    expect(() => visitTo(plan, { newContacts: [] })).toThrow('nobodyMet')
    expect(() => visitTo(plan, { followUp: 'call' })).toThrow('timeNeeded')
  })
})

it('the next contact agreed at a visit is on the agenda from its day until it is marked as done', async () => {
  const plan = await planned()
  const visit = visitTo(plan, { followUp: 'call', followUpDay: '2026-06-30', followUpTime: '10:00' })
  await recordVisit(plan.promoter, visit)
  const due = (to: Date) => actAs(plan.promoter, () => followUpsUntil(to))
  expect(await due(momentOf('2026-06-30', '00:00'))).toEqual([])
  expect((await due(momentOf('2026-07-01', '00:00'))).map(({ id }) => id)).toEqual([visit.id])
  await expect(settleFollowUp(plan.promoter, { id: visit.id, version: 7 })).rejects.toMatchObject({ key: 'conflict' })
  await settleFollowUp(plan.promoter, { id: visit.id, version: 0 })
  await settleFollowUp(plan.promoter, { id: visit.id, version: 0 })
  expect(await due(momentOf('2026-07-01', '00:00'))).toEqual([])
  expect(await db.activity.count({ where: { subjectId: visit.id, verb: 'visit.followUpSettled' } })).toBe(1)
  const other = await person('promoter')
  await expect(settleFollowUp(other, { id: visit.id, version: 0 })).rejects.toMatchObject({ key: 'notFound' })
})
