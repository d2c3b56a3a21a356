import type { Heat } from '@/components/charts/heat-table'
import { short } from '@/lib/insight/figures'
import { type Found, foundOr, type NeedTypeRow, type SectorRow, shadeOf } from '@/lib/ranking/rules'
import { showShare } from '@/lib/statistics/showing'
/** What a cell of `n` visited firms is shaded by; nobody there asks for it where nothing was found. */
export function heatOf(n: number, found?: Found): Heat {
  if (!showShare(n)) return null
  const { share, interval } = foundOr(n, found)
  const [low, high] = interval ?? [0, 0]
  return [shadeOf(share ?? 0), short(share ?? 0), short(low), short(high)]
}

/** A sector's cells in the order of the types. */
export const heatsOf = (row: SectorRow, types: NeedTypeRow[]): Heat[] =>
  types.map(({ id }) => heatOf(row.visited, row.shares.get(id)))
