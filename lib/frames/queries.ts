import 'server-only'
import { db } from '@/lib/db'
import type { Cell, Stratifier } from '@/lib/draws/rules'
import { cellKey, type Frame, type Place, places } from '@/lib/frames/rules'
import { gate } from '@/lib/session'

const NONE: Record<Place, number> = {
  listed: 0,
  ceased: 0,
  notActive: 0,
  doNotContact: 0,
  noPhone: 0,
  coolOff: 0,
  otherCampaign: 0,
}

/**
 * How many firms a new campaign could have, how many it leaves out by reason, and the cells they fall into when divided
 * by `by`: one look at the register.
 */
export async function frameOf(
  frame: Frame,
  by: Stratifier[] = [],
): Promise<{ counts: Record<Place, number>; cells: Cell[] }> {
  await gate('campaigns.read')
  const rows = await db.$queryRaw<{ place: Place; cell: string; count: number }[]>`
    with ${places(frame, new Date())}
    select f.place, case when f.place = 'listed' then ${cellKey(by)} end cell, count(*)::int count
    from places f group by 1, 2`
  const counts = { ...NONE }
  for (const { place, count } of rows) counts[place] += count
  const listed = rows.filter(({ place }) => place === 'listed')
  const cells = listed.map(({ cell, count }) => ({ key: cell, firms: count }))
  return { counts, cells: cells.sort((a, b) => (a.key < b.key ? -1 : 1)) }
}
