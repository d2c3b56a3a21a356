import type { DrawDesign } from '@/lib/draws/schema'
import { allocate, possibleTotal } from '@/lib/statistics/allocation'

/** What the frame may be divided by; firms outside the Chamber's municipalities or of unknown place share one area. */
export const STRATIFIERS = ['sector', 'size', 'municipality', 'province'] as const
export type Stratifier = (typeof STRATIFIERS)[number]

/** More than a person can look at, and than most samples can fill. */
export const MOST_STRATA = 500

/** The one stratum of a draw that is not stratified. */
export const WHOLE = 'all'

/** A cell of the frame: the firms that share the values of everything the draw is stratified by. */
export type Cell = {
  key: string
  firms: number
  /** Where the key does not say the sector: its firms of each sector of the frame, in the order of that list. */
  bySector?: number[]
}

/** The values of a key by what they are: `{ sector: '…', size: 'staff_2_9' }`. */
export function valuesOf(key: string, by: Stratifier[]): Partial<Record<Stratifier, string>> {
  const parts = key.split('/')
  return Object.fromEntries(STRATIFIERS.filter((one) => by.includes(one)).map((one, index) => [one, parts[index]]))
}

export type PlannedStratum = { key: string; cells: Cell[]; frame: number; sample: number; reserves: number }

/** Why a draw cannot be made as it is asked for; keys of messages under `refusals`. */
export type DrawProblem = {
  key: 'noFirms' | 'tooManyStrata' | 'drawTooLarge' | 'drawTooSmall'
  most: number
  least: number
}

/** Strata once those to be merged are one; a chain of merges ends where it leads, a circle is left as it is. */
export function strataOf(
  cells: Cell[],
  merged: Record<string, string>,
): Pick<PlannedStratum, 'key' | 'cells' | 'frame'>[] {
  const known = new Set(cells.map(({ key }) => key))
  const target = (key: string, seen: string[] = []): string => {
    const next = merged[key]
    return next && known.has(next) && next !== key && !seen.includes(next) ? target(next, [...seen, key]) : key
  }
  const groups = Map.groupBy(cells, ({ key }) => target(key))
  return [...groups].map(([key, own]) => {
    // The stratum's own cell first, then those that came to it.
    const ordered = own.toSorted((a, b) => Number(b.key === key) - Number(a.key === key))
    return { key, cells: ordered, frame: own.reduce((sum, { firms }) => sum + firms, 0) }
  })
}

/**
 * How many firms each stratum gives, and how many reserves: whole numbers, within the stratum, with exactly the wished
 * total. `shares`: what is known of each stratum's measure (0 to 1), for the optimal allocation.
 */
export function planDraw(
  cells: Cell[],
  design: Omit<DrawDesign, 'total'> & { total?: number },
  shares: (key: string) => number | undefined = () => undefined,
): { strata: PlannedStratum[]; problem: DrawProblem | null } {
  const { by, allocation, minimum, byHand, reserveFactor } = design
  const strata = strataOf(cells, design.merged)
  const sizes = strata.map(({ key, frame }) => {
    return { size: frame, domain: valuesOf(key, by).sector ?? WHOLE, share: shares(key) }
  })
  const numbers = strata.map(({ key }) => byHand[key] ?? 0)
  const total = allocation === 'by_hand' ? numbers.reduce((sum, one) => sum + one, 0) : (design.total ?? 0)
  const { low, high } = possibleTotal(sizes, allocation === 'by_hand' ? 0 : minimum)
  const overfull = allocation === 'by_hand' && strata.some(({ frame }, index) => (numbers[index] ?? 0) > frame)
  const key = problemOf({ strata: strata.length, total, low, high, overfull })
  const samples = key || allocation === 'by_hand' ? numbers : allocate(sizes, total, allocation, minimum)
  const planned = strata.map((stratum, index) => {
    const sample = key && allocation !== 'by_hand' ? 0 : (samples[index] ?? 0)
    const reserves = Math.max(0, Math.min(Math.ceil(sample * reserveFactor), stratum.frame - sample))
    return { ...stratum, sample, reserves }
  })
  return { strata: planned, problem: key && { key, most: high, least: Math.max(1, low) } }
}

type Bounds = { strata: number; total: number; low: number; high: number; overfull: boolean }

function problemOf({ strata, total, low, high, overfull }: Bounds): DrawProblem['key'] | null {
  if (!high) return 'noFirms'
  if (strata > MOST_STRATA) return 'tooManyStrata'
  if (overfull || total > high) return 'drawTooLarge'
  return total < Math.max(1, low) ? 'drawTooSmall' : null
}

/** What to say of a plan before it is drawn: cells nobody is in, strata too small for their minimum, strata used up. */
export function oddities(strata: PlannedStratum[], minimum: number) {
  return {
    small: strata.filter(({ frame }) => frame < Math.max(minimum, 2)),
    undrawn: strata.filter(({ sample }) => sample === 0),
    usedUp: strata.filter(({ frame, sample }) => sample > 0 && sample === frame),
  }
}
