import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import {
  arrangeAppointment,
  cancelAppointment,
  confirmAppointment,
  missAppointment,
  moveAppointment,
} from '@/lib/appointments/mutations'
import { appointmentsBetween } from '@/lib/appointments/queries'
import { callbackAfter, confirmationFor } from '@/lib/appointments/rules'
import { db } from '@/lib/db'
import { Forbidden } from '@/lib/permissions'
import { queueOf } from '@/lib/queue/queries'
import { actAs } from '@/lib/session'
import { confirmationsUntil } from '@/lib/today/queries'
import { boundsOf } from '@/lib/today/rules'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const HOUR = 3_600_000
const year = new Date().getFullYear() + 1

async function agreed(startsAt = new Date(Date.now() + 24 * HOUR), confirmAt?: Date) {
  const promoter = await person('promoter')
  const { campaign: ours, assignments } = await campaign({
    promoters: [promoter],
    firms: [await firm()],
    assignment: { state: 'appointment' },
  })
  const [assignment] = assignments
  if (!assignment) throw new Error('no assignment')
  const appointment = {
    id: uuidv7(),
    campaignId: ours.id,
    assignmentId: assignment.id,
    firmId: assignment.firmId,
    visitorId: promoter.id,
    startsAt,
    confirmAt,
    minutes: 45,
  }
  const arrange = () => db.$transaction((tx) => arrangeAppointment(tx, promoter, appointment))
  return { promoter, assignment, appointment, arrange }
}

const stateOf = async (id: string) => db.assignment.findUniqueOrThrow({ where: { id } })

/** One that was agreed for an hour ago: the verb itself refuses the past. */
async function past() {
  const plan = await agreed()
  await plan.arrange()
  await db.appointment.update({ where: { id: plan.appointment.id }, data: { startsAt: new Date(Date.now() - HOUR) } })
  return plan
}

it('an appointment sent twice is one appointment', async () => {
  const { appointment, arrange } = await agreed()
  await arrange()
  await arrange()
  expect(await db.appointment.count({ where: { assignmentId: appointment.assignmentId } })).toBe(1)
  expect(await db.activity.count({ where: { subjectId: appointment.id } })).toBe(1)
})

it('nobody agrees a visit for yesterday, nor for somebody outside the campaign', async () => {
  await expect((await agreed(new Date(Date.now() - HOUR))).arrange()).rejects.toMatchObject({ key: 'appointmentPast' })
  const { promoter, appointment } = await agreed()
  const stranger = await person('promoter')
  const theirs = { ...appointment, visitorId: stranger.id }
  const arranging = db.$transaction((tx) => arrangeAppointment(tx, promoter, theirs))
  await expect(arranging).rejects.toMatchObject({ key: 'notFound' })
})

it('a moved appointment is where it was moved to, and sending it again changes nothing', async () => {
  const { promoter, appointment, arrange } = await agreed()
  await arrange()
  const move = { id: appointment.id, version: 0, day: `${year}-06-16`, time: '15:30', minutes: 60 }
  expect((await moveAppointment(promoter, move)).version).toBe(1)
  expect((await moveAppointment(promoter, move)).version).toBe(1)
  const moved = await db.appointment.findUniqueOrThrow({ where: { id: appointment.id } })
  expect(moved.startsAt.toISOString()).toBe(`${year}-06-16T13:30:00.000Z`)
})

it('whoever moves an appointment that a colleague moved meanwhile is told so', async () => {
  const { promoter, appointment, arrange } = await agreed()
  await arrange()
  const move = { id: appointment.id, version: 0, day: `${year}-06-16`, time: '15:30', minutes: 45 }
  await moveAppointment(promoter, move)
  const second = moveAppointment(promoter, { ...move, time: '17:00' })
  await expect(second).rejects.toMatchObject({ key: 'conflict', version: 1, values: { name: promoter.name } })
})

it('a cancelled appointment sends the firm back to its own caller, the next working day', async () => {
  const { promoter, assignment, appointment, arrange } = await agreed()
  await arrange()
  const cancel = { id: appointment.id, version: 0, by: 'firm' as const, reason: 'Titolare in ferie' }
  await cancelAppointment(promoter, cancel)
  await cancelAppointment(promoter, cancel)
  expect(await stateOf(assignment.id)).toMatchObject({
    state: 'callback',
    callbackUserId: promoter.id,
    callbackAt: callbackAfter(new Date()),
  })
  const deeds = await db.activity.findMany({ where: { subjectId: appointment.id, verb: 'appointment.cancelled' } })
  expect(deeds).toHaveLength(1)
  expect(deeds[0]?.changes).toMatchObject({ by: 'firm', reason: 'Titolare in ferie' })
  const again = moveAppointment(promoter, {
    id: appointment.id,
    version: 1,
    day: `${year}-06-16`,
    time: '09:00',
    minutes: 45,
  })
  await expect(again).rejects.toMatchObject({ key: 'appointmentOver' })
})

it('an appointment called off after the firm refused leaves the firm alone', async () => {
  const { promoter, assignment, appointment, arrange } = await agreed()
  await arrange()
  await db.assignment.update({ where: { id: assignment.id }, data: { state: 'refused' } })
  await cancelAppointment(promoter, { id: appointment.id, version: 0, by: 'chamber', reason: 'Non interessata' })
  expect((await stateOf(assignment.id)).state).toBe('refused')
})

