import type { Evidence } from '@/lib/evidence/catch-up'
import { type Deeds, FEMALE, FOREIGN, SIZE_FROM, TRAITS, YOUNG } from '@/lib/evidence/facts'
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

/** Whether the sieve lets a firm's description at this serial pass. */
export function describes({ traits, sector, municipality }: Sieve, of: Described, serial: number): boolean {
  return (
    (!traits || traits[(of.bits[serial] as number) & TRAITS] === 1) &&
    (!sector || sector[of.sector[serial] as number] === 1) &&
    (!municipality || municipality[of.municipality[serial] as number] === 1)
  )
}

/** 1 at the serial of each call, or each visit, that the filter speaks of. */
export function told(sieve: Sieve, { n, columns }: Deeds): Uint8Array {
  const { campaign, user, from, until } = sieve
  const { bits, at, campaign: campaigns, user: users } = columns
  const always = from === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY
  const described = sieve.traits || sieve.sector || sieve.municipality
  const found = new Uint8Array(n)
  for (let i = 1; i < n; i++) {
    if (
      bits[i] !== 0 &&
      (always || ((at[i] as number) >= from && (at[i] as number) < until)) &&
      (!campaign || campaign[campaigns[i] as number] === 1) &&
      (!user || user[users[i] as number] === 1) &&
      (!described || describes(sieve, columns, i))
    ) {
      found[i] = 1
    }
  }
  return found
}

/** Whether the first of two rows came later; ids decide between two of the same moment. */
export function isLater(one: Deeds, i: number, other: Deeds, j: number): boolean {
  const at = one.columns.at[i] as number
  const before = other.columns.at[j] as number
  if (at !== before) return at > before
  return Buffer.compare(idOf(one, i), idOf(other, j)) > 0
}

const idOf = ({ ids }: Deeds, serial: number) => ids?.subarray(serial * 16, serial * 16 + 16) ?? new Uint8Array(0)
