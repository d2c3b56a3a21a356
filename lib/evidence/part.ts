/** Which firms a copy keeps: those of every so many, by their serials from 1. Other parts keep the others. */
export type Part = { index: number; of: number }
export const WHOLE: Part = { index: 0, of: 1 }

/**
 * SQL: whether a firm `f` is kept, and at which place from 1: those kept lie one beside the other. Of one part all are, said
 * so that PostgreSQL knows it and does not expect few.
 */
export const isIn = ({ index, of }: Part) => (of === 1 ? 'true' : `(f.serial - 1) % ${of} = ${index}`)
export const placeOf = ({ of }: Part) => `(f.serial - 1) / ${of} + 1`
/** The same of any firm: 0 for those of other parts. */
export const placeOrNone = (part: Part) => `case when ${isIn(part)} then ${placeOf(part)} else 0 end`

/** The place of a firm, 0 where it is in another part; and back. */
export const placeAt = ({ index, of }: Part, serial: number) =>
  (serial - 1) % of === index ? Math.floor((serial - 1) / of) + 1 : 0
export const serialAt = ({ index, of }: Part, place: number) => (place - 1) * of + index + 1
