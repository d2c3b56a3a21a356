import { FEWEST_SHOWN, isNear, less } from '@/lib/statistics/suppression'

/**
 * Counts each of which is a part of the one before it (contacted, visited, with needs, …): which to keep back so that no
 * count of fewer than five firms is told, nor can be had by subtracting one told step from another. The step at `anchor`
 * is told in other tables too, so it goes first and the others give way to it, from it outwards. A hidden step may then
 * lie anywhere between its told neighbours, five or more apart. `alike`: two steps of the same number may both be told,
 * since the difference is nobody.
 */
export function suppressSteps(counts: number[], anchor: number, { alike = false } = {}): boolean[] {
  const hidden = counts.map((count) => count < FEWEST_SHOWN)
  const outwards = (from: number, by: 1 | -1) => {
    let last = counts[anchor] ?? 0
    for (let step = from; step >= 0 && step < counts.length; step += by) {
      const count = counts[step] ?? 0
      hidden[step] ||= Math.abs(count - last) < FEWEST_SHOWN && !(alike && count === last)
      if (!hidden[step]) last = count
    }
  }
  outwards(anchor - 1, -1)
  outwards(anchor + 1, 1)
  return hidden
}

/**
 * The steps whose distance from another told step moved by a few firms since both were told are kept back too: the
 * farthest from `anchor` first, that one never.
 */
export function suppressDistances(
  counts: number[],
  hidden: boolean[],
  past: (number | null)[][],
  anchor: number,
): boolean[] {
  const kept = [...hidden]
  const outwards = counts.map((_, step) => step).sort((one, other) => Math.abs(one - anchor) - Math.abs(other - anchor))
  for (const [place, step] of outwards.entries()) {
    const told = outwards.slice(0, place).filter((other) => !kept[other])
    kept[step] ||= told.some((other) => {
      const now = less(counts[step], counts[other]) ?? 0
      return past.some((line) => isNear(now, less(line[step], line[other])))
    })
  }
  return kept
}

/** The least and the most that a step can be. */
export type Bounds = { step: number; low: number; high: number }

/**
 * The same for steps told several times, the oldest first: a step only grows, so one kept back lies between what was told
 * of it and of later steps up to then, and what is told of it and of earlier steps from then on. Where the new numbers
 * leave less than five to one of any edition, they are kept back too: the innermost first, the one at `anchor` never.
 * What was told before and has not moved needs no hiding. Null where `anchor` alone leaves too little. `bounds`: what is
 * known of a step from elsewhere, each time and the last of all now.
 */
export function suppressStepsAgain(
  counts: number[],
  hidden: boolean[],
  past: (number | null)[][],
  anchor: number,
  bounds: Bounds[] = [],
): boolean[] | null {
  const now = past.length
  const again = [...hidden]
  for (;;) {
    const told = [...past, counts.map((count, step) => (again[step] ? null : count))]
    const width = (time: number, step: number, lines: (number | null)[][]) => {
      const of = (from: number, to: number) => bounds.slice(from, to).filter((one) => one.step === step)
      const deeper = lines.slice(0, time + 1).flatMap((line) => line.slice(step).map((count) => count ?? 0))
      const outer = lines.slice(time).flatMap((line) => line.slice(0, step + 1))
      const low = Math.max(0, ...deeper, ...of(0, time + 1).map(({ low }) => low))
      const most = of(time, lines.length).map(({ high }) => high)
      return Math.min(...most, ...outer.map((count) => count ?? Number.POSITIVE_INFINITY)) - low
    }
    const narrow = told.flatMap((line, time) =>
      line.flatMap((count, step) => {
        if (count !== null || width(time, step, told) >= FEWEST_SHOWN) return []
        if (time < now) return width(time, step, past) >= FEWEST_SHOWN ? [step] : []
        return past.some((earlier) => earlier[step] === counts[step]) ? [] : [step]
      }),
    )
    const [first] = narrow
    if (first === undefined) return again
    const near = counts
      .map((_, step) => step)
      .filter((step) => !again[step] && step !== anchor)
      .sort((one, other) => Math.abs(one - first) - Math.abs(other - first))
    if (near[0] === undefined) return null
    again[near[0]] = true
  }
}