it('nobody can be missing before the time', async () => {
  const early = await agreed()
  await early.arrange()
  const miss = missAppointment(early.promoter, { id: early.appointment.id, version: 0 })
  await expect(miss).rejects.toMatchObject({ key: 'appointmentNotYet' })
  const { promoter, assignment, appointment } = await past()
  await missAppointment(promoter, { id: appointment.id, version: 0 })
  expect((await stateOf(assignment.id)).state).toBe('callback')
  const twice = cancelAppointment(promoter, { id: appointment.id, version: 1, by: 'firm', reason: 'x' })
  await expect(twice).rejects.toMatchObject({ key: 'appointmentOver' })
})

it('an appointment is confirmed by a call before it: owed by whoever arranged it, done once, and again where it moved', async () => {
  const startsAt = boundsOf(`${year}-06-16`).from
  const { promoter, appointment, arrange } = await agreed(startsAt, new Date(startsAt.getTime() - 24 * HOUR))
  await arrange()
  const owed = () => actAs(promoter, () => confirmationsUntil(startsAt))
  expect(await owed()).toMatchObject([{ id: appointment.id }])
  expect(await actAs(await person('promoter'), () => confirmationsUntil(startsAt))).toEqual([])
  const confirm = { id: appointment.id, version: 0 }
  expect(await confirmAppointment(promoter, confirm)).toMatchObject({ version: 1 })
  expect(await confirmAppointment(promoter, confirm)).toMatchObject({ version: 1 })
  expect(await owed()).toEqual([])
  expect(await db.activity.count({ where: { subjectId: appointment.id, verb: 'appointment.confirmed' } })).toBe(1)
  await moveAppointment(promoter, { ...confirm, version: 1, day: `${year}-06-23`, time: '10:00', minutes: 45 })
  const moved = await db.appointment.findUniqueOrThrow({ where: { id: appointment.id } })
  expect(moved).toMatchObject({ confirmedAt: null, confirmAt: confirmationFor(moved.startsAt, new Date()) })
  await cancelAppointment(promoter, { ...confirm, version: 2, by: 'firm', reason: 'Ferie' })
  expect(await actAs(promoter, () => confirmationsUntil(moved.startsAt))).toEqual([])
  await expect(confirmAppointment(promoter, { ...confirm, version: 3 })).rejects.toMatchObject({
    key: 'appointmentOver',
  })
})

it('nobody promises to confirm an appointment after it, or yesterday', async () => {
  const startsAt = boundsOf(`${year}-06-16`).from
  for (const confirmAt of [startsAt, new Date(Date.now() - HOUR)]) {
    const late = await agreed(startsAt, confirmAt)
    await expect(late.arrange()).rejects.toMatchObject({ key: 'confirmNotBefore', field: 'appointment' })
  }
})

it('an appointment to confirm stands among the callbacks of who arranged it, and of nobody else', async () => {
  const { promoter, appointment, arrange } = await agreed(new Date(Date.now() + 48 * HOUR), new Date(Date.now() + HOUR))
  await arrange()
  await db.appointment.update({ where: { id: appointment.id }, data: { confirmAt: new Date() } })
  const { campaignId, assignmentId } = appointment
  const queue = (by = promoter) => actAs(by, () => queueOf(campaignId, { whole: false }))
  const row = { kind: 'confirm', appointmentId: appointment.id, assignmentId, startsAt: appointment.startsAt }
  expect(await queue()).toMatchObject([row])
  const colleague = await person('promoter')
  await db.campaignPromoter.create({ data: { campaignId, userId: colleague.id } })
  expect(await queue(colleague)).toEqual([])
  await db.firm.update({ where: { id: appointment.firmId }, data: { doNotContactSince: new Date() } })
  expect(await queue()).toEqual([])
})

it('of another campaign an appointment does not exist, and only promoters touch it', async () => {
  const { appointment, arrange } = await agreed()
  await arrange()
  const cancel = { id: appointment.id, version: 0, by: 'firm' as const, reason: 'Errore' }
  await expect(cancelAppointment(await person('promoter'), cancel)).rejects.toMatchObject({ key: 'notFound' })
  await expect(confirmAppointment(await person('promoter'), cancel)).rejects.toMatchObject({ key: 'notFound' })
  for (const role of ['manager', 'office', 'admin'] as const) {
    const other = await person(role)
    await expect(cancelAppointment(other, cancel)).rejects.toBeInstanceOf(Forbidden)
    await expect(missAppointment(other, cancel)).rejects.toBeInstanceOf(Forbidden)
    await expect(confirmAppointment(other, cancel)).rejects.toBeInstanceOf(Forbidden)
    const move = { ...cancel, day: `${year}-06-16`, time: '15:30', minutes: 45 }
    await expect(moveAppointment(other, move)).rejects.toBeInstanceOf(Forbidden)
  }
})

it('the agenda of a day holds what begins between two midnights in Rome', async () => {
  const { promoter, appointment, arrange } = await agreed(new Date(`${year}-07-30T21:30:00Z`))
  await arrange()
  const { from, to } = boundsOf(`${year}-07-30`)
  const eve = boundsOf(`${year}-07-31`)
  const on = (day: typeof eve) => actAs(promoter, () => appointmentsBetween(day.from, day.to, promoter.id))
  expect((await on({ from, to })).map(({ id }) => id)).toEqual([appointment.id])
  expect(await on(eve)).toEqual([])
})
