import 'server-only'
import { type AtecoTitle, atecoTitles } from '@/lib/ateco/queries'
import { db } from '@/lib/db'
import { readClassification } from '@/lib/register/classification'
import { sectorFinder } from '@/lib/register/sectors'
import { countMisplaced } from '@/lib/register/sort'
import { sectorsIn, versionOf } from '@/lib/sectors/mutations'
import { checkSectors, prefixesOf } from '@/lib/sectors/rules'
import type { SectorList } from '@/lib/sectors/schema'
import { gate } from '@/lib/session'
import type { AtecoVersion } from '@/prisma/client/enums'

/** The list with the firms of each sector today, and the version the draft sends back. */
export async function sectorsToEdit() {
  await gate('chamber.write')
  const [list, counts] = await Promise.all([
    sectorsIn(db),
    db.$queryRaw<{ id: string; firms: number }[]>`
      select sector_id as id, count(*)::int as firms from firm group by sector_id`,
  ])
  const firms = new Map(counts.map(({ id, firms }) => [id, firms]))
  const sectors = list.sectors.map((sector) => ({ ...sector, firms: firms.get(sector.id) ?? 0 }))
  return { restId: list.restId, sectors, version: versionOf(list) }
}

/** Firms that a job has still to move to their sector; 0 where none is at it. */
export async function firmsStillMoving(): Promise<number> {
  await gate('chamber.write')
  const [job] = await db.$queryRaw<{ waiting: boolean }[]>`
    select exists (select from pgboss.job where name = 'sectors.sort' and state in ('created', 'retry', 'active')) as waiting`
  return job?.waiting ? await countMisplaced(db) : 0
}

export type Move = {
  fromId: string
  toId: string
  firms: number
  /** The codes most of them have, and how many codes there are in all. */
  codes: { ateco: string | null; version: AtecoVersion | null; firms: number; title: AtecoTitle | null }[]
  codesInAll: number
  examples: { id: string; name: string }[]
}
type Untold = Omit<Move, 'codes' | 'examples'> & { codes: Omit<Move['codes'][number], 'title'>[] }
export type Moves = { moves: Move[]; moved: number; unknownPrefixes: string[] }

const SHOWN = { moves: 40, codes: 4, examples: 3 }

/**
 * What a draft would move, most firms first; nothing is written. `unknownPrefixes` are those with which no code of the
 * loaded classification begins. Refuses what `changeSectors` would refuse of the list.
 */
export async function sectorMoves(draft: SectorList): Promise<Moves> {
  await gate('chamber.write')
  checkSectors(draft)
  const classification = await readClassification(db)
  const find = sectorFinder(prefixesOf(draft), classification)
  const groups = await db.$queryRaw<
    { ateco: string | null; version: AtecoVersion | null; id: string; firms: number }[]
  >`
    select f.ateco, f.ateco_version as version, f.sector_id as id, count(*)::int as firms from firm f
    where not exists (select from correction c where c.firm_id = f.id and c.field = 'sectorId')
    group by 1, 2, 3 order by firms desc, 1`
  const moving = groups.flatMap((group) => {
    const toId = find(group.ateco, group.version)
    return toId === group.id ? [] : [{ ...group, toId }]
  })
  const byPair = [...Map.groupBy(moving, ({ id, toId }) => `${id} ${toId}`).values()]
  const moves = byPair.flatMap((codes) => {
    const [first] = codes
    const firms = codes.reduce((sum, code) => sum + code.firms, 0)
    return first ? [{ fromId: first.id, toId: first.toId, firms, codes, codesInAll: codes.length }] : []
  })
  const most = moves.sort((a, b) => b.firms - a.firms).slice(0, SHOWN.moves)
  const shown = most.map((move) => ({ ...move, codes: move.codes.slice(0, SHOWN.codes) }))
  const digits = [...classification.codes2025].map((code) => code.replaceAll('.', ''))
  const known = (prefix: string) => digits.length === 0 || digits.some((code) => code.startsWith(prefix))
  return {
    moves: await Promise.all(shown.map(told)),
    moved: moving.reduce((sum, { firms }) => sum + firms, 0),
    unknownPrefixes: draft.sectors.flatMap(({ prefixes }) => prefixes).filter((prefix) => !known(prefix)),
  }
}

/** With the titles of its codes and some firms of the commonest one. */
async function told(move: Untold): Promise<Move> {
  const [titles, examples] = await Promise.all([atecoTitles(move.codes), examplesOf(move)])
  return { ...move, examples, codes: move.codes.map((code, i) => ({ ...code, title: titles[i] ?? null })) }
}

async function examplesOf({ fromId, codes }: Untold) {
  const { ateco = null, version = null } = codes[0] ?? {}
  return await db.firm.findMany({
    where: { sectorId: fromId, ateco, atecoVersion: version },
    select: { id: true, name: true },
    orderBy: [{ searchName: 'asc' }, { id: 'asc' }],
    take: SHOWN.examples,
  })
}
