import { firmWhere } from '@/lib/firm-search/rules'
import type { FirmFilter } from '@/lib/firms/schema'
import { REACHABLE_NUMBERS } from '@/lib/leases/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/** Where a firm of the filter ends up when a campaign is made, in the order in which the reasons are looked at. */
export const PLACES = ['listed', 'ceased', 'doNotContact', 'noPhone', 'coolOff', 'otherCampaign'] as const
export type Place = (typeof PLACES)[number]

/** States in which another open campaign still has something to do with a firm. */
const BUSY = sql`('reserve', 'to_call', 'callback', 'appointment')`

/**
 * `places`: each firm of the filter and its place. Cool-off: it refused within so many months, in whatever campaign.
 * Sets are hashed once (`in`), which half a million firms need.
 */
export function places(filter: FirmFilter, coolOffMonths: number, now: Date): Prisma.Sql {
  return sql`places as (
    select f.id, case
      when f.status = 'ceased' then 'ceased'
      when f.do_not_contact_since is not null then 'doNotContact'
      when f.id not in (${REACHABLE_NUMBERS}) then 'noPhone'
      when f.id in (select c.firm_id from call c where c.outcome = 'refused'
        and c.at > ${now}::timestamptz - make_interval(months => ${coolOffMonths}::int)) then 'coolOff'
      when f.id in (select a.firm_id from assignment a join campaign o on o.id = a.campaign_id
        where o.status <> 'closed' and a.state in ${BUSY}) then 'otherCampaign'
      else 'listed' end place
    from firm f where ${firmWhere(filter)})`
}

/** How far a campaign has come: its end has passed, it has not begun, or it runs. */
export function phaseOf(period: { startsOn: string; endsOn: string }, today: string): 'ahead' | 'running' | 'over' {
  if (today < period.startsOn) return 'ahead'
  return today > period.endsOn ? 'over' : 'running'
}
