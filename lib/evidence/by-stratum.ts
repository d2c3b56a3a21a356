import { latestOf } from '@/lib/evidence/columns'
import type { Facts } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'

/**
 * Where firms are tallied: one table for all, or one for each stratum they were drawn in where the figures are weighted.
 * `campaignOf`: by firm, the serial of the campaign it is counted in.
 */
export function tablesByStratum(selection: Selection, campaignOf: (firm: number) => number, length: number) {
  const { evidence, filter } = selection
  const whole = new Uint32Array(length)
  if (!filter.weighted) return { of: () => whole, all: () => [[null, whole]] as [string | null, Uint32Array][] }
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
  return { of, all: () => [...byName] }
}

/** The stratum (its position and 1) in which the firm was drawn for the campaign, 0 for none. */
function stratumOf({ assignments }: Facts, firm: number, campaign: number): number {
  const { bits, campaign: campaigns, stratum } = assignments.columns
  const { previous } = assignments.chain
  let row = latestOf(assignments, firm)
  while (row !== 0 && (bits[row] === 0 || campaigns[row] !== campaign)) row = previous[row] as number
  return row === 0 ? 0 : (stratum[row] as number)
}
