import { FLAGS, type Flag, SIZES } from '@/lib/insight/schema'
import { showShare } from '@/lib/statistics/showing'
import { type Interval, wilson } from '@/lib/statistics/wilson'
import type { SizeClass } from '@/prisma/client/enums'

/** Firms of one value in one dimension; `set` says in which, as PostgreSQL's `grouping()` does. */
export type Tally = {
  sectorId: string | null
  sizeClass: SizeClass | null
  municipalityCode: string | null
  set: number
  firms: number
} & Record<Flag, boolean | null>

/** A bit for each dimension that was not grouped by, in the order sector, size, municipality, young, female, foreign. */
const SET = { sector: 0b011111, size: 0b101111, place: 0b110111, young: 0b111011, female: 0b111101, foreign: 0b111110 }
const WHOLE = 0b111111

export const wholeOf = (tallies: Tally[]) => tallies.find(({ set }) => set === WHOLE)?.firms ?? 0

const countsBy = <K>(tallies: Tally[], set: number, key: (tally: Tally) => K) =>
  new Map(tallies.filter((tally) => tally.set === set).map((tally) => [key(tally), tally.firms]))

export type Likeness = {
  kind: 'sector' | 'size' | 'flag'
  key: string
  register: number
  registerShare: number
  visited: number
  visitedShare: number
  /** Of the share among the visited; null where nobody was visited. */
  interval: Interval | null
  /** Whether the register's share lies outside the interval that allows for all lines looked at (Bonferroni). */
  apart: boolean
}

/**
 * The visited firms beside the register, by size, flag and sector; the register is known whole, so a share that lies
 * outside the interval of the visited is a difference, where that interval allows for all lines being looked at. Values
 * that neither has are left out.
 */
export function likeness(register: Tally[], visited: Tally[]): Likeness[] {
  const [all, seen] = [wholeOf(register), wholeOf(visited)]
  if (!all) return []
  const line = (kind: Likeness['kind'], key: string, inRegister = 0, inVisited = 0): Likeness => {
    const visitedShare = seen ? inVisited / seen : 0
    const shares = { registerShare: inRegister / all, visitedShare, interval: wilson(inVisited, seen) }
    return { kind, key, register: inRegister, visited: inVisited, ...shares, apart: false }
  }
  const sizes = [register, visited].map((side) => countsBy(side, SET.size, ({ sizeClass }) => sizeClass))
  const sectors = [register, visited].map((side) => countsBy(side, SET.sector, ({ sectorId }) => sectorId ?? ''))
  const flagged = (side: Tally[], flag: Flag) => countsBy(side, SET[flag], (tally) => tally[flag]).get(true)
  const sectorKeys = [...new Set([...(sectors[0]?.keys() ?? []), ...(sectors[1]?.keys() ?? [])])]
  const lines = [
    ...SIZES.map((size) => line('size', size, sizes[0]?.get(size), sizes[1]?.get(size))),
    ...FLAGS.map((flag) => line('flag', flag, flagged(register, flag), flagged(visited, flag))),
    ...sectorKeys
      .map((id) => line('sector', id, sectors[0]?.get(id), sectors[1]?.get(id)))
      .sort((one, other) => other.register - one.register),
  ]
  const known = lines.filter((one) => one.register > 0 || one.visited > 0)
  if (!showShare(seen)) return known
  return known.map((one) => {
    const [low, high] = wilson(one.visited, seen, 1 - 0.05 / known.length) ?? [0, 1]
    return { ...one, apart: one.registerShare < low || one.registerShare > high }
  })
}

export type Place = {
  code: string
  visited: number
  registered: number /** Per 1,000 registered. */
  rate: number | null
}

/** Municipalities with firms in the filter, by what part of them was visited. */
export function places(register: Tally[], visited: Tally[]): Place[] {
  const registered = countsBy(register, SET.place, ({ municipalityCode }) => municipalityCode)
  const seen = countsBy(visited, SET.place, ({ municipalityCode }) => municipalityCode)
  const codes = [...new Set([...registered.keys(), ...seen.keys()])].filter((code) => code !== null)
  return codes
    .map((code) => {
      const [firms, all] = [seen.get(code) ?? 0, registered.get(code) ?? 0]
      return { code, visited: firms, registered: all, rate: all ? (firms / all) * 1000 : null }
    })
    .sort((one, other) => (other.rate ?? 0) - (one.rate ?? 0) || other.visited - one.visited)
}

/** Fixed breaks of visited firms per 1,000 registered, so that two periods compare. */
export const RATE_BREAKS = [3, 5, 7, 9, 11] as const

/** 0 for none, then 1 (under 3) to 6 (11 and more); what is printed decides, as for the shares. */
export function rateShade(place: Place): number {
  if (place.visited === 0) return 0
  const printed = Math.round((place.rate ?? 0) * 10) / 10
  return 1 + RATE_BREAKS.filter((from) => printed >= from).length
}
