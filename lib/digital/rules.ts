import { showShare } from '@/lib/statistics/showing'
import type { Interval } from '@/lib/statistics/wilson'
import { type Counted, type Estimated, unweighted, type Weigh } from '@/lib/weighting/rules'
import type { DigitalLevel } from '@/prisma/client/enums'

/** Firms of one sector that told one level. */
export type LevelCount = { sectorId: string; level: DigitalLevel } & Counted

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
export function levelShares(counts: LevelCount[], weigh: Weigh = unweighted): LevelShare[] {
  const n = sum(counts)
  return LEVELS.map((level) => {
    const told = counts.filter((count) => count.level === level)
    const found = weigh(counts, told)
    return { level, firms: sum(told), n, share: found?.share ?? null, interval: found?.interval ?? null }
  })
}

export type SectorLevels = {
  sectorId: string
  n: number
  byLevel: Record<DigitalLevel, number>
  /** Share without connection. */
  offline: Estimated | null
}

/** The levels of every sector with answers, most answers first. */
export function levelsBySector(counts: LevelCount[], weigh: Weigh = unweighted): SectorLevels[] {
  const rows = new Map<string, SectorLevels>()
  for (const { sectorId, level, firms } of counts) {
    const row = rows.get(sectorId) ?? { sectorId, n: 0, byLevel: { none: 0, email: 0, website: 0 }, offline: null }
    row.n += firms
    row.byLevel[level] += firms
    rows.set(sectorId, row)
  }
  for (const row of rows.values()) {
    const own = counts.filter(({ sectorId }) => sectorId === row.sectorId)
    const none = own.filter(({ level }) => level === 'none')
    row.offline = weigh(own, none)
  }
  return [...rows.values()].sort((one, other) => other.n - one.n)
}

/** The sectors with enough answers in which the largest share has no connection. */
export function leastConnected(rows: SectorLevels[], most = 6): SectorLevels[] {
  return rows
    .filter((row) => showShare(row.n) && row.byLevel.none > 0)
    .sort((one, other) => (other.offline?.share ?? 0) - (one.offline?.share ?? 0) || other.n - one.n)
    .slice(0, most)
}
