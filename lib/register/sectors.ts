import type { AtecoVersion } from '@/prisma/client/enums'

/** Of ATECO 2025, digits without dots; the empty one catches the rest. */
export type SectorPrefix = { prefix: string; sectorId: string }

/** What is loaded of the classification, dotted; empty as long as nobody loaded it. */
export type Classification = {
  codes2025: ReadonlySet<string>
  /** From a code of 2007 to the one of 2025 that represents it. */
  crosswalk: ReadonlyMap<string, string>
}
export const NOTHING_LOADED: Classification = { codes2025: new Set(), crosswalk: new Map() }

/**
 * A code as ATECO 2025 has it. One of 2007 goes by the longest of its beginnings that the crosswalk knows, since registers
 * drop zeros at the end and keep codes older than the update of 2022. A code of unknown version is of 2025 where that
 * has it, else of 2007. What cannot be told stays as it is.
 */
export function in2025(code: string, version: AtecoVersion | null, { codes2025, crosswalk }: Classification): string {
  if (version === 'ateco_2025' || (version === null && codes2025.has(code))) return code
  return atecoBeginnings(code).flatMap((beginning) => crosswalk.get(beginning) ?? [])[0] ?? code
}

/** `25.11.00`, `25.11.0`, `25.11`, `25.1`, `25`: a code and what stands above it. */
export function atecoBeginnings(code: string): string[] {
  const ends = Array.from({ length: Math.max(code.length - 1, 0) }, (_, i) => code.length - i)
  return ends.map((end) => code.slice(0, end)).filter((beginning) => !beginning.endsWith('.'))
}

/** A register's firms share a thousand codes or so. */
const REMEMBERED = 5_000

/**
 * The sector of an ATECO code by its longest prefix, once it is one of 2025; the empty prefix catches the rest, also
 * firms without a code. Throws where the Chamber's list has none that catches them.
 */
export function sectorFinder(prefixes: SectorPrefix[], classification = NOTHING_LOADED) {
  const sectors = new Map(prefixes.map(({ prefix, sectorId }) => [prefix, sectorId]))
  const rest = sectors.get('')
  if (!rest) throw new Error('No sector catches the codes that no other prefix fits (empty prefix).')
  const find = (ateco: string | null, version: AtecoVersion | null): string => {
    const digits = ateco ? in2025(ateco, version, classification).replaceAll('.', '') : ''
    for (let length = digits.length; length > 0; length--) {
      const found = sectors.get(digits.slice(0, length))
      if (found) return found
    }
    return rest
  }
  const remembered = new Map<string, string>()
  return (ateco: string | null, version: AtecoVersion | null = null): string => {
    const key = `${version} ${ateco}`
    const found = remembered.get(key) ?? find(ateco, version)
    if (remembered.size < REMEMBERED) remembered.set(key, found)
    return found
  }
}
