import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { activityPage } from '@/lib/activity-log/queries'
import { activityFilter } from '@/lib/activity-log/schema'
import { readCalls, readNeeds, readVisits } from '@/lib/api/queries'
import { plannedVisits } from '@/lib/appointments/queries'
import { extendCampaign } from '@/lib/campaigns/mutations'
import { db } from '@/lib/db'
import { visitDiary } from '@/lib/diary/queries'
import { feedAppointments } from '@/lib/feeds/queries'
import { FEED_DAYS } from '@/lib/feeds/rules'
import { paceOf } from '@/lib/fieldwork/queries'
import { readNeedTotals, readReach } from '@/lib/insight/queries'
import { insightFilter } from '@/lib/insight/schema'
import { listNeeds, openNeedsByOffice } from '@/lib/needs/queries'
import { needFilter } from '@/lib/needs/schema'
import { countTables } from '@/lib/open-data/count'
import { callsOfToday } from '@/lib/outcomes/queries'
import type { Actor } from '@/lib/permissions'
import { deskNumbers, queueOf } from '@/lib/queue/queries'
import { callbacksDue } from '@/lib/reminders/due'
import { remindersDue } from '@/lib/reminders/queries'
import { actAs } from '@/lib/session'
import { addDays, boundsOf, dateColumn, momentOf, weekOf } from '@/lib/today/rules'
import { readWeeks } from '@/lib/trend/queries'
import { listVisits, visitToBegin } from '@/lib/visits/queries'
import { visitFilter } from '@/lib/visits/schema'
import { needTypeId } from '@/prisma/catalogues/seed'
import { campaign } from '../support/campaigns'
import { firm } from '../support/firms'
import { person } from '../support/people'
import { asks, called, visitedOn } from './insight-world'

/** A day and the next: what is asked about the one must stop, and about the other begin, at midnight in Italy. */
const NIGHTS: [string, string, string][] = [
  ['an ordinary midnight', '2026-06-16', '2026-06-17'],
  ['the night that loses an hour', '2026-03-28', '2026-03-29'],
  ['the midnight after it', '2026-03-29', '2026-03-30'],
  ['the night that has one more', '2026-10-24', '2026-10-25'],
  ['the midnight after it', '2026-10-25', '2026-10-26'],
  ['the end of the year', '2026-12-31', '2027-01-01'],
  ['the end of a year that is the end of a week', '2028-12-31', '2029-01-01'],
  ['the midnight before 29 February', '2028-02-28', '2028-02-29'],
  ['the midnight after 29 February', '2028-02-29', '2028-03-01'],
]

let giulia: Actor
let manager: Actor
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  giulia = await person('promoter')
  manager = await person('manager')
})
afterEach(() => vi.useRealTimers())

/** A minute before midnight a firm is called, visited, asks for something, and is promised a call; another at midnight. */
async function worldAround(day: string, next: string) {
  const moments = { Sera: momentOf(day, '23:59'), Mattina: momentOf(next, '00:00') }
  const firms = [await firm({ name: 'Sera' }), await firm({ name: 'Mattina' })]
  const period = { startsOn: dateColumn(addDays(day, -60)), endsOn: dateColumn(day) }
  const list = await campaign({ promoters: [giulia], firms, ...period })
  const campaignId = list.campaign.id
  for (const [index, at] of Object.values(moments).entries()) {
    const [of, one] = [list.assignments[index], firms[index]]
    if (!of || !one) throw new Error('No firm')
    const was = { sector: 'metals' }
    const told = { at: at.toISOString() }
    await called(giulia, of, told.at, 'callback', was)
    const visit = await visitedOn(giulia, of, told.at, was)
    const dueOn = dateColumn(index ? next : day)
    const said = { status: 'referred' as const, dueOn }
    await asks(giulia, one, campaignId, needTypeId('credit'), { ...told, visitId: visit.id }, said)
    const planned = { assignmentId: of.id, firmId: one.id, campaignId, startsAt: at, minutes: 45 }
    await db.appointment.create({ data: { id: uuidv7(), ...planned, visitorId: giulia.id, arrangedById: giulia.id } })
    const promised = { state: 'callback' as const, callbackAt: at, callbackUserId: giulia.id, contactedAt: at }
    await db.assignment.update({ where: { id: of.id }, data: promised })
  }
  return { ...moments, campaignId, assignments: list.assignments, made: list.campaign }
}

const names = (rows: { firm: { name: string } }[]) => rows.map((row) => row.firm.name).toSorted()
const [BOTH, SERA, MATTINA] = [['Mattina', 'Sera'], ['Sera'], ['Mattina']]

