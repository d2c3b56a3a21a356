import { showShare } from '@/lib/statistics/showing'
import { type Interval, wilson } from '@/lib/statistics/wilson'
import type { DigitalLevel } from '@/prisma/client/enums'

/** Firms of one sector that told one level. */
export type LevelCount = { sectorId: string; level: DigitalLevel; firms: number }

/** In the order of the bar: the largest group of the programme first, no connection last. */
export const LEVELS = ['email', 'website', 'none'] as const satisfies DigitalLevel[]

export type LevelShare = {
  level: DigitalLevel
  firms: number
  n: number
  share: number | null
  interval: Interval | null
}

const sum = (counts: LevelCount[]) => counts.reduce((total, { firms }) => total + firms, 0)

/** The three levels among the firms that answered. */
export function levelShares(counts: LevelCount[]): LevelShare[] {
  const n = sum(counts)
  return LEVELS.map((level) => {
    const firms = sum(counts.filter((count) => count.level === level))
    return { level, firms, n, share: n ? firms / n : null, interval: wilson(firms, n) }
  })
}

export type SectorLevels = { sectorId: string; n: number; byLevel: Record<DigitalLevel, number> }

/** The levels of every sector with answers, most answers first. */
export function levelsBySector(counts: LevelCount[]): SectorLevels[] {
  const rows = new Map<string, SectorLevels>()
  for (const { sectorId, level, firms } of counts) {
    const row = rows.get(sectorId) ?? { sectorId, n: 0, byLevel: { none: 0, email: 0, website: 0 } }
    row.n += firms
    row.byLevel[level] += firms
    rows.set(sectorId, row)
  }
  return [...rows.values()].sort((one, other) => other.n - one.n)
}

/** The sectors with enough answers in which the largest share has no connection. */
export function leastConnected(rows: SectorLevels[], most = 6): SectorLevels[] {
  return rows
    .filter((row) => showShare(row.n) && row.byLevel.none > 0)
    .sort((one, other) => other.byLevel.none / other.n - one.byLevel.none / one.n || other.n - one.n)
    .slice(0, most)
}
