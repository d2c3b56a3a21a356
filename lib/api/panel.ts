import 'server-only'
import { z } from 'zod'
import { insightChoices } from '@/lib/insight/queries'
import type { InsightFilter } from '@/lib/insight/schema'
import { showShare } from '@/lib/statistics/showing'
import type { Interval } from '@/lib/statistics/wilson'

export const count = z.int().min(0)
export const share = z.number().min(0).max(1).nullable().describe('Between 0 and 1; null under 10 firms.')
export const estimate = {
  firms: count,
  n: count.describe('Firms the share is of.'),
  share,
  low: share.describe('Lower end of the 95 % interval (Wilson).'),
  high: share.describe('Upper end of the 95 % interval (Wilson).'),
}
export const weighted = z
  .boolean()
  .describe('Shares are of the frame of the one drawn campaign, by the weights of its draw.')
export const need = { needTypeId: z.uuid(), need: z.string(), needIt: z.string(), needEn: z.string() }
export const sector = { sectorId: z.uuid(), sector: z.string(), sectorIt: z.string(), sectorEn: z.string() }

/** As the screens: under ten answers counts alone. */
export function estimateOf(of: { firms: number; n: number; share: number | null; interval: Interval | null }) {
  const { firms, n, interval } = of
  if (!showShare(n) || !interval) return { firms, n, share: null, low: null, high: null }
  return { firms, n, share: of.share, low: interval[0], high: interval[1] }
}

export const needOf = (type: { id: string; code: string; nameIt: string; nameEn: string }) => {
  return { needTypeId: type.id, need: type.code, needIt: type.nameIt, needEn: type.nameEn }
}

export async function sectorNames() {
  const { sectors } = await insightChoices()
  return (id: string) => {
    const found = sectors.find((row) => row.id === id)
    return { sectorId: id, sector: found?.code ?? '', sectorIt: found?.nameIt ?? '', sectorEn: found?.nameEn ?? '' }
  }
}

export type Panel<S extends z.ZodObject = z.ZodObject> = {
  /** What it says, for the description of the API. */
  about: string
  answer: S
  read(filter: InsightFilter): Promise<z.input<S>>
}
export const panel = <S extends z.ZodObject>(one: Panel<S>): Panel<S> => one
