import type { Evidence } from '@/lib/evidence/catch-up'
import { FEMALE, FIRST_MONDAY, FOREIGN, SIZE_FROM, THERE, TRAITS, YOUNG } from '@/lib/evidence/facts'
import type { Names } from '@/lib/evidence/names'
import { type InsightFilter, narrowsFirms, SIZES } from '@/lib/insight/schema'
import { daysBetween } from '@/lib/today/rules'

/** A filter as tables to look serials and bits up in: 1 at each that passes. */
export type Sieve = {
  campaign: Uint8Array
  user: Uint8Array
  sector: Uint8Array
  municipality: Uint8Array
  /** By the bits `TRAITS`. */
  traits: Uint8Array
  /** Days in Italy from `FIRST_MONDAY` on; the end is not in it. */
  from: number
  until: number
  /** What matters at all. */
  narrows: { campaign: boolean; user: boolean; period: boolean; firms: boolean }
}

function passing({ serials, ids }: Names, wanted: string[]): Uint8Array {
  // Serial 0 is none of them, and there even where the list is empty.
  const table = new Uint8Array(Math.max(1, ids.length))
  if (!wanted.length) return table.fill(1)
  for (const id of wanted) {
    const serial = serials.get(id)
    if (serial !== undefined) table[serial] = 1
  }
  return table
}

function passingPlaces({ lists }: Evidence, { municipality, area }: InsightFilter): Uint8Array {
  const named = passing(lists.municipalities, municipality)
  if (!area.length) return named
  return named.map((passes, serial) => passes & Number(area.includes(lists.provinces[serial] ?? '')))
}

function passingTraits({ size, young, female, foreign }: InsightFilter): Uint8Array {
  const flags = (young ? YOUNG : 0) + (female ? FEMALE : 0) + (foreign ? FOREIGN : 0)
  const sized = (bits: number) => {
    const one = SIZES[bits >> SIZE_FROM]
    return !size.length || (one !== undefined && size.includes(one))
  }
  return Uint8Array.from({ length: TRAITS + 1 }, (_, bits) => Number((bits & flags) === flags && sized(bits)))
}

/** As far as two bytes count days. */
const [LONG_AGO, FAR_OFF] = [-32_768, 32_768]
const dayOf = (date: string) => daysBetween(FIRST_MONDAY, date)

export function sieveOf(evidence: Evidence, filter: InsightFilter): Sieve {
  const { lists, perPromoter } = evidence
  const user = passing(lists.users, filter.promoter)
  return {
    campaign: passing(lists.campaigns, filter.campaign),
    // Figures by promoter are the Chamber's choice: where it has not made it, nobody's evidence is found.
    user: filter.promoter.length > 0 && !perPromoter ? user.fill(0) : user,
    sector: passing(lists.sectors, filter.sector),
    municipality: passingPlaces(evidence, filter),
    traits: passingTraits(filter),
    from: filter.from ? dayOf(filter.from) : LONG_AGO,
    until: filter.to ? dayOf(filter.to) + 1 : FAR_OFF,
    narrows: {
      campaign: filter.campaign.length > 0,
      user: filter.promoter.length > 0,
      period: !!filter.from || !!filter.to,
      firms: narrowsFirms(filter),
    },
  }
}

/** What a firm is (or, in a call or a visit, was that day): its sector, its municipality and its bits. */
type Described = { bits: Uint16Array; sector: Int16Array; municipality: Int16Array }

/** 1 at each firm, call or visit, of the first `n`, that is there and whose description passes. */
export function described(sieve: Sieve, of: Described, n: number): Uint8Array {
  const { bits, sector, municipality } = of
  const { traits, sector: sectors, municipality: municipalities } = sieve
  const passes = new Uint8Array(n)
  if (!sieve.narrows.firms) {
    for (let row = 1; row < n; row++) passes[row] = (bits[row] as number) & THERE
    return passes
  }
  for (let row = 1; row < n; row++) {
    const was = bits[row] as number
    const fits = (sectors[sector[row] as number] as number) & (municipalities[municipality[row] as number] as number)
    passes[row] = was & fits & (traits[was & TRAITS] as number)
  }
  return passes
}

/** What was called, visited or said: for which campaign, by whom and on what day. */
type Done = { campaign: Int16Array; user: Int16Array; day: Int16Array }

/** The ones that are of the filter's campaigns, people and days: one condition after another, each straight through. */
export function narrowed(ones: Uint8Array, { narrows, campaign, user, from, until }: Sieve, of: Done): Uint8Array {
  const ofCampaign = narrows.campaign ? fitting(ones, campaign, of.campaign) : ones
  const ofUser = narrows.user ? fitting(ofCampaign, user, of.user) : ofCampaign
  if (!narrows.period) return ofUser
  const { day } = of
  const passes = new Uint8Array(ones.length)
  for (let row = 1; row < ones.length; row++) {
    const when = day[row] as number
    // Both differences are negative, and have that bit set, within the period.
    passes[row] = (ofUser[row] as number) & (((from - 1 - when) & (when - until)) >>> 31)
  }
  return passes
}

function fitting(ones: Uint8Array, table: Uint8Array, column: Int16Array): Uint8Array {
  const passes = new Uint8Array(ones.length)
  for (let row = 1; row < ones.length; row++) {
    passes[row] = (ones[row] as number) & (table[column[row] as number] as number)
  }
  return passes
}
