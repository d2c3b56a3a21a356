import 'server-only'
import { behind } from '@/lib/behind/rules'
import { db } from '@/lib/db'
import type { BehindInput } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

export type FirmBehind = {
  id: string
  name: string
  searchName: string
  municipality: string | null
  sectorIt: string
  sectorEn: string
}

export const BEHIND_PAGE = 50

/** The firms behind one number of the insight page, by name; `next` is the address of the page after. */
export async function firmsBehind(input: BehindInput): Promise<{ firms: FirmBehind[]; next?: string; total: number }> {
  await gate('insight.read')
  const { tables, firmIds } = behind(input)
  const [name, id] = input.after?.split('.') ?? []
  const onwards = id ? Prisma.sql`where (f.search_name, f.id) > (${name}, ${id}::uuid)` : Prisma.empty
  const rows = await db.$queryRaw<(FirmBehind & { total: number })[]>(Prisma.sql`
    with ${tables}, ids as materialized (select distinct firm_id from (${firmIds}) found)
    select f.id, f.name, f.search_name as "searchName", coalesce(m.name, f.municipality_name) municipality,
      s.name_it as "sectorIt", s.name_en as "sectorEn", (select count(*)::int from ids) total
    from ids join firm f on f.id = ids.firm_id join sector s on s.id = f.sector_id
      left join municipality m on m.istat_code = f.municipality_code
    ${onwards} order by f.search_name, f.id limit ${BEHIND_PAGE + 1}`)
  const firms = rows.slice(0, BEHIND_PAGE)
  const last = firms.at(-1)
  const next = rows.length > BEHIND_PAGE && last ? `${last.searchName}.${last.id}` : undefined
  return { firms, next, total: rows[0]?.total ?? 0 }
}
