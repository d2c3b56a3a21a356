/** All weeks of the days that two bytes can count, from `FIRST_MONDAY` both ways. */
const BEFORE = 4682
const WEEKS = 2 * BEFORE
export const NO_WEEK = -1

/** How much there was in each week. */
export const emptyWeeks = () => new Uint32Array(WEEKS)
/** The place of the week of a day. */
export const weekOf = (day: number) => Math.floor((day + 7 * BEFORE) / 7)
/** How many days after `FIRST_MONDAY` a week begins. */
export const mondayOf = (week: number) => (week - BEFORE) * 7
