import { db } from '@/lib/db'
import type { NeedTotals } from '@/lib/insight/queries'
import type { Reach } from '@/lib/insight/rules'
import type { BehindInput, InsightFilter } from '@/lib/insight/schema'
import type { Presented } from '@/lib/presented/rules'
import { dayOf } from '@/lib/today/rules'
import type { Week } from '@/lib/trend/rules'
import type { StratumCount } from '@/lib/weighting/rules'
import { Prisma } from '@/prisma/client/client'
import { behind } from './behind-in-sql'
import { answers, asked, firmIs, needs, presented, reach, SPOKEN, told, visited } from './evidence-in-sql'

const { sql } = Prisma
const SETS = sql`
  sector_id as "sectorId", size_class::text as "sizeClass", municipality_code as "municipalityCode", young, female, "foreign",
  grouping(sector_id, size_class, municipality_code, young, female, "foreign")::int as "set", count(*)::int firms`
const BY = sql`group by grouping sets ((sector_id), (size_class), (municipality_code), (young), (female), ("foreign"), ())`

/** Whole hours; as many are not told apart from more. */
const WAITED = sql`least(greatest(floor(extract(epoch from taken_up_at - recorded_at) / 3600), 0), 32766)`

/** Each aggregate of the insight page said in SQL, straight over the tables: the model that the copy in memory must equal. */
export const IN_SQL = {
  reach: async (filter: InsightFilter) => {
    const [row] = await db.$queryRaw<[Reach]>(sql`
      with ${reach(filter)}
      select count(*)::int listed,
        (count(*) filter (where tried))::int tried,
        (count(*) filter (where contacted))::int contacted,
        (count(*) filter (where appointment))::int appointment,
        (count(*) filter (where visited))::int visited,
        (count(*) filter (where with_needs))::int as "withNeeds",
        (count(*) filter (where taken_up))::int as "takenUp",
        (count(*) filter (where met))::int met
      from reach`)
    return row
  },
  totals: async (filter: InsightFilter, now: Date) => {
    const [row] = await db.$queryRaw<[NeedTotals]>(sql`
      with ${needs(filter)}
      select count(*)::int recorded,
        count(distinct firm_id)::int firms,
        count(visit_id)::int as "atVisits",
        (count(*) filter (where taken_up))::int as "takenUp",
        (count(*) filter (where met))::int met,
        (count(*) filter (where status not in ('met','not_met','withdrawn') and due_on < ${dayOf(now)}::date))::int overdue,
        (percentile_cont(0.5) within group (order by ${WAITED}) filter (where taken_up_at is not null) / 24)::float
          as "daysToTakeUp"
      from needs`)
    return row
  },
  register: async (filter: InsightFilter) => {
    const [row] = await db.$queryRaw<[{ total: number; described: number }]>(sql`
      select count(*)::int total, (count(*) filter (where ${firmIs(filter, 'f')}))::int described
      from firm f where status = 'active'`)
    return row
  },
  cells: (filter: InsightFilter) => {
    const sets = sql`grouping sets ((stratum, need, sector_id), (stratum, need, young), (stratum, need, female), (stratum, need, "foreign"))`
    return db.$queryRaw<object[]>(sql`
      with ${visited(filter)}, ${asked(filter)},
      cells as (
        select stratum, sector_id, young, female, "foreign", null::uuid need from firms
        union all
        select f.stratum, f.sector_id, f.young, f.female, f."foreign", a.need_type_id
        from asked a join firms f on f.firm_id = a.firm_id)
      select stratum, sector_id as "sectorId", young, female, "foreign", need as "needTypeId", count(*)::int firms
      from cells group by ${sets}`)
  },
  levels: (filter: InsightFilter) =>
    db.$queryRaw<object[]>(sql`
      with ${answers(filter)}
      select sector_id as "sectorId", digital_level::text as level, stratum, count(*)::int firms from answers group by 1, 2, 3`),
  weeks: (filter: InsightFilter) =>
    db.$queryRaw<Week[]>(sql`
      with ${needs(filter)},
      told as (
        select c.firm_id, date_trunc('week', c.at at time zone 'Europe/Rome')::date week, false visited, false need
        from call c where c.outcome in ${SPOKEN} and ${told(filter, 'c')}
        union all
        select v.firm_id, date_trunc('week', v.at at time zone 'Europe/Rome')::date, true, false
        from visit v where ${told(filter, 'v')}
        union all
        select firm_id, date_trunc('week', recorded_at at time zone 'Europe/Rome')::date, false, true from needs),
      counts as (
        select week, (count(distinct firm_id) filter (where not need))::int contacted,
          (count(distinct firm_id) filter (where visited))::int visited, (count(*) filter (where need))::int needs
        from told group by week)
      select to_char(w, 'YYYY-MM-DD') as monday, coalesce(contacted, 0) contacted, coalesce(visited, 0) visited,
        coalesce(needs, 0) needs
      from generate_series((select min(week) from counts)::timestamp, (select max(week) from counts), '1 week') w
        left join counts on counts.week = w::date
      order by w`),
  registerMakeup: (filter: InsightFilter) =>
    db.$queryRaw<object[]>(sql`select ${SETS} from firm f where f.status = 'active' and ${firmIs(filter, 'f')} ${BY}`),
  visitedMakeup: (filter: InsightFilter) =>
    db.$queryRaw<object[]>(sql`with ${visited(filter)} select ${SETS} from firms ${BY}`),
  presented: (filter: InsightFilter) =>
    db.$queryRaw<Presented[]>(sql`
      with ${presented(filter)}
      select s.id, s.name_it as "nameIt", s.name_en as "nameEn", count(*)::int presented,
        count(p.known)::int as "knownAsked", (count(*) filter (where p.known))::int known,
        count(p.used)::int as "usedAsked", (count(*) filter (where p.used))::int used,
        count(p.interested)::int as "interestedAsked", (count(*) filter (where p.interested))::int interested
      from presented p join service s on s.id = p.service_id
      group by s.id, s.name_it, s.name_en, s.position order by presented desc, s.position`),
  strata: (campaignId: string) =>
    db.$queryRaw<StratumCount[]>(sql`
      with seen as (
        select firm_id, true visited, digital_level is not null told from visit where campaign_id = ${campaignId}::uuid
        union all
        select firm_id, false, true from call where campaign_id = ${campaignId}::uuid and digital_level is not null),
      firms as (select firm_id, bool_or(visited) visited, bool_or(told) told from seen group by firm_id)
      select s.key, s.frame, (count(*) filter (where f.visited))::int visited,
        (count(*) filter (where f.told))::int answered
      from campaign_stratum s
        left join assignment a on a.campaign_id = s.campaign_id and a.stratum = s.key
        left join firms f on f.firm_id = a.firm_id
      where s.campaign_id = ${campaignId}::uuid
      group by s.key, s.frame, s.position order by s.position`),
  work: async (filter: InsightFilter) => {
    const [work] = await db.$queryRaw<[{ first: Date | null; last: Date | null; people: number }]>(sql`
      select min(at) first, max(at) last, count(distinct user_id)::int people from (
        select at, user_id from call c where ${told(filter, 'c')}
        union all
        select at, user_id from visit v where ${told(filter, 'v')}) work`)
    return work
  },
  behind: async (number: BehindInput) => {
    const { tables, firmIds } = behind(number)
    const rows = await db.$queryRaw<{ id: string }[]>(sql`
      with ${tables}, ids as materialized (select distinct firm_id from (${firmIds}) found)
      select f.id from ids join firm f on f.id = ids.firm_id order by f.search_name, f.id`)
    return rows.map(({ id }) => id)
  },
}
