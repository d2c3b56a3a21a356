import { latestOf } from '@/lib/evidence/columns'
import type { Facts } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'

/**
 * In which stratum each of these firms was drawn for the campaign it is counted in, where figures are weighted: `names`, null
 * for none, and the place among them `of` each firm, in their order. Elsewhere they are together.
 */
export function strataOf(selection: Selection, firms: Int32Array, campaigns: () => Uint16Array) {
  const { evidence, filter } = selection
  const of = new Uint16Array(firms.length)
  /** Strata of two campaigns that have the same name are one. */
  const names: (string | null)[] = [null]
  if (!filter.weighted) return { names, of }
  /** By campaign and stratum; only strata have a campaign: the firms of none are together. */
  const places = new Map<number, number>([[0, 0]])
  const placeOf = (campaign: number, stratum: number) => {
    const name = evidence.lists.strata.get(campaign)?.find(({ position }) => position + 1 === stratum)?.key ?? null
    const place = names.indexOf(name)
    return place < 0 ? names.push(name) - 1 : place
  }
  const campaignOf = campaigns()
  for (let i = 0; i < firms.length; i++) {
    const firm = firms[i] as number
    const campaign = campaignOf[i] as number
    const stratum = stratumOf(evidence.facts, firm, campaign)
    const key = stratum ? campaign * 65_536 + stratum : 0
    const place = places.get(key) ?? placeOf(campaign, stratum)
    places.set(key, place)
    of[i] = place
  }
  return { names, of }
}

/** The stratum (its position and 1) in which the firm was drawn for the campaign, 0 for none. */
function stratumOf({ assignments }: Facts, firm: number, campaign: number): number {
  const { bits, campaign: campaigns, stratum } = assignments.columns
  const { previous } = assignments.chain
  let row = latestOf(assignments, firm)
  while (row !== 0 && (bits[row] === 0 || campaigns[row] !== campaign)) row = previous[row] as number
  return row === 0 ? 0 : (stratum[row] as number)
}
