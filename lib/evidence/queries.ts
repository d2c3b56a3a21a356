import 'server-only'
import { cache } from 'react'
import { filterBehind } from '@/lib/behind/rules'
import { db } from '@/lib/db'
import type { Counted, CountName, Rest } from '@/lib/evidence/counts'
import { figuresHere } from '@/lib/evidence/figures'
import type { BehindInput, InsightFilter } from '@/lib/insight/schema'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

/** All panels of one request see the same: what was saved before it came. */
const stateOfRequest = cache(() => figuresHere().state())

/** One of the counts of `COUNTS` for a filter. */
export async function counted<N extends CountName>(
  name: N,
  filter: InsightFilter,
  ...rest: Rest<N>
): Promise<Counted<N>> {
  await gate('insight.read')
  return figuresHere().count(await stateOfRequest(), name, filter, rest)
}

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
  const serials = Array.from(await counted('behind', filterBehind(input)))
  const [name, id] = input.after?.split('.') ?? []
  const onwards = id ? Prisma.sql`and (f.search_name, f.id) > (${name}, ${id}::uuid)` : Prisma.empty
  const rows = await db.$queryRaw<FirmBehind[]>(Prisma.sql`
    select f.id, f.name, f.search_name as "searchName", coalesce(m.name, f.municipality_name) municipality,
      s.name_it as "sectorIt", s.name_en as "sectorEn"
    from firm f join sector s on s.id = f.sector_id left join municipality m on m.istat_code = f.municipality_code
    where f.serial = any(${serials}::int[]) ${onwards} order by f.search_name, f.id limit ${BEHIND_PAGE + 1}`)
  const firms = rows.slice(0, BEHIND_PAGE)
  const last = firms.at(-1)
  const next = rows.length > BEHIND_PAGE && last ? `${last.searchName}.${last.id}` : undefined
  return { firms, next, total: serials.length }
}
