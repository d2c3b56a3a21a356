import { SMALL } from '@/lib/evidence/columns'

const WEEKS = Math.ceil(SMALL / 7)
export const NO_WEEK = -1

/** How much there was in each week, from that of `FIRST_MONDAY` on. */
export const emptyWeeks = () => new Uint32Array(WEEKS)
/** The week of each day: looked up faster than divided. */
export const WEEK_OF = Uint16Array.from({ length: SMALL }, (_, day) => Math.floor(day / 7))
