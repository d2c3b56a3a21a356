/**
 * The median of whole numbers from 0, of which `counts[value]` each; between the two in the middle of an even number, as
 * PostgreSQL's `percentile_cont(0.5)`. Null where there are none.
 */
export function medianOf(counts: readonly number[]): number | null {
  const n = counts.reduce((sum, some) => sum + some, 0)
  if (n === 0) return null
  const valueAt = (place: number) => {
    let before = 0
    return counts.findIndex((some) => {
      before += some
      return before > place
    })
  }
  return (valueAt((n - 1) >> 1) + valueAt(n >> 1)) / 2
}
