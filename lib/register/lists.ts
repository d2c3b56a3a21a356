import 'server-only'
import { db } from '@/lib/db'
import type { listFilter } from '@/lib/register/schema'
import { isStaged, rejectTable, stageTable } from '@/lib/register/staged'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

const PAGE = 25

/** A firm of a list, as it is known or, where it is new, as the file says it. `key` is where the next page begins. */
export type ListedFirm = {
  key: string
  firmId: string | null
  name: string
  codiceFiscale: string
  place: string | null
  changes: Record<string, [unknown, unknown]> | null
}
/** A row of the file, with what is the matter with one of its cells. */
export type ListedRow = { key: string; line: number; column: string; value: string; reason: string }

type Page<T> = { rows: T[]; next: string | null }

/** Firms behind a number of a dry run or of an import that was written, 25 a page, in the file's order or by id. */
export async function listFirms(importId: string, { kind, after }: ReturnType<typeof listFilter.parse>) {
  await gate('register.import')
  const source = (await isStaged(importId)) ? stagedFirms(importId, kind, after) : writtenFirms(importId, kind, after)
  return source ? paged(await db.$queryRaw<ListedFirm[]>(source)) : null
}

/** Rejected rows, or values that are suspicious, 25 a page, in the file's order. */
export async function listRows(importId: string, { kind, after }: ReturnType<typeof listFilter.parse>) {
  await gate('register.import')
  const table = kind === 'rejected' ? await rejectTable(importId) : stageTable(importId, 'suspicion')
  const from = Number(after) || 0
  const kept = kind === 'rejected' || (await isThere(importId))
  if (!kept) return paged<ListedRow>([])
  return paged(
    await db.$queryRaw<ListedRow[]>`select ordinal::text as key, line, "column", value, reason from ${table} t
      where ordinal > ${from} order by ordinal limit ${PAGE + 1}`,
  )
}

async function isThere(importId: string): Promise<boolean> {
  const [found] = await db.$queryRaw<{ there: boolean }[]>`
    select to_regclass(${stageTable(importId, 'suspicion').sql}) is not null as there`
  return found?.there === true
}

function paged<T extends { key: string }>(rows: T[]): Page<T> {
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? (rows[PAGE - 1]?.key ?? null) : null }
}

type Kind = ReturnType<typeof listFilter.parse>['kind']

function stagedFirms(importId: string, kind: Kind, after: string): Prisma.Sql | null {
  const [staged, verdict, difference] = ['staged', 'verdict', 'difference'].map((name) => stageTable(importId, name))
  const from = Number(after) || 0
  const firm = Prisma.sql`f.id::text as "firmId", f.name, f.codice_fiscale as "codiceFiscale",
    f.municipality_name as place`
  const page = Prisma.sql`order by v.ordinal limit ${PAGE + 1}`
  if (kind === 'new') {
    return Prisma.sql`select v.ordinal::text as key, null as "firmId", s.name, s.codice_fiscale as "codiceFiscale",
      s.municipality_name as place, null as changes from ${verdict} v join ${staged} s using (ordinal)
      where v.firm_id is null and v.ordinal > ${from} ${page}`
  }
  if (kind === 'unchanged') {
    return Prisma.sql`select v.ordinal::text as key, ${firm}, null as changes from ${verdict} v
      join firm f on f.id = v.firm_id left join ${difference} d using (ordinal)
      where (v.same or d.changes = '{}') and v.ordinal > ${from} ${page}`
  }
  if (kind === 'missing') {
    return Prisma.sql`select f.id::text as key, ${firm}, null as changes from ${stageTable(importId, 'missing')} m
      join firm f on f.id = m.firm_id where f.id > ${idAfter(after)}::uuid order by f.id limit ${PAGE + 1}`
  }
  const which = kind === 'ceased' ? Prisma.sql`v.ceases` : Prisma.sql`v.changes <> '{}' and not v.ceases`
  return Prisma.sql`select v.ordinal::text as key, ${firm}, v.changes from ${difference} v
    join firm f on f.id = v.firm_id where ${which} and v.ordinal > ${from} ${page}`
}

function writtenFirms(importId: string, kind: Kind, after: string): Prisma.Sql | null {
  const firm = Prisma.sql`f.id::text as key, f.id::text as "firmId", f.name, f.codice_fiscale as "codiceFiscale",
    f.municipality_name as place`
  const page = Prisma.sql`and f.id > ${idAfter(after)}::uuid order by f.id limit ${PAGE + 1}`
  if (kind === 'unchanged') return null
  if (kind === 'new') {
    return Prisma.sql`select ${firm}, null as changes from firm f where f.first_import_id = ${importId}::uuid ${page}`
  }
  return Prisma.sql`select ${firm}, c.changes from register_change c join firm f on f.id = c.firm_id
    where c.import_id = ${importId}::uuid and c.kind = ${kind}::register_change_kind ${page}`
}

const FIRST = '00000000-0000-0000-0000-000000000000'
const idAfter = (after: string) => (/^[0-9a-f-]{36}$/.test(after) ? after : FIRST)
