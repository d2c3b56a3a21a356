import 'server-only'
import { db } from '@/lib/db'
import { deedEvents, noteEvents, registerEvents } from '@/lib/firm-events/queries'
import { needMoveEvents, referralEvents } from '@/lib/need-events/queries'
import { gate } from '@/lib/session'
import { newestOf, type Show } from '@/lib/timeline/rules'
import { Prisma } from '@/prisma/client/client'

const who = { select: { name: true } } as const
const names = { select: { nameIt: true, nameEn: true } } as const
const newest = { orderBy: { at: 'desc' } } as const
const need = { select: { id: true, priority: true, words: true, needType: names } } as const

async function calls(firmId: string, take: number) {
  const rows = await db.call.findMany({
    where: { firmId },
    ...newest,
    take,
    select: {
      id: true,
      at: true,
      outcome: true,
      note: true,
      callbackAt: true,
      digitalLevel: true,
      user: who,
      contact: who,
      needs: need,
    },
  })
  const appointed = rows.flatMap(({ id, outcome }) => (outcome === 'appointment' ? id : []))
  const agreed = appointed.length
    ? await db.appointment.findMany({
        where: { callId: { in: appointed } },
        select: { callId: true, startsAt: true, visitor: who },
      })
    : []
  return rows.map((row) => {
    return { kind: 'call' as const, ...row, appointment: agreed.find(({ callId }) => callId === row.id) }
  })
}

async function visits(firmId: string, take: number) {
  const rows = await db.visit.findMany({
    where: { firmId },
    ...newest,
    take,
    select: {
      id: true,
      at: true,
      place: true,
      minutes: true,
      digitalLevel: true,
      digitalObstacle: true,
      interest: true,
      note: true,
      followUp: true,
      followUpAt: true,
      user: who,
      contacts: { select: { contact: { select: { id: true, name: true, role: true } } } },
      services: { select: { service: { select: { id: true, nameIt: true, nameEn: true } } } },
      needs: need,
    },
  })
  return rows.map((row) => ({ kind: 'visit' as const, ...row }))
}

/** One agreed in a call is told by the call, except when it came to nothing. */
async function appointments(firmId: string, take: number) {
  const rows = await db.appointment.findMany({
    where: { firmId, OR: [{ callId: null }, { state: { in: ['cancelled', 'no_show'] } }] },
    orderBy: { createdAt: 'desc' },
    take,
    select: { id: true, createdAt: true, startsAt: true, state: true, note: true, arrangedBy: who, visitor: who },
  })
  return rows.map(({ createdAt, ...row }) => ({ kind: 'appointment' as const, at: createdAt, ...row }))
}

/** What each source reads from. */
type Present = {
  calls: boolean
  visits: boolean
  appointments: boolean
  needs: boolean
  notes: boolean
  changes: boolean
  deeds: boolean
}

/** Which sources have anything to tell: of most firms one or two, and asking all of them takes a dozen statements. */
async function presentAt(firmId: string): Promise<Present> {
  const has = (table: string) => Prisma.sql`exists (select from ${Prisma.raw(table)} where firm_id = ${firmId}::uuid)`
  const [present] = await db.$queryRaw<[Present]>`
    select ${has('call')} calls, ${has('visit')} visits, ${has('appointment')} appointments, ${has('need')} needs,
      ${has('firm_note')} notes, ${has('register_change')} changes, ${has('activity')} deeds`
  return present
}

async function sourcesOf(firmId: string, show: Show, take: number) {
  const present = await presentAt(firmId)
  const asked = {
    all: [calls, visits, appointments, referralEvents, needMoveEvents, noteEvents, registerEvents, deedEvents],
    calls: [calls],
    visits: [visits, appointments],
    needs: [referralEvents, needMoveEvents],
  }[show]
  const from = new Map<(typeof asked)[number], boolean>([
    [calls, present.calls],
    [visits, present.visits],
    [appointments, present.appointments],
    [referralEvents, present.needs],
    [needMoveEvents, present.needs && present.deeds],
    [noteEvents, present.notes],
    [registerEvents, present.changes],
    [deedEvents, present.deeds],
  ])
  return Promise.all(asked.filter((source) => from.get(source)).map((source) => source(firmId, take)))
}

/** What happened at a firm and around it, newest first; `more` tells whether anything older is left. */
export async function timelineOf(firmId: string, { show = 'all', limit = 20 }: { show?: Show; limit?: number } = {}) {
  await gate('firms.read')
  return newestOf<TimelineEvent>(await sourcesOf(firmId, show, limit + 1), limit)
}

type Told<S extends (firmId: string, take: number) => Promise<unknown[]>> = Awaited<ReturnType<S>>[number]
export type CallEvent = Told<typeof calls>
export type VisitEvent = Told<typeof visits>
export type TimelineEvent =
  | CallEvent
  | VisitEvent
  | Told<typeof appointments>
  | Told<typeof referralEvents>
  | Told<typeof needMoveEvents>
  | Told<typeof noteEvents>
  | Told<typeof registerEvents>
  | Told<typeof deedEvents>
