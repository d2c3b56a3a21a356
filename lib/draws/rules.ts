import type { DrawDesign } from '@/lib/draws/schema'
import { allocate, possibleTotal } from '@/lib/statistics/allocation'
import { expectedMargin } from '@/lib/statistics/expected-margin'

/** What the frame may be divided by; firms outside the Chamber's municipalities or of unknown place share one area. */
export const STRATIFIERS = ['sector', 'size', 'municipality', 'province'] as const
export type Stratifier = (typeof STRATIFIERS)[number]

/** More than a person can look at, and than most samples can fill. */
export const MOST_STRATA = 500

/** The one stratum of a draw that is not stratified. */
export const WHOLE = 'all'

/** A cell of the frame: the firms that share the values of everything the draw is stratified by. */
export type Cell = { key: string; firms: number }

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

/** Under so many firms tried, earlier campaigns say nothing about the rate to expect. */
export const FEWEST_TRIED = 30
/** Where nothing is known: half of the firms tried are spoken with, one in five of these is visited. */
export const USUAL_RATES = { contact: 0.5, visit: 0.2 }

/** What earlier campaigns came to: firms tried, spoken with and visited, by sector. */
export type Experience = { sectorId: string; tried: number; contacted: number; visited: number }
/** Of the firms tried, the part spoken with; of these, the part visited. `known`: from earlier campaigns. */
export type Rates = { contact: number; visit: number; known: boolean }

/** Rates of a sector, else of all sectors, else the usual ones. */
export function ratesFor(experience: Experience[], sectorId?: string): Rates {
  const some = experience.filter((one) => sectorId === undefined || one.sectorId === sectorId)
  const sum = (of: 'tried' | 'contacted' | 'visited') => some.reduce((all, one) => all + one[of], 0)
  if (sum('tried') >= FEWEST_TRIED && sum('contacted') > 0) {
    return { contact: sum('contacted') / sum('tried'), visit: sum('visited') / sum('contacted'), known: true }
  }
  return sectorId === undefined ? { ...USUAL_RATES, known: false } : ratesFor(experience)
}

/** So many firms must be drawn to speak with as many as wished, as far as the frame has them. */
export function firmsNeeded(targetCalls: number, rates: Rates, frame: number): number {
  return Math.min(frame, Math.ceil(targetCalls / Math.max(rates.contact, 0.01)))
}

export type Outlook = {
  /** Null for all firms. */
  sectorId: string | null
  frame: number
  sample: number
  reserves: number
  /** Firms expected to be spoken with and to be visited, and half the width of the 95 % interval that gives a share. */
  contacts: number
  contactMargin: number | null
  visits: number
  visitMargin: number | null
}

type Targets = { targetCalls: number; targetVisits: number }

/**
 * What a draw will tell of all firms and of each sector it is stratified by, before anybody is called: the work stops at
 * its targets (0: none), and who answers is like who does not. Reserves are not counted on.
 */
export function outlookOf(
  strata: PlannedStratum[],
  by: Stratifier[],
  experience: Experience[],
  { targetCalls, targetVisits }: Targets,
): Outlook[] {
  const sectorOf = (key: string) => valuesOf(key, by).sector ?? null
  const answering = strata.map((stratum) => {
    const { contact, visit } = ratesFor(experience, sectorOf(stratum.key) ?? undefined)
    const contacts = stratum.sample * contact
    return { ...stratum, sectorId: sectorOf(stratum.key), contacts, visits: contacts * visit }
  })
  const reach = (of: 'contacts' | 'visits', target: number) => {
    const all = answering.reduce((sum, one) => sum + one[of], 0)
    return target && all > target ? target / all : 1
  }
  const [calls, visits] = [reach('contacts', targetCalls), reach('visits', targetVisits)]
  const expected = answering.map((one) => ({ ...one, contacts: one.contacts * calls, visits: one.visits * visits }))
  const sectors = by.includes('sector') ? [...new Set(expected.map(({ sectorId }) => sectorId))] : []
  return [null, ...sectors].map((sectorId) => {
    const own = sectorId === null ? expected : expected.filter((one) => one.sectorId === sectorId)
    const sum = (of: 'frame' | 'sample' | 'reserves' | 'contacts' | 'visits') =>
      own.reduce((all, one) => all + one[of], 0)
    const margin = (of: 'contacts' | 'visits') =>
      expectedMargin(own.map((one) => ({ size: one.frame, answers: one[of] })))?.margin ?? null
    return {
      ...{ sectorId, frame: sum('frame'), sample: sum('sample'), reserves: sum('reserves') },
      ...{ contacts: sum('contacts'), contactMargin: margin('contacts') },
      ...{ visits: sum('visits'), visitMargin: margin('visits') },
    }
  })
}

/** What to say of a plan before it is drawn: cells nobody is in, strata too small for their minimum, strata used up. */
export function oddities(strata: PlannedStratum[], minimum: number) {
  return {
    small: strata.filter(({ frame }) => frame < Math.max(minimum, 2)),
    undrawn: strata.filter(({ sample }) => sample === 0),
    usedUp: strata.filter(({ frame, sample }) => sample > 0 && sample === frame),
  }
}
