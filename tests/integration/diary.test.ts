import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { arrangeAppointment, cancelAppointment, moveAppointment } from '@/lib/appointments/mutations'
import { db } from '@/lib/db'
import { visitDiary } from '@/lib/diary/queries'
import { actAs } from '@/lib/session'
import { dayOf } from '@/lib/today/rules'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const year = new Date().getFullYear() + 1
const TUESDAY = `${year}-06-15`
const at = (time: string) => new Date(`${TUESDAY}T${time}:00Z`)

/** Two promoters of one campaign with three firms: in Latina, in Latina, in Sezze. */
async function team() {
  const [giulia, luca] = [await person('promoter', { name: 'Giulia' }), await person('promoter', { name: 'Luca' })]
  const places = ['059011', '059011', '059028']
  const firms = await Promise.all(places.map((municipalityCode) => firm({ municipalityCode })))
  const { campaign: ours, assignments } = await campaign({ promoters: [giulia, luca], firms })
  const agree = async (index: number, startsAt: Date, more: { visitorId?: string; overlapAccepted?: boolean } = {}) => {
    const assignment = assignments[index]
    if (!assignment) throw new Error('no such firm')
    const { id: assignmentId, firmId } = assignment
    const visit = { id: uuidv7(), campaignId: ours.id, assignmentId, firmId, visitorId: luca.id, startsAt, minutes: 45 }
    await db.$transaction((tx) => arrangeAppointment(tx, giulia, { ...visit, ...more }))
    return visit.id
  }
  const seen = (by: typeof giulia, visitor = luca.id) =>
    actAs(by, () => visitDiary({ assignment: assignments[0]?.id ?? '', visitor, day: TUESDAY }))
  return { giulia, luca, firms, agree, seen }
}

describe('the diary of whoever visits', () => {
  it('tells where they are and how far that is, and who else may go', async () => {
    const { giulia, firms, agree, seen } = await team()
    await agree(1, at('08:00'))
    await agree(2, at('10:00'))
    const diary = await seen(giulia)
    expect(diary?.visitors.map(({ name }) => name)).toEqual(['Giulia', 'Luca'])
    expect(diary?.visits.map(({ firmName, km }) => [firmName, km === 0])).toEqual([
      [firms[1]?.name, true],
      [firms[2]?.name, false],
    ])
    expect(diary?.visits[1]?.km).toBeGreaterThan(5)
    expect(diary?.visits[1]?.km).toBeLessThan(25)
  })

  it('tells only when, of a campaign one is not in', async () => {
    const [one, other] = [await team(), await team()]
    await other.agree(0, at('08:00'))
    const both = await campaign({ promoters: [one.giulia, other.luca], firms: [await firm()] })
    const assignment = both.assignments[0]?.id ?? ''
    const diary = await actAs(one.giulia, () => visitDiary({ assignment, visitor: other.luca.id, day: TUESDAY }))
    expect(diary?.visits).toMatchObject([{ startsAt: at('08:00'), firmName: null }])
  })

  it('is not there for strangers, and forbidden to other roles', async () => {
    const { seen, giulia } = await team()
    expect(await seen(await person('promoter'))).toBeNull()
    expect(await seen(giulia, (await person('promoter')).id)).toBeNull()
    await expect(seen(await person('manager'))).rejects.toThrow()
  })
})

describe('two visits of one person at the same time', () => {
  it('are refused until somebody says that it is meant so, and the log keeps that', async () => {
    const { agree } = await team()
    await agree(0, at('08:00'))
    const refused = agree(1, at('08:30'))
    await expect(refused).rejects.toMatchObject({ key: 'appointmentOverlaps', field: 'appointment' })
    const id = await agree(1, at('08:30'), { overlapAccepted: true })
    const deed = await db.activity.findFirstOrThrow({ where: { subjectId: id } })
    expect(deed.changes).toMatchObject({ overlapAccepted: true })
  })

  it('are refused when one is moved onto the other, and free again once that one is cancelled', async () => {
    const { giulia, agree } = await team()
    const first = await agree(0, at('08:00'))
    const id = await agree(1, at('12:00'))
    const move = { id, version: 0, day: TUESDAY, time: '10:15', minutes: 45 }
    await expect(moveAppointment(giulia, move)).rejects.toMatchObject({ key: 'appointmentOverlaps', field: 'time' })
    await cancelAppointment(giulia, { id: first, version: 0, by: 'firm', reason: 'Ferie' })
    expect((await moveAppointment(giulia, move)).version).toBe(1)
  })

  it('of two who book the same hour at the same moment, one is told', async () => {
    const { agree } = await team()
    const both = await Promise.allSettled([agree(0, at('08:00')), agree(1, at('08:15'))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('are no matter where only the ends touch, or where another person goes', async () => {
    const { giulia, agree } = await team()
    await agree(0, at('08:00'))
    await agree(1, at('08:45'))
    await agree(2, at('08:15'), { visitorId: giulia.id })
    expect(await db.appointment.count({ where: { startsAt: at('08:15'), visitorId: giulia.id } })).toBe(1)
  })
})

describe('another promoter goes', () => {
  it('of the same campaign, with the trace of who went before', async () => {
    const { giulia, luca, agree } = await team()
    const id = await agree(0, at('08:00'))
    const move = { id, version: 0, day: TUESDAY, time: '10:00', minutes: 45, visitorId: giulia.id }
    expect((await moveAppointment(giulia, move)).version).toBe(1)
    const moved = await db.appointment.findUniqueOrThrow({ where: { id } })
    expect([moved.visitorId, dayOf(moved.startsAt)]).toEqual([giulia.id, TUESDAY])
    const deed = await db.activity.findFirstOrThrow({ where: { subjectId: id, verb: 'appointment.moved' } })
    expect(deed.changes).toMatchObject({ visitorId: [luca.id, giulia.id] })
  })

  it('but nobody from outside, nor anyone who was switched off', async () => {
    const { giulia, luca, agree } = await team()
    const id = await agree(0, at('08:00'), { visitorId: giulia.id })
    const move = { id, version: 0, day: TUESDAY, time: '10:00', minutes: 45 }
    const stranger = { ...move, visitorId: (await person('promoter')).id }
    await expect(moveAppointment(giulia, stranger)).rejects.toMatchObject({ key: 'notFound' })
    await db.user.update({ where: { id: luca.id }, data: { active: false } })
    const gone = moveAppointment(giulia, { ...move, visitorId: luca.id })
    await expect(gone).rejects.toMatchObject({ key: 'notFound' })
  })
})
