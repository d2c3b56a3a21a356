import 'server-only'
import { cache } from 'react'
import { SPOKEN as SPOKEN_OUTCOMES } from '@/lib/calls/rules'
import { perPromoterFigures } from '@/lib/chamber/queries'
import { db } from '@/lib/db'
import { type FieldCounts, paceSpan } from '@/lib/fieldwork/rules'
import { gate } from '@/lib/session'
import { boundsOf, dayOf } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/** Of `assignment a`: tried, and as AAPOR would call it (decision 022). A firm visited without a call was interviewed. */
const SPOKEN = sql`a.contacted_at is not null`
const COUNTS = sql`
  (count(*) filter (where a.state <> 'reserve'))::int drawn,
  (count(*) filter (where a.attempts > 0))::int tried,
  (count(*) filter (where ${SPOKEN} or a.state = 'visited'))::int contacted,
  (count(*) filter (where ${SPOKEN} and a.state in ('refused', 'do_not_contact')))::int refused,
  (count(*) filter (where a.state in ('unreached', 'unreachable')))::int unreached,
  (count(*) filter (where a.state = 'visited'))::int visited,
  (count(*) filter (where a.state = 'reserve'))::int reserves,
  (count(*) filter (where a.state in ('visited', 'interviewed')))::int interviews,
  (count(*) filter (where a.state = 'appointment'))::int partial,
  (count(*) filter (where ${SPOKEN} and a.state in ('refused', 'do_not_contact')))::int refusals,
  (count(*) filter (where ${SPOKEN} and a.state in ('callback', 'to_call', 'unreached', 'unreachable')))::int other,
  (count(*) filter (where a.attempts > 0 and not (${SPOKEN})
    and a.state in ('callback', 'to_call', 'unreached', 'unreachable')))::int "notContacted"`

export type FieldRow = FieldCounts & { key: string; sectorId: string | null }

/** How the field work stands: by stratum of a drawn campaign in the order of the draw, by sector of a list. */
export const fieldworkOf = cache(async (campaignId: string): Promise<FieldRow[]> => {
  await gate('campaigns.read')
  const { kind } = await db.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { kind: true } })
  if (kind === 'drawn') {
    return db.$queryRaw<FieldRow[]>`
      select s.key, s.sector_id "sectorId", n.* from campaign_stratum s
      join (select a.stratum, ${COUNTS} from assignment a where a.campaign_id = ${campaignId}::uuid group by 1) n
        on n.stratum = s.key
      where s.campaign_id = ${campaignId}::uuid order by s.position`
  }
  return db.$queryRaw<FieldRow[]>`
    select f.sector_id::text key, f.sector_id "sectorId", ${COUNTS}
    from assignment a join firm f on f.id = a.firm_id join sector s on s.id = f.sector_id
    where a.campaign_id = ${campaignId}::uuid group by 1, 2, s.position order by s.position`
})

export type PaceFacts = {
  contacted: number
  contactedLately: number
  visited: number
  visitedLately: number
  /** Firms that can still be spoken with, reserves and those on their way to the list included. */
  callable: number
}

/** First conversations and first visits, in all and in the days the pace is measured on. */
export async function paceOf(campaign: { id: string; startsOn: Date }): Promise<PaceFacts> {
  await gate('campaigns.read')
  const span = paceSpan(campaign.startsOn.toISOString().slice(0, 10), dayOf(new Date()))
  const [from, to] = [boundsOf(span.from).from, boundsOf(span.until).to]
  const [facts] = await db.$queryRaw<[PaceFacts]>`
    select called.*, seen.* from (
      select (count(*) filter (where at is not null))::int contacted,
        (count(*) filter (where at >= ${from} and at < ${to}))::int "contactedLately",
        (count(*) filter (where at is null and state in ('reserve', 'to_call', 'callback', 'unreached')))::int
          + (select coalesce(sum(b.firms), 0)::int from campaign_batch b where b.campaign_id = ${campaign.id}::uuid) callable
      from (
        select a.state, least(a.contacted_at, v.first) at from assignment a
        left join (select assignment_id, min(at) first from visit where campaign_id = ${campaign.id}::uuid group by 1) v
          on v.assignment_id = a.id
        where a.campaign_id = ${campaign.id}::uuid) firsts) called,
    (
      select count(*)::int visited, (count(*) filter (where first >= ${from} and first < ${to}))::int "visitedLately"
      from (select firm_id, min(at) first from visit where campaign_id = ${campaign.id}::uuid group by 1) v) seen`
  return facts
}

export type PromoterFigures = { id: string; name: string; calls: number; contacted: number; visits: number }

/**
 * Who called and visited how much; null where the Chamber does not show figures by promoter (Italian law limits the
 * remote monitoring of workers, law 300/1970, art. 4). Turning them on is in the activity log.
 */
export async function promoterFigures(campaignId: string): Promise<PromoterFigures[] | null> {
  await gate('campaigns.read')
  if (!(await perPromoterFigures())) return null
  return db.$queryRaw<PromoterFigures[]>`
    select u.id, u.name, coalesce(c.calls, 0) calls, coalesce(c.contacted, 0) contacted, coalesce(v.visits, 0) visits
    from app_user u
    left join (
      select user_id, count(*)::int calls,
        (count(distinct firm_id) filter (where outcome::text = any(${SPOKEN_OUTCOMES}::text[])))::int contacted
      from call where campaign_id = ${campaignId}::uuid group by 1) c on c.user_id = u.id
    left join (
      select user_id, count(distinct firm_id)::int visits from visit where campaign_id = ${campaignId}::uuid group by 1) v
      on v.user_id = u.id
    where c.calls > 0 or v.visits > 0
      or exists (select from campaign_promoter p where p.campaign_id = ${campaignId}::uuid and p.user_id = u.id)
    order by u.name, u.id`
}

/** What was promised to firms and is still to come: closing a campaign does not undo it. */
export async function promisesOf(campaignId: string): Promise<{ callbacks: number; appointments: number }> {
  await gate('campaigns.read')
  const [callbacks, appointments] = await Promise.all([
    db.assignment.count({ where: { campaignId, state: 'callback' } }),
    db.appointment.count({ where: { campaignId, state: 'planned' } }),
  ])
  return { callbacks, appointments }
}
