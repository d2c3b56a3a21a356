import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { Cell, PlannedStratum, Stratifier } from '@/lib/draws/rules'
import { cellKey, type Frame, luck, luckBelow, places } from '@/lib/frames/rules'
import { NEW_ID } from '@/lib/leases/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/**
 * Gathers the firms a campaign may have, once, for the rest of the transaction: what is counted is what is then drawn. One
 * campaign gathers at a time, so that no firm enters two that are made in the same moment.
 */
export async function gatherFrame(tx: Tx, frame: Frame, by: Stratifier[]): Promise<Cell[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('campaign frame'))`
  // Half a million firms sorted in memory.
  await tx.$executeRaw`set local work_mem = '64MB'`
  // Not `insert`: only what makes a table is looked up by several processors.
  await tx.$executeRaw`
    create temporary table frame on commit drop as with ${places(frame, new Date())}
    select f.id firm_id, f.codice_fiscale, ${cellKey(by)} cell from places f where f.place = 'listed'`
  return tx.$queryRaw<Cell[]>`
    select cell key, count(*)::int firms from frame group by cell order by cell collate "C"`
}

/** All firms gathered, in an order that is mixed and always the same. How many there are. */
export function lineUpAll(tx: Tx, campaignId: string, seed: number): Promise<number> {
  return lineUp(tx, campaignId, sql`select f.firm_id, 'to_call' state, '' stratum, ${luck(seed)} luck from frame f`)
}

/**
 * The first of each stratum by their permanent random numbers, and after them its reserves. How many there are. Only
 * firms whose number lies below what so many surely need are put in order: not half a million for the sake of a few.
 */
export async function drawStrata(tx: Tx, campaignId: string, seed: number, strata: PlannedStratum[]): Promise<number> {
  const cells = strata.flatMap(({ cells }, at) => cells.map((cell) => ({ cell: cell.key, at })))
  const lined = await lineUp(
    tx,
    campaignId,
    sql`
      select f.firm_id, case when rank <= sample then 'to_call' else 'reserve' end state, f.stratum, f.luck from (
        select f.*, row_number() over (partition by f.at order by f.luck) rank from (
          select f.firm_id, ${luck(seed)} luck, s.*
          from frame f join unnest(${cells.map(({ cell }) => cell)}::text[], ${cells.map(({ at }) => at)}::int[])
              c(cell, at) on c.cell = f.cell
            join unnest(${strata.map((_, at) => at)}::int[], ${strata.map(({ key }) => key)}::text[],
              ${strata.map(({ sample }) => sample)}::int[], ${strata.map(({ reserves }) => reserves)}::int[],
              ${strata.map((one) => luckBelow(one.sample + one.reserves, one.frame))}::text[])
              s(at, stratum, sample, reserves, below) on s.at = c.at) f
        where f.luck < f.below) f
      where f.rank <= f.sample + f.reserves`,
  )
  const wanted = strata.reduce((sum, { sample, reserves }) => sum + sample + reserves, 0)
  if (lined !== wanted) throw new Error(`${lined} firms were drawn where ${wanted} were wanted`)
  return lined
}

/**
 * The pool is mixed over all strata: whenever the work stops, what was called is a sample of what was drawn. Firms are
 * lined up in batches: to put half a million on a list takes twenty seconds for its indexes and references alone, to line
 * them up one.
 */
async function lineUp(tx: Tx, campaignId: string, firms: Prisma.Sql): Promise<number> {
  await tx.$executeRaw`
    insert into campaign_batch (campaign_id, first_turn, state, firms, firm_ids, strata)
    select ${campaignId}::uuid, min(f.turn), f.state::assignment_state, count(*), array_agg(f.firm_id order by f.turn),
      array_agg(f.stratum order by f.turn)
    from (select f.*, row_number() over (order by f.state = 'reserve', f.luck) turn from (${firms}) f) f
    group by f.state, (f.turn - 1) / ${BATCH}::int`
  return waitingFirms(tx, campaignId)
}

/** So many at a time take less than half a second. */
const BATCH = 10_000

/** How many firms are lined up and not on the campaign's list yet. */
export async function waitingFirms(tx: Pick<Tx, 'campaignBatch'>, campaignId: string): Promise<number> {
  const { _sum } = await tx.campaignBatch.aggregate({ where: { campaignId }, _sum: { firms: true } })
  return _sum.firms ?? 0
}

/**
 * Puts the next batch of a campaign on its list, or the next with reserves of a stratum (as batches name it: '' for
 * none). Who asked to be left alone since it was lined up, or ceased, is on the list as such. Rows are written in the
 * order of the firms, in which three indexes grow at their end. Where somebody else puts the same batch there this
 * moment, it waits until that is done.
 */
export async function enterBatch(tx: Tx, campaignId: string, reservesOf?: string): Promise<void> {
  const which = reservesOf === undefined ? sql`true` : sql`state = 'reserve' and ${reservesOf} = any(strata)`
  await tx.$executeRaw`
    with batch as (
      delete from campaign_batch where campaign_id = ${campaignId}::uuid and first_turn = (
        select min(first_turn) from campaign_batch where campaign_id = ${campaignId}::uuid and ${which})
      returning *)
    insert into assignment (id, campaign_id, firm_id, state, stratum, draw_order, updated_at)
    select ${NEW_ID}, b.campaign_id, u.firm_id,
      case when f.do_not_contact_since is not null then 'do_not_contact'
        when f.status = 'ceased' then 'ceased' else b.state end,
      nullif(u.stratum, ''), b.first_turn + u.place - 1, now()
    from batch b, unnest(b.firm_ids, b.strata) with ordinality u(firm_id, stratum, place) join firm f on f.id = u.firm_id
    order by u.firm_id`
}

/** The job of a long list: batch after batch, each for good. Safe to begin again, and to run twice at once. */
export async function enterWaiting(campaignId: string): Promise<void> {
  while (await waitingFirms(db, campaignId)) {
    await db.$transaction((tx) => enterBatch(tx, campaignId), { timeout: 60_000 })
  }
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
