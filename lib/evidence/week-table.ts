/** All weeks that two bytes can count, from `FIRST_MONDAY` both ways. */
const WEEKS = 2 ** 16
const MIDDLE = WEEKS / 2
export const NO_WEEK = -MIDDLE

/** How much there was in each week. */
export const emptyWeeks = () => new Uint32Array(WEEKS)
export const placeOfWeek = (week: number) => week + MIDDLE
export const weekAt = (place: number) => place - MIDDLE
