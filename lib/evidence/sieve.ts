import type { Evidence } from '@/lib/evidence/catch-up'
import { type Deeds, FEMALE, FOREIGN, SIZE_FROM, THERE, TRAITS, YOUNG } from '@/lib/evidence/facts'
import type { Names } from '@/lib/evidence/names'
import { type InsightFilter, SIZES } from '@/lib/insight/schema'
import { addDays, momentOf } from '@/lib/today/rules'

/** 1 at each serial that passes; undefined where all do. */
type Passing = Uint8Array | undefined

/** A filter as tables to look serials and bits up in. */
export type Sieve = {
  campaign: Passing
  user: Passing
  sector: Passing
  municipality: Passing
  /** By the bits `TRAITS`. */
  traits: Passing
  /** Milliseconds since 1970; the end is not in it. Days begin and end at midnight in Italy. */
  from: number
  until: number
}

function passing({ serials, ids }: Names, wanted: string[]): Passing {
  if (!wanted.length) return undefined
  const table = new Uint8Array(ids.length)
  for (const id of wanted) {
    const serial = serials.get(id)
    if (serial !== undefined) table[serial] = 1
  }
  return table
}

function passingPlaces({ lists }: Evidence, { municipality, area }: InsightFilter): Passing {
  const named = passing(lists.municipalities, municipality)
  if (!area.length) return named
  return Uint8Array.from(lists.provinces, (province, serial) =>
    Number(area.includes(province) && (named?.[serial] ?? 1)),
  )
}

function passingTraits({ size, young, female, foreign }: InsightFilter): Passing {
  if (!size.length && !young && !female && !foreign) return undefined
  const flags = (young ? YOUNG : 0) + (female ? FEMALE : 0) + (foreign ? FOREIGN : 0)
  const sized = (bits: number) => {
    const one = SIZES[bits >> SIZE_FROM]
    return !size.length || (one !== undefined && size.includes(one))
  }
  return Uint8Array.from({ length: TRAITS + 1 }, (_, bits) => Number((bits & flags) === flags && sized(bits)))
}

export function sieveOf(evidence: Evidence, filter: InsightFilter): Sieve {
  const { lists, perPromoter } = evidence
  // Figures by promoter are the Chamber's choice: where it has not made it, nobody's evidence is found.
  const nobody = filter.promoter.length > 0 && !perPromoter
  return {
    campaign: passing(lists.campaigns, filter.campaign),
    user: nobody ? new Uint8Array(0) : passing(lists.users, filter.promoter),
    sector: passing(lists.sectors, filter.sector),
    municipality: passingPlaces(evidence, filter),
    traits: passingTraits(filter),
    from: filter.from ? momentOf(filter.from, '00:00').getTime() : Number.NEGATIVE_INFINITY,
    until: filter.to ? momentOf(addDays(filter.to, 1), '00:00').getTime() : Number.POSITIVE_INFINITY,
  }
}

/** What a firm is (or, in a call or a visit, was that day): its sector, its municipality and its bits. */
type Described = { bits: Uint16Array; sector: Int16Array; municipality: Int16Array }

/** Leaves the ones that pass: one condition after another, each straight through its columns. */
export function narrow(passes: Uint8Array, table: Passing, column: Int16Array) {
  if (!table) return
  for (let row = 1; row < passes.length; row++) {
    // A serial that came to the list after the table was made is not in it.
    ;(passes[row] as number) &= (table[column[row] as number] as number) | 0
  }
}

/** 1 at each firm, call or visit, of the first `n`, that is there and whose description passes. */
export function described({ traits, sector, municipality }: Sieve, of: Described, n: number): Uint8Array {
  const { bits } = of
  const passes = new Uint8Array(n)
  for (let row = 1; row < n; row++) {
    const was = bits[row] as number
    passes[row] = traits ? (traits[was & TRAITS] as number) & was : was & THERE
  }
  narrow(passes, sector, of.sector)
  narrow(passes, municipality, of.municipality)
  return passes
}

/** 1 at each call, or each visit, that the filter speaks of. */
export function told(sieve: Sieve, { n, columns }: Deeds): Uint8Array {
  const passes = described(sieve, columns, n)
  narrow(passes, sieve.campaign, columns.campaign)
  narrow(passes, sieve.user, columns.user)
  narrowPeriod(passes, sieve, columns.at)
  return passes
}

/** Leaves the ones in the period. */
export function narrowPeriod(passes: Uint8Array, { from, until }: Sieve, at: Float64Array) {
  if (from === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY) return
  for (let row = 1; row < passes.length; row++) {
    ;(passes[row] as number) &= Number((at[row] as number) >= from) & Number((at[row] as number) < until)
  }
}
