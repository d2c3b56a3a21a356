import 'server-only'
import type { Tx } from '@/lib/db'
import type { Cell, PlannedStratum, Stratifier } from '@/lib/draws/rules'
import { cellKey, type Frame, luck, places } from '@/lib/frames/rules'
import { NEW_ID } from '@/lib/leases/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/**
 * Gathers the firms a campaign may have, once, for the rest of the transaction: what is counted is what is then drawn. One
 * campaign gathers at a time, so that no firm enters two that are made in the same moment.
 */
export async function gatherFrame(tx: Tx, frame: Frame, by: Stratifier[]): Promise<Cell[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('campaign frame'))`
  await tx.$executeRaw`create temporary table frame (firm_id uuid, codice_fiscale text, cell text) on commit drop`
  await tx.$executeRaw`
    with ${places(frame, new Date())}
    insert into frame select f.id, f.codice_fiscale, ${cellKey(by)} from places f where f.place = 'listed'`
  return tx.$queryRaw<Cell[]>`
    select cell key, count(*)::int firms from frame group by cell order by cell collate "C"`
}

/** All firms gathered, in an order that is mixed and always the same. How many there are. */
export function listAll(tx: Tx, campaignId: string, seed: number): Promise<number> {
  return enter(tx, campaignId, seed, sql`select f.*, 'to_call' state, null::text stratum from frame f`)
}

/** The first of each stratum by their permanent random numbers, and after them its reserves. How many there are. */
export function drawStrata(tx: Tx, campaignId: string, seed: number, strata: PlannedStratum[]): Promise<number> {
  const cells = strata.flatMap(({ key, cells }) => cells.map((cell) => ({ cell: cell.key, stratum: key })))
  return enter(
    tx,
    campaignId,
    seed,
    sql`
      select f.*, case when rank <= sample then 'to_call' else 'reserve' end state from (
        select f.*, c.stratum, row_number() over (partition by c.stratum order by ${luck(seed)}) rank
        from frame f join unnest(${cells.map(({ cell }) => cell)}::text[], ${cells.map(({ stratum }) => stratum)}::text[])
          c(cell, stratum) on c.cell = f.cell) f
      join unnest(${strata.map(({ key }) => key)}::text[], ${strata.map(({ sample }) => sample)}::int[],
        ${strata.map(({ reserves }) => reserves)}::int[]) s(stratum, sample, reserves) on s.stratum = f.stratum
      where f.rank <= s.sample + s.reserves`,
  )
}

/**
 * The pool is mixed over all strata: whenever the work stops, what was called is a sample of what was drawn. Rows are
 * written in the order of the firms, in which three indexes grow at their end: half a million take 14 s instead of 20.
 */
async function enter(tx: Tx, campaignId: string, seed: number, firms: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    insert into assignment (id, campaign_id, firm_id, state, stratum, draw_order, updated_at)
    select ${NEW_ID}, ${campaignId}::uuid, f.firm_id, f.state::assignment_state, f.stratum, f.turn, now()
    from (select f.*, row_number() over (order by f.state = 'reserve', ${luck(seed)}) turn from (${firms}) f) f
    order by f.firm_id`
}

/** What the campaign was drawn from, kept for the weights of every estimate. `sectorOf`: the sector of a cell. */
export async function keepStrata(
  tx: Tx,
  campaignId: string,
  strata: PlannedStratum[],
  sectorOf: (key: string) => string | undefined,
): Promise<void> {
  const rows = strata.map(({ key, cells, frame, sample, reserves }, index) => {
    const sectors = new Set(cells.map((cell) => sectorOf(cell.key)))
    const sectorId = sectors.size === 1 ? ([...sectors][0] ?? null) : null
    return { campaignId, key, position: index, cells, sectorId, frame, sample, reserves }
  })
  await tx.campaignStratum.createMany({ data: rows })
}
