import { type Cell, type PlannedStratum, type Stratifier, valuesOf } from '@/lib/draws/rules'
import { expectedMargin } from '@/lib/statistics/expected-margin'

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
  /** Firms drawn and their reserves; of a sector that runs across strata, as many as are to be expected. */
  sample: number
  reserves: number
  /** Firms expected to be spoken with and to be visited, and half the width of the 95 % interval that gives a share. */
  contacts: number
  contactMargin: number | null
  visits: number
  visitMargin: number | null
}

type Targets = { targetCalls: number; targetVisits: number }
/** The firms of one sector in one stratum. */
type Part = Counts & { sectorId: string; key: string }
type Counts = Pick<Outlook, 'frame' | 'sample' | 'reserves' | 'contacts' | 'visits'>

/**
 * What a draw will tell of all firms and of each sector, before anybody is called: the work stops at its targets (0: none),
 * and who answers is like who does not. Reserves are not counted on. `sectors`: those of the cells' `bySector`.
 * A sector that runs across strata is drawn by chance: of a stratum of N_h firms that gives n_h, its N_hs firms are
 * expected to give n_h N_hs / N_h. Its interval is that of a sample of this size. Source: W. G. Cochran, Sampling
 * Techniques, 3rd ed. (1977), §§ 2.12 and 5A.14, with the sector's size in each stratum known from the register.
 */
export function outlookOf(
  strata: PlannedStratum[],
  by: Stratifier[],
  experience: Experience[],
  { targetCalls, targetVisits }: Targets,
  sectors: string[] = [],
): Outlook[] {
  const sectorRates = new Map<string, Rates>()
  const ratesOf = (sectorId: string) => {
    const rates = sectorRates.get(sectorId) ?? ratesFor(experience, sectorId)
    sectorRates.set(sectorId, rates)
    return rates
  }
  const answering = strata.flatMap(({ key, cells, frame, sample, reserves }) =>
    [...sectorsIn(cells, by, sectors)].map(([sectorId, firms]): Part => {
      const part = firms / frame
      const contacts = sample * part * ratesOf(sectorId).contact
      const drawn = { frame: firms, sample: sample * part, reserves: reserves * part }
      return { key, sectorId, ...drawn, contacts, visits: contacts * ratesOf(sectorId).visit }
    }),
  )
  const reach = (of: 'contacts' | 'visits', target: number) => {
    const all = sumOf(answering, of)
    return target && all > target ? target / all : 1
  }
  const [calls, visits] = [reach('contacts', targetCalls), reach('visits', targetVisits)]
  const expected = answering.map((one) => ({ ...one, contacts: one.contacts * calls, visits: one.visits * visits }))
  const bySector = Map.groupBy(expected, ({ sectorId }) => sectorId)
  return [
    outlook(null, together(expected)),
    ...[...bySector].map(([sectorId, parts]) => outlook(sectorId, together(parts))),
  ]
}

function outlook(sectorId: string | null, parts: Part[]): Outlook {
  const margin = (of: 'contacts' | 'visits') =>
    expectedMargin(parts.map((one) => ({ size: one.frame, answers: one[of] })))?.margin ?? null
  return { sectorId, ...added(parts), contactMargin: margin('contacts'), visitMargin: margin('visits') }
}

const sumOf = (parts: Part[], of: keyof Counts) => parts.reduce((all, one) => all + one[of], 0)
const added = (parts: Part[]): Counts => ({
  frame: sumOf(parts, 'frame'),
  sample: sumOf(parts, 'sample'),
  reserves: sumOf(parts, 'reserves'),
  contacts: sumOf(parts, 'contacts'),
  visits: sumOf(parts, 'visits'),
})

/** One part for each stratum, whatever its sectors. */
const together = (parts: Part[]): Part[] =>
  [...Map.groupBy(parts, ({ key }) => key)].map(([key, own]) => ({ key, sectorId: '', ...added(own) }))

/** Firms of a stratum by sector, those of cells that were merged into it included. */
function sectorsIn(cells: Cell[], by: Stratifier[], sectors: string[]): Map<string, number> {
  const found = new Map<string, number>()
  const add = (sectorId: string | undefined, firms: number) => {
    if (sectorId !== undefined && firms) found.set(sectorId, (found.get(sectorId) ?? 0) + firms)
  }
  for (const { key, firms, bySector } of cells) {
    if (!bySector) add(valuesOf(key, by).sector, firms)
    for (const [at, own] of (bySector ?? []).entries()) add(sectors[at], own)
  }
  return found
}

/** Whether a sector's firms stand in strata with those of others, so that how many are drawn is for chance to say. */
export const isLeftToChance = (strata: PlannedStratum[], by: Stratifier[]): boolean =>
  !by.includes('sector') ||
  strata.some(({ cells }) => new Set(cells.map(({ key }) => valuesOf(key, by).sector)).size > 1)
