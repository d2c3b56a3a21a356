import type { Evidence } from '@/lib/evidence/catch-up'
import { latestOf } from '@/lib/evidence/columns'
import { type Deeds, type Facts, LEVEL_FROM } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'

/**
 * Where firms are tallied: one table for all, or one for each stratum they were drawn in where the figures are weighted.
 * `campaignOf`: by firm, the serial of the campaign it is counted in.
 */
export function tablesByStratum(selection: Selection, campaignOf: (firm: number) => number, length: number) {
  const { evidence, filter } = selection
  const whole = new Uint32Array(length)
  if (!filter.weighted) return { whole, of: () => whole, all: () => [[null, whole]] as [string | null, Uint32Array][] }
  /** Strata of two campaigns that have the same name are one. */
  const byName = new Map<string | null, Uint32Array>([[null, whole]])
  const tables = new Map<number, Uint32Array>([[0, whole]])
  const tableOf = (campaign: number, stratum: number) => {
    const drawn = evidence.lists.strata.get(campaign)?.find(({ position }) => position + 1 === stratum)
    const name = drawn?.key ?? null
    const table = byName.get(name) ?? new Uint32Array(length)
    byName.set(name, table)
    return table
  }
  /** Only strata have a campaign: the firms of none are together. */
  const of = (firm: number) => {
    const campaign = campaignOf(firm)
    const stratum = stratumOf(evidence.facts, firm, campaign)
    const key = stratum ? campaign * 65_536 + stratum : 0
    const table = tables.get(key) ?? tableOf(campaign, stratum)
    tables.set(key, table)
    return table
  }
  return { whole: null, of, all: () => [...byName] }
}

/** The stratum (its position and 1) in which the firm was drawn for the campaign, 0 for none. */
function stratumOf({ assignments }: Facts, firm: number, campaign: number): number {
  const assignment = find(assignments, firm, campaign)
  return assignment === 0 ? 0 : (assignments.columns.stratum[assignment] as number)
}

/** The firm's latest row for the campaign, 0 for none. */
function find(table: Facts['assignments'] | Deeds, firm: number, campaign: number): number {
  const { bits, campaign: campaigns } = table.columns
  const { previous } = table.chain
  let row = latestOf(table, firm)
  while (row !== 0 && (bits[row] === 0 || campaigns[row] !== campaign)) row = previous[row] as number
  return row
}

/** Strata of a campaign, with how many firms of each were visited and how many told their digital level. */
export function countStrata({ facts, lists }: Evidence, campaignId: string) {
  const campaign = lists.campaigns.serials.get(campaignId) ?? 0
  const rows = (lists.strata.get(campaign) ?? []).map((stratum) => ({ ...stratum, visited: 0, answered: 0 }))
  if (!rows.length) return []
  const byPosition = new Map(rows.map((row) => [row.position + 1, row]))
  for (let firm = 1; firm < facts.firms.n; firm++) {
    const row = byPosition.get(stratumOf(facts, firm, campaign))
    if (!row) continue
    if (find(facts.visits, firm, campaign) !== 0) row.visited++
    if (answered(facts.visits, firm, campaign) || answered(facts.calls, firm, campaign)) row.answered++
  }
  return rows.map(({ key, frame, visited, answered }) => ({ key, frame, visited, answered }))
}

/** Whether the firm told its digital level for the campaign. */
function answered({ n, columns, chain }: Deeds, firm: number, campaign: number): boolean {
  const { bits, campaign: campaigns } = columns
  let row = latestOf({ n, chain }, firm)
  while (row !== 0 && (campaigns[row] !== campaign || (((bits[row] as number) >> LEVEL_FROM) & 3) === 0)) {
    row = chain.previous[row] as number
  }
  return row !== 0
}
