import { type InsightFilter, narrowsFirms } from '@/lib/insight/schema'
import { addDays, momentOf } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'

const { sql, join, raw, empty } = Prisma
export const TRUE = sql`true`

/** Outcomes of a call in which somebody of the firm was spoken with (DESIGN.md, call outcomes). */
export const SPOKEN = raw(`('appointment','interviewed','callback','refused','do_not_contact')`)
/** A need an office took into its hands, whatever became of it. */
const TAKEN_UP = sql`(n.taken_up_at is not null or n.status in ('taken_up','in_progress','waiting','met'))`
const MET = sql`n.status = 'met'`

export const all = (conditions: Prisma.Sql[]) => (conditions.length ? join(conditions, ' and ') : TRUE)

/** The row is of the chosen campaigns. */
function inCampaigns(filter: InsightFilter, row: string): Prisma.Sql[] {
  return filter.campaign.length ? [sql`${raw(row)}.campaign_id = any(${filter.campaign}::uuid[])`] : []
}

/** The instant lies in the period; its days begin and end at midnight in Italy. */
function inPeriod(filter: InsightFilter, instant: string): Prisma.Sql[] {
  const { from, to } = filter
  return [
    ...(from ? [sql`${raw(instant)} >= ${momentOf(from, '00:00')}`] : []),
    ...(to ? [sql`${raw(instant)} < ${momentOf(addDays(to, 1), '00:00')}`] : []),
  ]
}

/** What the firm is: on evidence as it was that day, on the row `f` as it is now. */
export function firmIs(filter: InsightFilter, row: 'c' | 'v' | 'f'): Prisma.Sql {
  const column = (name: string) => raw(`${row}.${name}`)
  return all([
    ...(filter.sector.length ? [sql`${column('sector_id')} = any(${filter.sector}::uuid[])`] : []),
    ...(filter.municipality.length ? [sql`${column('municipality_code')} = any(${filter.municipality}::text[])`] : []),
    ...(filter.area.length
      ? [
          sql`${column('municipality_code')} in (select istat_code from municipality where province = any(${filter.area}::text[]))`,
        ]
      : []),
    ...(filter.size.length ? [sql`${column('size_class')} = any(${filter.size}::size_class[])`] : []),
    ...(filter.young ? [column('young')] : []),
    ...(filter.female ? [column('female')] : []),
    ...(filter.foreign ? [column('"foreign"')] : []),
  ])
}

/** Figures by promoter are the Chamber's choice: where it has not made it, nobody's evidence is found. */
const SHOWN = sql`exists (select from setting where key = 'chamber' and value->>'perPromoterFigures' = 'true')`
function byPromoter(filter: InsightFilter, column: string): Prisma.Sql[] {
  return filter.promoter.length ? [sql`${raw(column)} = any(${filter.promoter}::uuid[]) and ${SHOWN}`] : []
}

/** The evidence of the filter: calls `c`, visits `v`. */
export const told = (filter: InsightFilter, row: 'c' | 'v') =>
  all([
    ...inCampaigns(filter, row),
    ...inPeriod(filter, `${row}.at`),
    ...byPromoter(filter, `${row}.user_id`),
    firmIs(filter, row),
  ])

/** The stratum a firm was drawn in, where the figures are weighted. */
const stratumOf = ({ weighted }: InsightFilter) => (weighted ? sql`a.stratum` : sql`null::text`)
const drawnAs = ({ weighted }: InsightFilter, row: 'v' | 't') =>
  weighted
    ? sql`left join assignment a on a.campaign_id = ${raw(row)}.campaign_id and a.firm_id = ${raw(row)}.firm_id`
    : empty

/** `visits`: the visits of the filter. `firms`: the firms visited, each once, as it was at its last visit there. */
export function visited(filter: InsightFilter): Prisma.Sql {
  return sql`
    visits as materialized (
      select v.id, v.firm_id, v.campaign_id, v.at, v.sector_id, v.municipality_code, v.size_class, v.young, v.female, v."foreign"
      from visit v where ${told(filter, 'v')}),
    firms as (
      select distinct on (v.firm_id) v.*, ${stratumOf(filter)} stratum from visits v ${drawnAs(filter, 'v')}
      order by v.firm_id, v.at desc, v.id desc)`
}

/**
 * `asked`, over `visits`: what the visited firms asked for in the campaign they were visited for, at the visit or on
 * the phone before it, up to the end of the period.
 */
