import 'server-only'
import { LONGEST_MINUTES, overlaps } from '@/lib/appointments/rules'
import type { Tx } from '@/lib/db'
import { formatTime } from '@/lib/format'
import { Refusal } from '@/lib/refusal'

type Wished = {
  /** Of the appointment itself, which is no clash. */
  id: string
  visitorId: string
  startsAt: Date
  minutes: number
  /** The person saw that the visitor has another visit then. */
  overlapAccepted?: boolean
}

/**
 * The visitor's diary has room: a second visit of one person at the same time is refused
 * (`Refusal('appointmentOverlaps')` at `field`) unless it was confirmed; answers what the log says of that. Two who book the same visitor at the same moment take turns here, so that the second is told.
 */
export async function insistFree(
  tx: Tx,
  actor: { locale: string },
  wished: Wished,
  field: string,
): Promise<{ overlapAccepted?: true }> {
  const { id, visitorId, startsAt, minutes, overlapAccepted } = wished
  const [visitor] = await tx.$queryRaw<{ name: string }[]>`
    select name from app_user where id = ${visitorId}::uuid for no key update`
  const end = startsAt.getTime() + minutes * 60_000
  const near = { gt: new Date(startsAt.getTime() - LONGEST_MINUTES * 60_000), lt: new Date(end) }
  const planned = await tx.appointment.findMany({
    where: { visitorId, state: 'planned', id: { not: id }, startsAt: near },
    select: { startsAt: true, minutes: true },
    orderBy: { startsAt: 'asc' },
  })
  const other = planned.find((visit) => overlaps(visit, wished))
  if (!other) return {}
  if (overlapAccepted) return { overlapAccepted: true }
  const time = formatTime(actor.locale, other.startsAt)
  throw new Refusal('appointmentOverlaps', { name: visitor?.name ?? '–', time }, field)
}
