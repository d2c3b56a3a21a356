import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { db, type Tx } from '@/lib/db'
import { queueJob } from '@/lib/jobs'
import { readClassification } from '@/lib/register/classification'
import { sectorFinder } from '@/lib/register/sectors'
import { tidy } from '@/lib/register/tidy'
import { takeTurn } from '@/lib/register/turn'
import type { AtecoVersion } from '@/prisma/client/enums'

/** A firm that moves is written anew with all its indexes: more than a person waits for are moved by a job. */
const AT_ONCE = 5_000
/** Held by one transaction of the job: whoever saves something of these firms waits for a moment only. */
const BATCH = 5_000
/** For everybody else, between two batches. */
const PAUSE_MS = 50

/** Where firms belong: `later`, if a job still moves them. */
export type Sorted = { moved: number; later: boolean }

type Asked = Pick<Tx, '$queryRaw' | '$queryRawUnsafe' | 'sectorPrefix' | 'atecoCode' | 'atecoCrosswalk'>

/** The sector each code in use has by the stored list. The codes are few, so each is found once. */
async function sectorsOfCodes(tx: Asked) {
  const find = sectorFinder(await tx.sectorPrefix.findMany(), await readClassification(tx))
  const codes = await tx.$queryRaw<{ ateco: string | null; version: AtecoVersion | null }[]>`
    select ateco, ateco_version as version from firm group by 1, 2`
  return [
    codes.map(({ ateco }) => ateco ?? ''),
    codes.map(({ version }) => version ?? ''),
    codes.map(({ ateco, version }) => find(ateco, version)),
  ] as const
}

/** Firms whose sector is another by the stored list; one that a person corrected stays where it is. */
const MISPLACED = `from firm f
  join unnest($1::text[], $2::text[], $3::uuid[]) as found(ateco, version, sector)
    on coalesce(f.ateco, '') = found.ateco and coalesce(f.ateco_version::text, '') = found.version
  where f.sector_id <> found.sector
    and not exists (select from correction c where c.firm_id = f.id and c.field = 'sectorId')`

/** How many firms are not yet where the stored list has them; no gate. */
export async function countMisplaced(tx: Asked): Promise<number> {
  const found = await sectorsOfCodes(tx)
  const [row] = await tx.$queryRawUnsafe<{ firms: number }[]>(`select count(*)::int as firms ${MISPLACED}`, ...found)
  return row?.firms ?? 0
}

/**
 * Gives every firm the sector its ATECO code in force has by the stored list; inside the transaction of a verb that holds
 * the register. Where they are many a job does it, and `moved` says how many it will be.
 */
export async function sortFirms(tx: Tx, atOnce = AT_ONCE): Promise<Sorted> {
  const moved = await countMisplaced(tx)
  const later = moved > atOnce
  if (later) await queueJob(tx, 'sectors.sort', {})
  else if (moved > 0) {
    await tx.$executeRawUnsafe(
      `update firm set sector_id = m.sector, updated_at = now() from (select f.id, found.sector ${MISPLACED}) m
      where firm.id = m.id`,
      ...(await sectorsOfCodes(tx)),
    )
  }
  return { moved, later }
}

/** The job: waits for its turn on the register. Safe to run again. Answers how many firms it moved. */
export async function sortAll(): Promise<number> {
  const client = await takeTurn('sectors', 'wait')
  try {
    const moved = await sortInBatches(client)
    if (moved > BATCH) await tidy(client)
    return moved
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Moves firms batch by batch, each for itself, on the connection that holds the turn: whoever works on one of them waits
 * for a moment. One whose activity or sector a person changes meanwhile is left to that.
 */
export async function sortInBatches(client: Client): Promise<number> {
  await client.query(
    `create temp table misplaced as
      select (row_number() over ())::int as place, f.id, f.sector_id as was, found.* ${MISPLACED}`,
    [...(await sectorsOfCodes(db))],
  )
  const { rows } = await client.query('select count(*)::int as firms from misplaced')
  await client.query('create unique index on misplaced (place); analyze misplaced')
  let moved = 0
  for (let from = 0; from < rows[0].firms; from += BATCH) {
    const { rowCount } = await client.query(
      `update firm f set sector_id = m.sector, updated_at = now() from misplaced m
      where m.place > $1 and m.place <= $2 and f.id = m.id and f.sector_id = m.was
        and coalesce(f.ateco, '') = m.ateco and coalesce(f.ateco_version::text, '') = m.version
        and not exists (select from correction c where c.firm_id = f.id and c.field = 'sectorId')`,
      [from, from + BATCH],
    )
    moved += rowCount ?? 0
    await sleep(PAUSE_MS)
  }
  await client.query('drop table misplaced')
  return moved
}