export function asked(filter: InsightFilter): Prisma.Sql {
  const until = inPeriod({ ...filter, from: undefined }, 'n.recorded_at')
  const where = all([sql`(n.visit_id is not null or n.call_id is not null)`, ...until])
  return sql`
    asked as (
      select n.firm_id, n.need_type_id, bool_or(${TAKEN_UP}) taken_up, bool_or(${MET}) met
      from need n join (select distinct firm_id, campaign_id from visits) v
        on v.firm_id = n.firm_id and v.campaign_id = n.campaign_id
      where ${where} group by 1, 2)`
}

/**
 * `reach`: one row for each firm listed or met with in the filter, and how far it got. A firm visited without a call or
 * an appointment has passed those steps too; reserves that were not called in are not listed. A promoter has
 * no list: then the listed are those who were tried.
 */
export function reach(filter: InsightFilter): Prisma.Sql {
  const narrowed = narrowsFirms(filter)
  return sql`${visited(filter)}, ${asked(filter)},
    steps as (
      select a.firm_id, false tried, false contacted, false appointment, false visited
      from assignment a ${narrowed ? sql`join firm f on f.id = a.firm_id and ${firmIs(filter, 'f')}` : empty}
      where ${all([sql`a.state <> 'reserve'`, ...inCampaigns(filter, 'a'), ...(filter.promoter.length ? [sql`false`] : [])])}
      union all
      select c.firm_id, true, c.outcome in ${SPOKEN}, c.outcome = 'appointment', false
      from call c where ${told(filter, 'c')}
      union all
      select firm_id, true, true, true, true from firms),
    outcome as (select firm_id, bool_or(taken_up) taken_up, bool_or(met) met from asked group by firm_id),
    reach as (
      select s.firm_id, true listed, bool_or(tried) tried, bool_or(contacted) contacted,
        bool_or(appointment) appointment, bool_or(visited) visited, bool_or(o.firm_id is not null) with_needs,
        bool_or(coalesce(o.taken_up, false)) taken_up, bool_or(coalesce(o.met, false)) met
      from steps s left join outcome o on o.firm_id = s.firm_id group by s.firm_id)`
}

/** `answers`: of each firm the latest digital level it told in the filter, with the sector it had that day. */
export function answers(filter: InsightFilter): Prisma.Sql {
  return sql`
    answers as (
      select distinct on (t.firm_id) t.firm_id, t.sector_id, t.digital_level, ${stratumOf(filter)} stratum
      from (
        select c.id, c.firm_id, c.campaign_id, c.at, c.sector_id, c.digital_level from call c
        where c.digital_level is not null and ${told(filter, 'c')}
        union all
        select v.id, v.firm_id, v.campaign_id, v.at, v.sector_id, v.digital_level from visit v
        where v.digital_level is not null and ${told(filter, 'v')}) t
        ${drawnAs(filter, 't')}
      order by t.firm_id, t.at desc, t.id desc)`
}

/** `needs`: every need said in the filter, by the day it was recorded; the firm as it was at that visit or call. */
export function needs(filter: InsightFilter): Prisma.Sql {
  const where = all([
    ...inCampaigns(filter, 'n'),
    ...inPeriod(filter, 'n.recorded_at'),
    ...byPromoter(filter, 'n.recorded_by_id'),
    sql`case when v.id is not null then ${firmIs(filter, 'v')} when c.id is not null then ${firmIs(filter, 'c')} else false end`,
  ])
  return sql`
    needs as (
      select n.firm_id, n.visit_id, n.status, n.recorded_at, n.taken_up_at, n.due_on, ${TAKEN_UP} taken_up, ${MET} met
      from need n left join visit v on v.id = n.visit_id left join call c on c.id = n.call_id where ${where})`
}

/** Services presented: of each firm and service what it said first of knowing and using it, and last of its interest. */
export function presented(filter: InsightFilter): Prisma.Sql {
  const first = (column: string) =>
    sql`(array_agg(p.${raw(column)} order by v.at, v.id) filter (where p.${raw(column)} is not null))[1]`
  return sql`${visited(filter)},
    presented as (
      select v.firm_id, p.service_id, ${first('known_before')} known, ${first('used_before')} used,
        (array_agg(p.interested order by v.at desc, v.id desc) filter (where p.interested is not null))[1] interested
      from visits v join visit_service p on p.visit_id = v.id group by 1, 2)`
}