test.each(NIGHTS)('%s: lists, filters and terms know one day from the next (%s, %s)', async (_, day, next) => {
  const { Sera, Mattina, campaignId, assignments, made } = await worldAround(day, next)
  const here = { campaign: campaignId }
  const asGiulia = <T>(read: () => Promise<T>) => actAs(giulia, read)
  const asManager = <T>(read: () => Promise<T>) => actAs(manager, read)

  // What a period from one day to the same holds.
  const reading = { limit: 9, personal: false }
  for (const [on, only] of [
    [day, Sera],
    [next, Mattina],
  ] as const) {
    const days = { from: on, to: on }
    expect(
      (await asGiulia(() => listVisits(visitFilter.parse({ ...here, ...days })))).rows.map(({ at }) => at),
    ).toEqual([only])
    const ofApi = { ...days, campaign: [campaignId], limit: 9 }
    for (const read of [readVisits, readCalls]) {
      expect((await asManager(() => read(ofApi, reading))).map(({ at }) => at)).toEqual([only])
    }
    expect((await asManager(() => readNeeds(ofApi, reading))).map(({ recordedAt }) => recordedAt)).toEqual([only])
    const filter = insightFilter.parse({ ...here, ...days })
    expect(await asManager(() => readReach(filter))).toMatchObject({ contacted: 1, visited: 1 })
    expect(await asManager(() => readNeedTotals(filter, Mattina))).toMatchObject({ recorded: 1 })
    expect(await asManager(() => readWeeks(filter))).toMatchObject([{ monday: weekOf(on)[0], visited: 1 }])
  }

  // What is of today, a moment before midnight and at midnight.
  vi.setSystemTime(boundsOf(day).to.getTime() - 1)
  expect((await asGiulia(() => queueOf(campaignId, { whole: false }))).map(({ firmName }) => firmName)).toEqual(SERA)
  expect(await asGiulia(() => deskNumbers(campaignId))).toMatchObject({ calls: 2 })
  expect(names(await asGiulia(() => plannedVisits(here)))).toEqual(BOTH)
  expect(await asGiulia(() => visitToBegin({ assignment: assignments[0]?.id }))).toMatchObject({ startsAt: Sera })
  expect((await asGiulia(() => remindersDue())).filter(({ kind }) => kind === 'callback')).toHaveLength(2)
  expect((await asManager(() => paceOf(made))).contactedLately).toBe(0)
  await extendCampaign(manager, { campaignId, endsOn: day })

  vi.setSystemTime(Mattina)
  const queued = (await asGiulia(() => queueOf(campaignId, { whole: false }))).map(({ firmName }) => firmName)
  expect(queued.toSorted()).toEqual(BOTH)
  expect(await asGiulia(() => deskNumbers(campaignId))).toMatchObject({ calls: 1 })
  expect(names(await asGiulia(() => callsOfToday(campaignId)))).toEqual(MATTINA)
  expect(names(await asGiulia(() => plannedVisits(here)))).toEqual(MATTINA)
  expect((await asGiulia(() => visitToBegin({ assignment: assignments[0]?.id })))?.startsAt).toBeUndefined()
  expect(await asGiulia(() => visitToBegin({ assignment: assignments[1]?.id }))).toMatchObject({ startsAt: Mattina })
  expect((await asGiulia(() => remindersDue())).filter(({ kind }) => kind === 'callback')).toMatchObject([
    { firmName: 'Mattina' },
  ])
  expect((await asManager(() => paceOf(made))).contactedLately).toBe(1)
  await expect(
    extendCampaign(manager, { campaignId, endsOn: day }).then(() => {
      return extendCampaign(manager, { campaignId, endsOn: addDays(day, -1) })
    }),
  ).rejects.toMatchObject({ key: 'endNotLater' })

  // Owed on that day, and overdue after it.
  expect(names(await callbacksDue(giulia.id, boundsOf(day).to))).toEqual(SERA)
  for (const [now, overdue] of [
    [new Date(Mattina.getTime() - 1), 0],
    [Mattina, 1],
    [boundsOf(next).to, 2],
  ] as const) {
    const late = needFilter.parse({ overdue: '1' })
    expect((await asGiulia(() => listNeeds(late, now))).count).toBe(overdue)
    const byOffice = await asGiulia(() => openNeedsByOffice(now))
    expect(byOffice.reduce((sum, office) => sum + office.overdue, 0)).toBe(overdue)
    const ofApi = { campaign: [campaignId], overdue: '1' as const }
    expect(await asManager(() => readNeeds(ofApi, reading, now))).toHaveLength(overdue)
    const totals = await asManager(() => readNeedTotals(insightFilter.parse(here), now))
    expect(totals.overdue).toBe(overdue)
  }

  // The week around a visit, and what a calendar is told of.
  const diary = await asGiulia(() => visitDiary({ assignment: assignments[0]?.id ?? '', visitor: giulia.id, day }))
  expect(diary?.visits).toHaveLength(weekOf(day).includes(next) ? 2 : 1)
  const feed = async (now: string) => (await asGiulia(() => feedAppointments(momentOf(now, '12:00')))).length
  expect(await feed(addDays(day, FEED_DAYS.back))).toBe(2)
  expect(await feed(addDays(next, FEED_DAYS.back))).toBe(1)
  expect(await feed(addDays(day, -FEED_DAYS.ahead))).toBe(1)

  // What the open data tell of a day that closes a quarter.
  const visitedUntil = async (closedOn: string) => {
    const tables = await countTables(db, closedOn)
    const [visited] = tables.flatMap(({ rows, columns }) => {
      const row = rows.findIndex(({ code }) => code === 'visited')
      return row < 0 ? [] : columns.map(({ counts }) => counts[row] ?? 0)
    })
    return visited ?? 0
  }
  expect((await visitedUntil(next)) - (await visitedUntil(day))).toBe(1)
})

test.each(NIGHTS)('%s: the activity of today begins at midnight (%s, %s)', async (_, day, next) => {
  const did = (at: Date) => db.activity.create({ data: { id: uuidv7(), at, userId: giulia.id, verb: 'campaign.made' } })
  await did(momentOf(day, '23:59'))
  await did(momentOf(next, '00:00'))
  const filter = activityFilter.parse({ person: giulia.id, period: 'today' })
  const admin = await person('admin')
  const { deeds } = await actAs(admin, () => activityPage(filter, 'it', momentOf(next, '12:00')))
  expect(deeds.map(({ at }) => at)).toEqual([momentOf(next, '00:00')])
})
