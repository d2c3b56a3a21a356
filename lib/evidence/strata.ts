import { answers } from '@/lib/evidence/levels'
import type { Selection } from '@/lib/evidence/selection'
import { visitsSaid } from '@/lib/evidence/visits-said'

/** Strata of the one campaign selected, with how many firms of each were visited and how many told their digital level. */
export function countStrata(selection: Selection) {
  const { facts, lists } = selection.evidence
  const campaign = lists.campaigns.serials.get(selection.filter.campaign[0] ?? '') ?? 0
  const rows = (lists.strata.get(campaign) ?? []).map((stratum) => ({ ...stratum, visited: 0, answered: 0 }))
  if (!rows.length) return []
  const byPosition = new Map(rows.map((row) => [row.position + 1, row]))
  const { last } = visitsSaid(selection)
  const told = answers(selection)
  const { bits, campaign: campaigns, stratum, firm } = facts.assignments.columns
  for (let assignment = 1; assignment < facts.assignments.n; assignment++) {
    if (bits[assignment] === 0 || campaigns[assignment] !== campaign) continue
    const row = byPosition.get(stratum[assignment] as number)
    const of = firm[assignment] as number
    if (row && last[of] !== 0) row.visited++
    if (row && told[of] !== 0) row.answered++
  }
  return rows.map(({ key, frame, visited, answered }) => ({ key, frame, visited, answered }))
}
