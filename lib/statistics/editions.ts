import { FEWEST_SHOWN, isNear, sum } from '@/lib/statistics/suppression'

/**
 * A line as it was told, null where it kept a cell back; `whole`: the sizes of its rows as they were told then, `all`:
 * what these add up to.
 */
export type Past = { counts: (number | null)[]; total: number; whole?: (number | null)[]; all?: number | null }

/**
 * Whether cells kept back then or now make up a sum that is known at both times, and that moved by a few firms: the
 * total less the cells told. Cells of then and now with one in common are known as one sum, else each as its own.
 */
export function movedLittle(counts: number[], hidden: boolean[], { counts: then, total }: Past): boolean {
  const were = then.map((count) => count === null)
  const both = hidden.map((is, row) => is || were[row] === true)
  const groups = hidden.some((is, row) => is && were[row]) ? [both] : [hidden, were]
  return groups.some((group) => {
    const told = (of: boolean) => sum(then.filter((_, row) => group[row] === of).map((count) => count ?? 0))
    const isWhole = then.every((count, row) => count !== null || !group[row])
    return isNear(sum(counts.filter((_, row) => group[row])), isWhole ? told(true) : total - told(false))
  })
}

/**
 * Whether a cell kept back then would be known too nearly by what is told now: counts only grow, so the others kept back
 * with it were at most what they are now, and at least what was told of them before.
 */
export function narrows(counts: number[], hidden: boolean[], past: Past, before: Past[]): boolean {
  const { counts: then, total, whole } = past
  const were = then.flatMap((count, row) => (count === null ? [row] : []))
  const left = total - sum(then.map((count) => count ?? 0))
  const room = (row: number) => Math.min(whole?.[row] ?? left, left)
  const roomNow = (row: number) => Math.min(room(row), hidden[row] ? left : (counts[row] ?? left))
  const floor = (row: number) => Math.max(0, ...before.map((one) => one.counts[row] ?? 0))
  const width = (row: number, cap: (row: number) => number) => {
    const others = were.filter((other) => other !== row)
    const low = Math.max(floor(row), left - sum(others.map(cap)))
    return Math.min(cap(row), left - sum(others.map(floor))) - low
  }
  // What was too narrow already had been told before that, and had not moved.
  return were.some((row) => width(row, roomNow) < FEWEST_SHOWN && width(row, room) >= FEWEST_SHOWN)
}
