import { SMALL } from '@/lib/evidence/columns'
import { FIRST_MONDAY } from '@/lib/evidence/facts'

const WEEKS = Math.ceil(SMALL / 7)
export const NO_WEEK = -1

/** How much there was in each week, from that of `FIRST_MONDAY` on. */
export const emptyWeeks = () => new Uint32Array(WEEKS)
const WEEK_MS = 7 * 86_400_000
/** Their names. Not by `addDays`: so many would take a tenth of a second of each start. */
export const MONDAYS = Array.from({ length: WEEKS }, (_, week) =>
  new Date(Date.parse(FIRST_MONDAY) + week * WEEK_MS).toISOString().slice(0, 10),
)
/** The week of a day that is a `small`: a division by 7 (37,450 / 2¹⁸ is as near as 32,767 days need), without dividing. */
export const weekOf = (day: number) => (day * 37_450) >>> 18
