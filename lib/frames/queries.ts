import 'server-only'
import { db } from '@/lib/db'
import type { Cell, Stratifier } from '@/lib/draws/rules'
import { firmFilter } from '@/lib/firms/schema'
import { type Frame, type Place, places, placesCounted } from '@/lib/frames/rules'
import { gate } from '@/lib/session'

const NONE: Record<Place, number> = {
  listed: 0,
  ceased: 0,
  notActive: 0,
  doNotContact: 0,
  noPhone: 0,
  opposed: 0,
  coolOff: 0,
  otherCampaign: 0,
}

export type CountedFrame = {
  counts: Record<Place, number>
  cells: Cell[]
  /** Sectors of the cells' `bySector`; none where the cells are of one sector each. */
  sectors: string[]
}

type Counted = { place: Place; cell: string; sectorId: string; count: number }

/**
 * How many firms a new campaign could have, how many it leaves out by reason, and the cells they fall into when divided
 * by `by`, each with its firms by sector: one look at the register.
 */
export async function frameOf(frame: Frame, by: Stratifier[] = []): Promise<CountedFrame> {
  await gate('campaigns.read')
  const rows = await db.$queryRaw<Counted[]>(placesCounted(frame, by, new Date()))
  const counts = { ...NONE }
  for (const { place, count } of rows) counts[place] += count
  const listed = rows.filter(({ place }) => place === 'listed')
  const sectors = by.includes('sector') ? [] : [...new Set(listed.map(({ sectorId }) => sectorId))].sort()
  const cells = [...Map.groupBy(listed, ({ cell }) => cell)].map(([key, own]): Cell => {
    const firms = own.reduce((sum, { count }) => sum + count, 0)
    if (!sectors.length) return { key, firms }
    const of = new Map(own.map(({ sectorId, count }) => [sectorId, count]))
    return { key, firms, bySector: sectors.map((sectorId) => of.get(sectorId) ?? 0) }
  })
  return { counts, cells: cells.sort((a, b) => (a.key < b.key ? -1 : 1)), sectors }
}

export type CodesFound = {
  counts: Record<Place, number>
  /** Codes no firm of the register has, and firms left out with their reason: the first hundred of each. */
  missing: string[]
  out: { code: string; name: string; place: Place }[]
}

/** What became of a list of tax codes, before a campaign is made of it. */
export async function lookUpCodes(codes: string[], coolOffMonths: number): Promise<CodesFound> {
  const { counts } = await frameOf({ filter: NO_FILTER, codes, coolOffMonths })
  const [missing, out] = await Promise.all([
    db.$queryRaw<{ code: string }[]>`
      select code from unnest(${codes}::text[]) code
      where not exists (select from firm f where f.codice_fiscale = code)
        and not exists (select from firm f where f.partita_iva = code) limit ${MOST_SHOWN}`,
    db.$queryRaw<CodesFound['out']>`
      with ${places({ filter: NO_FILTER, codes, coolOffMonths }, new Date())}
      select f.codice_fiscale code, firm.name, f.place from places f join firm on firm.id = f.id
      where f.place <> 'listed' order by firm.name, f.id limit ${MOST_SHOWN}`,
  ])
  return { counts, missing: missing.map(({ code }) => code), out }
}

const MOST_SHOWN = 100
const NO_FILTER = firmFilter.parse({})
