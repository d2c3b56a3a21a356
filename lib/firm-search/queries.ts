import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { firmWhere, namesAlone, PAGE_SIZE } from '@/lib/firm-search/rules'
import type { FirmFilter } from '@/lib/firms/schema'
import { COUNT_LIMIT } from '@/lib/format'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'
import type { AssignmentState, RegisterStatus, SizeClass } from '@/prisma/client/enums'

const { sql } = Prisma

export type FoundFirm = {
  id: string
  name: string
  searchName: string
  ateco: string | null
  activity: string | null
  sectorIt: string
  sectorEn: string
  municipality: string | null
  province: string | null
  employees: number | null
  sizeClass: SizeClass
  status: RegisterStatus
  young: boolean
  female: boolean
  foreign: boolean
  doNotContactSince: Date | null
  privacyNoticeAt: Date | null
  dialable: boolean
  campaignState: AssignmentState | null
}

/** A firm of the page, or none where there is no firm on it; how many there are in all comes with each. */
type Found = { total: number } & (FoundFirm | { id: null })

/**
 * One page of the found firms by name, and how many there are in all, counted to `COUNT_LIMIT` + 1. `campaign` is the
 * one whose state is shown beside each firm.
 *
 * Hits are gathered by name, as many as are counted, and the first page is the first of them. Asked for one page alone,
 * PostgreSQL walks along the names for rare terms too (155 ms among 500,000 firms), since it cannot know how rare a
 * fragment is; asked for so many it walks where they are met soon enough, and else sorts what the index finds. Words of
 * a name alone are looked for among the names alone (lib/decisions/030).
 */
export async function searchFirms(filter: FirmFilter, campaign?: string) {
  await gate('firms.read')
  const where = firmWhere(filter)
  const alone = namesAlone(filter)
  const matching = alone ? sql`firm_name f where ${alone}` : sql`firm f where ${where}`
  const [name, id] = filter.after?.split('.') ?? []
  const beyond = id ? sql`(f.search_name, f.id) > (${name}, ${id}::uuid)` : sql`true`
  const order = sql`order by f.search_name, f.id limit ${PAGE_SIZE + 1}`
  const walk = (total: Prisma.Sql) =>
    pageOf(
      sql`counted as (select ${total} total),
    page as materialized (select f.id from ${matching} and ${beyond} ${order})`,
      campaign,
    )
  const gather = () =>
    pageOf(
      sql`hit as materialized (
      select f.id, f.search_name from ${matching} order by f.search_name, f.id limit ${COUNT_LIMIT + 1}),
    counted as (select count(*)::int total from hit),
    page as materialized (
      select f.id from hit f where ${id ? sql`(select total from counted) <= ${COUNT_LIMIT}` : sql`true`} and ${beyond}
      ${order})`,
      campaign,
    )
  const MANY = sql`${COUNT_LIMIT + 1}::int`
  // All firms: by the server's own estimate of the table, which spares the list a count on every page.
  const all =
    where.sql === 'true'
      ? await walk(sql`(
    select case when reltuples > ${COUNT_LIMIT * 2} then ${MANY} end from pg_class where oid = 'firm'::regclass)`)
      : []
  let found = all[0]?.total ? all : await gather()
  // A later page may lie beyond the hits that were counted.
  if (id && (found[0]?.total ?? 0) > COUNT_LIMIT && found !== all) found = await walk(MANY)
  const firms = found.flatMap((row) => (row.id === null ? [] : [row]))
  const rows = firms.slice(0, PAGE_SIZE)
  const last = firms.length > PAGE_SIZE ? rows.at(-1) : undefined
  return { total: found[0]?.total ?? 0, rows, next: last && `${last.searchName}.${last.id}` }
}

/** What the list shows of the firms in `page`, and `counted` beside each; one statement. */
function pageOf(tables: Prisma.Sql, campaign?: string) {
  return db.$queryRaw<Found[]>`
    with ${tables}
    select counted.total, f.id, f.name, f.search_name as "searchName", f.ateco, f.activity, s.name_it as "sectorIt",
      s.name_en as "sectorEn", coalesce(m.name, f.municipality_name) as municipality, f.province,
      coalesce(f.employees_dependent + f.employees_independent, f.employees_dependent, f.employees_independent) as employees, f.size_class as "sizeClass", f.status,
      f.young, f.female, f."foreign", f.do_not_contact_since as "doNotContactSince",
      f.privacy_notice_at as "privacyNoticeAt", a.state as "campaignState",
      exists (select 1 from firm_phone p where p.firm_id = f.id and p.struck_at is null and p.e164 is not null) as dialable
    from counted
    left join page on true
    left join firm f on f.id = page.id
    left join sector s on s.id = f.sector_id
    left join municipality m on m.istat_code = f.municipality_code
    left join assignment a on a.firm_id = f.id and a.campaign_id = ${campaign ?? null}::uuid
    order by f.search_name, f.id`
}

type FilterChoices = {
  sectors: { id: string; nameIt: string; nameEn: string }[]
  municipalities: { istatCode: string; name: string }[]
}

/** What the filters offer: sectors in their order, municipalities by name. */
export const filterChoices = cache(async () => {
  await gate('firms.read')
  const [choices] = await db.$queryRaw<[FilterChoices]>`
    select
      (select coalesce(json_agg(json_build_object('id', id, 'nameIt', name_it, 'nameEn', name_en) order by position), '[]')
        from sector) sectors,
      (select coalesce(json_agg(json_build_object('istatCode', istat_code, 'name', name) order by name), '[]')
        from municipality) municipalities`
  return choices
})
