import type { Evidence } from '@/lib/evidence/catch-up'
import { SMALL } from '@/lib/evidence/columns'
import { APPOINTMENT, FEMALE, FIRST_MONDAY, FOREIGN, SIZE_FROM, THERE, TRAITS, YOUNG } from '@/lib/evidence/facts'
import type { Names } from '@/lib/evidence/names'
import { type InsightFilter, SIZES } from '@/lib/insight/schema'
import { daysBetween } from '@/lib/today/rules'

/** What a condition lets through: 1 at each of the values that a small column can have. */
type Passing = {
  values: Uint8Array
  /** About what share of all it may let through: those that leave least are asked first. */
  share: number
}

/** A filter as tables to look values up in; null where it narrows nothing. */
export type Sieve = {
  campaign: Passing | null
  user: Passing | null
  sector: Passing | null
  municipality: Passing | null
  traits: Passing | null
  /** Days in Italy from `FIRST_MONDAY` on. */
  day: Passing | null
  /** Days up to the end of the period. */
  until: Passing | null
}

function some(serials: number[], { ids }: Names): Passing {
  const values = new Uint8Array(SMALL)
  for (const serial of serials) values[serial] = 1
  return { values, share: serials.length / Math.max(1, ids.length) }
}

const serialsOf = ({ serials }: Names, wanted: string[]) =>
  wanted.map((id) => serials.get(id)).filter((serial) => serial !== undefined)

const named = (names: Names, wanted: string[]): Passing | null =>
  wanted.length ? some(serialsOf(names, wanted), names) : null

function placed({ lists }: Evidence, { municipality, area }: InsightFilter): Passing | null {
  const { municipalities, provinces } = lists
  if (!area.length) return named(municipalities, municipality)
  const serials = municipality.length ? serialsOf(municipalities, municipality) : [...municipalities.serials.values()]
  return some(
    serials.filter((serial) => area.includes(provinces[serial] ?? '')),
    municipalities,
  )
}

/** Few firms have a flag; which sizes are many is not known. */
const [FLAGGED, SIZED] = [0.1, 0.6]

function described({ size, young, female, foreign }: InsightFilter): Passing | null {
  const flags = (young ? YOUNG : 0) + (female ? FEMALE : 0) + (foreign ? FOREIGN : 0)
  if (!flags && !size.length) return null
  const values = new Uint8Array(SMALL)
  for (let bits = 0; bits < 2 * APPOINTMENT; bits++) {
    const one = SIZES[(bits & TRAITS) >> SIZE_FROM]
    const sized = !size.length || (one !== undefined && size.includes(one))
    values[bits] = Number((bits & THERE) !== 0 && (bits & flags) === flags && sized)
  }
  return { values, share: flags ? FLAGGED : SIZED }
}

/** As far as a small column counts days. */
const dayOf = (date: string) => Math.min(Math.max(daysBetween(FIRST_MONDAY, date), 0), SMALL)
const days = (from: number, end: number): Passing => ({ values: new Uint8Array(SMALL).fill(1, from, end), share: 0.5 })

export function sieveOf(evidence: Evidence, filter: InsightFilter): Sieve {
  const { lists, perPromoter } = evidence
  const [from, end] = [filter.from ? dayOf(filter.from) : 0, filter.to ? dayOf(filter.to) + 1 : SMALL]
  return {
    campaign: named(lists.campaigns, filter.campaign),
    // Figures by promoter are the Chamber's choice: where it has not made it, nobody's evidence is found.
    user: filter.promoter.length && !perPromoter ? some([], lists.users) : named(lists.users, filter.promoter),
    sector: named(lists.sectors, filter.sector),
    municipality: placed(evidence, filter),
    traits: described(filter),
    day: filter.from || filter.to ? days(from, end) : null,
    until: filter.to ? days(0, end) : null,
  }
}

/** That the value of a column passes. */
export type Condition = { column: Uint16Array; passing: Uint8Array; share: number }

function conditions(all: [Uint16Array, Passing | null][]): Condition[] {
  return all
    .flatMap(([column, passing]) => (passing ? [{ column, passing: passing.values, share: passing.share }] : []))
    .sort((one, other) => one.share - other.share)
}

/** What a firm is (or, in a call or a visit, was that day): its sector, its municipality and its bits. */
type Described = { bits: Uint16Array; sector: Uint16Array; municipality: Uint16Array }
/** What was called, visited or said: for which campaign, by whom and on what day. */
type Done = { campaign: Uint16Array; user: Uint16Array; day: Uint16Array }

const firmAsks = ({ municipality, sector, traits }: Sieve, of: Described): [Uint16Array, Passing | null][] => [
  [of.sector, sector],
  [of.municipality, municipality],
  [of.bits, traits],
]
const deedAsks = ({ campaign, user, day }: Sieve, of: Done): [Uint16Array, Passing | null][] => [
  [of.campaign, campaign],
  [of.user, user],
  [of.day, day],
]

/** What the filter asks of a firm; of what was done; of both, in a call or a visit; of what visited firms asked for. */
export const askedOfFirm = (sieve: Sieve, of: Described) => conditions(firmAsks(sieve, of))
export const askedOfDeed = (sieve: Sieve, of: Done) => conditions(deedAsks(sieve, of))
export const askedOfBoth = (sieve: Sieve, of: Described & Done) =>
  conditions([...firmAsks(sieve, of), ...deedAsks(sieve, of)])
export const askedOfNeed = ({ campaign, until }: Sieve, of: Pick<Done, 'campaign' | 'day'>) =>
  conditions([
    [of.campaign, campaign],
    [of.day, until],
  ])

export function passesAll(all: Condition[], row: number): boolean {
  for (const { column, passing } of all) if (passing[column[row] as number] === 0) return false
  return true
}
