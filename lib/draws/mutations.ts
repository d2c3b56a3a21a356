import 'server-only'
import type { Tx } from '@/lib/db'
import { type Cell, planDraw, valuesOf } from '@/lib/draws/rules'
import type { DrawDesign } from '@/lib/draws/schema'
import { drawStrata, keepStrata } from '@/lib/frames/mutations'
import { Refusal } from '@/lib/refusal'

/**
 * Draws a campaign's firms and their reserves from the gathered frame, in the transaction that makes it, and keeps the
 * strata. How many firms are to be called. Throws `Refusal('noFirms' | 'tooManyStrata' | 'drawTooLarge' | 'drawTooSmall')`.
 */
export async function drawFirms(
  tx: Tx,
  { id, seed }: { id: string; seed: number },
  cells: Cell[],
  design: DrawDesign,
): Promise<number> {
  const shares = design.allocation === 'optimal' ? await knownShares(tx) : new Map<string, number>()
  const { strata, problem } = planDraw(cells, design, (key) => shares.get(valuesOf(key, design.by).sector ?? ''))
  if (problem) throw new Refusal(problem.key, { most: problem.most, least: problem.least })
  await keepStrata(tx, id, strata, (key) => valuesOf(key, design.by).sector)
  await drawStrata(tx, id, seed, strata)
  return strata.reduce((sum, { sample }) => sum + sample, 0)
}

/** So many firms of a sector were visited before their answers say how mixed it is; and never quite certain. */
const FEWEST_VISITED = 30
const [LOWEST, HIGHEST] = [0.1, 0.9]

/** By sector, the share of the firms visited in the last campaign that named its commonest need. */
export async function knownShares(tx: Pick<Tx, '$queryRaw'>): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ sectorId: string; visited: number; named: number }[]>`
    with last as (select campaign_id id from visit group by 1 order by max(at) desc limit 1),
    commonest as (
      select need_type_id id from need where campaign_id = (select id from last)
      group by 1 order by count(distinct firm_id) desc, 1 limit 1)
    select v.sector_id "sectorId", count(distinct v.firm_id)::int visited, count(distinct n.firm_id)::int named
    from visit v left join need n on n.firm_id = v.firm_id and n.campaign_id = v.campaign_id
      and n.need_type_id = (select id from commonest)
    where v.campaign_id = (select id from last) group by 1`
  const enough = rows.filter(({ visited }) => visited >= FEWEST_VISITED)
  return new Map(
    enough.map(({ sectorId, visited, named }) => {
      return [sectorId, Math.min(HIGHEST, Math.max(LOWEST, named / visited))]
    }),
  )
}
