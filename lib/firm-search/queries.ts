import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { firmWhere, PAGE_SIZE } from '@/lib/firm-search/rules'
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

/**
 * One page of the found firms by name, and how many there are in all, counted to `COUNT_LIMIT` + 1. `campaign` is the
 * one whose state is shown beside each firm.
 */
export async function searchFirms(filter: FirmFilter, campaign?: string) {
  await gate('firms.read')
  const { total, ids } = await pageOf(filter)
  const rows = ids.length ? await rowsOf(ids.slice(0, PAGE_SIZE), campaign) : []
  const last = ids.length > PAGE_SIZE ? rows.at(-1) : undefined
  return { total, rows, next: last && `${last.searchName}.${last.id}` }
}

/**
 * Few hits are gathered and sorted; many are met soon enough on a walk along the names. Left to itself, PostgreSQL
 * walks the names for rare terms too (155 ms among 500,000 firms), since it cannot know how rare a fragment is.
 */
async function pageOf(filter: FirmFilter): Promise<{ total: number; ids: string[] }> {
  const where = firmWhere(filter)
  const [name, id] = filter.after?.split('.') ?? []
  const beyond = id ? sql`(f.search_name, f.id) > (${name}, ${id}::uuid)` : sql`true`
  const order = sql`order by f.search_name, f.id limit ${PAGE_SIZE + 1}`
  const walk = async () => {
    const rows = await db.$queryRaw<{ id: string }[]>`select f.id from firm f where ${where} and ${beyond} ${order}`
    return { total: COUNT_LIMIT + 1, ids: rows.map((row) => row.id) }
  }
  if (where.sql === 'true' && (await surelyMany())) return walk()
  const [few] = await db.$queryRaw<{ total: number; ids: string[] }[]>`
    with hit as materialized (select f.id, f.search_name from firm f where ${where} limit ${COUNT_LIMIT + 1}),
    counted as (select count(*)::int as total from hit)
    select total, array(
      select f.id from hit f where total <= ${COUNT_LIMIT} and ${beyond} ${order}
    ) as ids from counted`
  return few && few.total <= COUNT_LIMIT ? few : walk()
}

/** By the server's own estimate of the table, which spares the unfiltered list a count on every page. */
async function surelyMany(): Promise<boolean> {
  const [table] = await db.$queryRaw<{ many: boolean }[]>`
    select reltuples > ${COUNT_LIMIT * 2} as many from pg_class where oid = 'firm'::regclass`
  return table?.many ?? false
}

function rowsOf(ids: string[], campaign?: string) {
  return db.$queryRaw<FoundFirm[]>`
    select f.id, f.name, f.search_name as "searchName", f.ateco, f.activity, s.name_it as "sectorIt",
      s.name_en as "sectorEn", coalesce(m.name, f.municipality_name) as municipality, f.province,
      coalesce(f.employees_dependent + f.employees_independent, f.employees_dependent, f.employees_independent) as employees, f.size_class as "sizeClass", f.status,
      f.young, f.female, f."foreign", f.do_not_contact_since as "doNotContactSince",
      f.privacy_notice_at as "privacyNoticeAt", a.state as "campaignState",
      exists (select 1 from firm_phone p where p.firm_id = f.id and p.struck_at is null and p.e164 is not null) as dialable
    from firm f
    join sector s on s.id = f.sector_id
    left join municipality m on m.istat_code = f.municipality_code
    left join assignment a on a.firm_id = f.id and a.campaign_id = ${campaign ?? null}::uuid
    where f.id = any(${ids}::uuid[])
    order by f.search_name, f.id`
}

/** What the filters offer: sectors in their order, municipalities by name. */
export const filterChoices = cache(async () => {
  await gate('firms.read')
  const [sectors, municipalities] = await Promise.all([
    db.sector.findMany({ orderBy: { position: 'asc' }, select: { id: true, nameIt: true, nameEn: true } }),
    db.municipality.findMany({ orderBy: { name: 'asc' }, select: { istatCode: true, name: true } }),
  ])
  return { sectors, municipalities }
})
