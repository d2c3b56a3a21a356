/** Digits without dots; the empty one catches the rest. */
export type SectorPrefix = { prefix: string; sectorId: string }

/**
 * The sector of an ATECO code by its longest prefix; the empty prefix catches the rest, also firms without a code.
 * Throws where the Chamber's list has none that catches them.
 */
export function sectorFinder(prefixes: SectorPrefix[]) {
  const sectors = new Map(prefixes.map(({ prefix, sectorId }) => [prefix, sectorId]))
  const rest = sectors.get('')
  if (!rest) throw new Error('No sector catches the codes that no other prefix fits (empty prefix).')
  return (ateco: string | null): string => {
    const digits = (ateco ?? '').replaceAll('.', '')
    for (let length = digits.length; length > 0; length--) {
      const found = sectors.get(digits.slice(0, length))
      if (found) return found
    }
    return rest
  }
}
