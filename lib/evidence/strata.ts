import type { Evidence } from '@/lib/evidence/catch-up'
import { LEVEL_FROM } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'

/**
 * Where firms are tallied: one table for all, or one for each stratum they were drawn in where the figures are weighted.
 * `campaignOf`: by firm, the serial of the campaign it is counted in.
 */
export function tablesByStratum(selection: Selection, campaignOf: (firm: number) => number, length: number) {
  const { evidence, filter } = selection
  const whole = new Uint32Array(length)
  if (!filter.weighted) return { whole, of: () => whole, all: () => [[null, whole]] as [string | null, Uint32Array][] }
  const strata = strataOf(evidence, campaignOf)
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
    const stratum = strata[firm] as number
    const campaign = campaignOf(firm)
    const key = stratum ? campaign * 65_536 + stratum : 0
    const table = tables.get(key) ?? tableOf(campaign, stratum)
    tables.set(key, table)
    return table
  }
  return { whole: null, of, all: () => [...byName] }
}

/** By firm: the stratum (its position and 1) it was drawn in for that campaign, 0 for none. */
function strataOf({ facts }: Evidence, campaignOf: (firm: number) => number): Int16Array {
  const { bits, firm, campaign, stratum } = facts.assignments.columns
  const strata = new Int16Array(facts.firms.n)
  for (let i = 1; i < facts.assignments.n; i++) {
    const of = firm[i] as number
    if (bits[i] !== 0 && campaignOf(of) === campaign[i]) strata[of] = stratum[i] as number
  }
  return strata
}

const [VISITED, ANSWERED] = [1, 2]

/** Strata of a campaign, with how many firms of each were visited and how many told their digital level. */
export function countStrata({ facts, lists }: Evidence, campaignId: string) {
  const campaign = lists.campaigns.serials.get(campaignId) ?? 0
  const seen = new Uint8Array(facts.firms.n)
  const meet = ({ n, columns }: typeof facts.calls | typeof facts.visits, as: number) => {
    for (let i = 1; i < n; i++) {
      const was = columns.bits[i] as number
      if (was === 0 || columns.campaign[i] !== campaign) continue
      ;(seen[columns.firm[i] as number] as number) |= as | ((was >> LEVEL_FROM) & 3 ? ANSWERED : 0)
    }
  }
  meet(facts.visits, VISITED)
  meet(facts.calls, 0)
  const rows = (lists.strata.get(campaign) ?? []).map((stratum) => ({ ...stratum, visited: 0, answered: 0 }))
  const byPosition = new Map(rows.map((row) => [row.position + 1, row]))
  const { bits, firm, campaign: of, stratum } = facts.assignments.columns
  for (let i = 1; i < facts.assignments.n; i++) {
    if (bits[i] === 0 || of[i] !== campaign) continue
    const row = byPosition.get(stratum[i] as number)
    const met = seen[firm[i] as number] as number
    if (row && met & VISITED) row.visited++
    if (row && met & ANSWERED) row.answered++
  }
  return rows.map(({ key, frame, visited, answered }) => ({ key, frame, visited, answered }))
}
