import { SMALL } from '@/lib/evidence/columns'
import { FIRST_MONDAY } from '@/lib/evidence/facts'
import { addDays } from '@/lib/today/rules'

const WEEKS = Math.ceil(SMALL / 7)
export const NO_WEEK = -1

/** How much there was in each week, from that of `FIRST_MONDAY` on. */
export const emptyWeeks = () => new Uint32Array(WEEKS)
/** Their names. */
export const MONDAYS = Array.from({ length: WEEKS }, (_, week) => addDays(FIRST_MONDAY, week * 7))
/** The week of a day that is a `small`: a division by 7 (37,450 / 2¹⁸ is as near as 32,767 days need), without dividing. */
export const weekOf = (day: number) => (day * 37_450) >>> 18
