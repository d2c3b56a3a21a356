/** Under so many answers the product shows counts and no percentages (DESIGN.md, numbers that may be shown). */
export const FEWEST_FOR_SHARE = 10

/** Under so many visits a panel says that its figures are only indicative. */
export const FEWEST_FOR_CERTAINTY = 30

/** Whether a share of `n` answers may be shown as a percentage. */
export function showShare(n: number): boolean {
  return n >= FEWEST_FOR_SHARE
}

/** Whether two intervals have a point in common: then neither share may be called the greater. */
export function overlap(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] <= other[1] && other[0] <= one[1]
}
