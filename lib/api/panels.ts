import 'server-only'
import { z } from 'zod'
import { readLevels } from '@/lib/digital/queries'
import { levelShares, levelsBySector } from '@/lib/digital/rules'
import { compareYoung } from '@/lib/groups/rules'
import { insightChoices, readNeedTotals, readReach, readRegister } from '@/lib/insight/queries'
import { isCoverage } from '@/lib/insight/rules'
import type { InsightFilter } from '@/lib/insight/schema'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, rank, sectorRows } from '@/lib/ranking/rules'
import { showShare } from '@/lib/statistics/showing'
import type { Interval } from '@/lib/statistics/wilson'
import { DigitalLevel } from '@/prisma/client/enums'

const count = z.int().min(0)
const share = z.number().min(0).max(1).nullable().describe('Between 0 and 1; null under 10 firms.')
const estimate = {
  firms: count,
  n: count.describe('Firms the share is of.'),
  share,
  low: share.describe('Lower end of the 95 % interval (Wilson).'),
  high: share.describe('Upper end of the 95 % interval (Wilson).'),
}
const need = { needTypeId: z.uuid(), need: z.string(), needIt: z.string(), needEn: z.string() }
const sector = { sectorId: z.uuid(), sector: z.string(), sectorIt: z.string(), sectorEn: z.string() }

/** As the screens: under ten answers counts alone. */
function estimateOf(of: { firms: number; n: number; share: number | null; interval: Interval | null }) {
  const { firms, n, interval } = of
  if (!showShare(n) || !interval) return { firms, n, share: null, low: null, high: null }
  return { firms, n, share: of.share, low: interval[0], high: interval[1] }
}

const needOf = (type: { id: string; code: string; nameIt: string; nameEn: string }) => {
  return { needTypeId: type.id, need: type.code, needIt: type.nameIt, needEn: type.nameEn }
}

async function sectorNames() {
  const { sectors } = await insightChoices()
  return (id: string) => {
    const found = sectors.find((row) => row.id === id)
    return { sectorId: id, sector: found?.code ?? '', sectorIt: found?.nameIt ?? '', sectorEn: found?.nameEn ?? '' }
  }
}

type Panel<S extends z.ZodObject = z.ZodObject> = {
  /** What it says, for the description of the API. */
  about: string
  answer: S
  read(filter: InsightFilter): Promise<z.input<S>>
}
const panel = <S extends z.ZodObject>(one: Panel<S>): Panel<S> => one

/** Every panel of the insight page as figures, by the name it has in the address. */
export const PANELS = {
  funnel: panel({
    about: 'Firms listed or drawn, tried, contacted, with an appointment, visited, with needs, taken up, met.',
    answer: z.object({
      listed: count,
      tried: count,
      contacted: count,
      appointment: count,
      visited: count,
      withNeeds: count,
      takenUp: count,
      met: count,
      activeFirms: count.describe('Active firms of the register.'),
      describedFirms: count.describe('Those of them the filter describes.'),
      coverageOnly: z.boolean().describe('Firms were chosen from a list and not drawn: coverage, not a sample.'),
    }),
    read: async (filter) => {
      const [reach, register, choices] = await Promise.all([readReach(filter), readRegister(filter), insightChoices()])
      const registered = { activeFirms: register.total, describedFirms: register.described }
      return { ...reach, ...registered, coverageOnly: isCoverage(choices.campaigns, filter) }
    },
  }),
  totals: panel({
    about: 'Needs recorded, and how far the offices got with them.',
    answer: z.object({
      recorded: count,
      firms: count,
      atVisits: count,
      takenUp: count,
      met: count,
      overdue: count,
      daysToTakeUp: z.number().nullable().describe('Median, in days.'),
    }),
    read: (filter) => readNeedTotals(filter),
  }),
  ranking: panel({
    about: 'Needs by how many of the visited firms ask for them.',
    answer: z.object({ n: count, needs: z.array(z.object({ ...need, ...estimate })) }),
    read: async (filter) => {
      const [cells, types] = await Promise.all([readCells(filter), rankedTypes()])
      const needs = rank(cells, types).map((row) => ({ ...needOf(row.type), ...estimateOf(row) }))
      return { n: baseOf(cells), needs }
    },
  }),
  sectors: panel({
    about: 'Visited firms by sector, and how many of each ask for what.',
    answer: z.object({
      sectors: z.array(z.object({ ...sector, visited: count, needs: z.array(z.object({ ...need, firms: count })) })),
    }),
    read: async (filter) => {
      const [cells, types, nameOf] = await Promise.all([readCells(filter), rankedTypes(), sectorNames()])
      const sectors = sectorRows(cells).map(({ sectorId, visited, byType }) => {
        const needs = types.map((type) => ({ ...needOf(type), firms: byType.get(type.id) ?? 0 }))
        return { ...nameOf(sectorId), visited, needs }
      })
      return { sectors }
    },
  }),
  digital: panel({
    about: 'The digital level of the firms that told it, in all and by sector.',
    answer: z.object({
      levels: z.array(z.object({ level: z.enum(DigitalLevel), ...estimate })),
      sectors: z.array(z.object({ ...sector, n: count, none: count, email: count, website: count })),
    }),
    read: async (filter) => {
      const [levels, nameOf] = await Promise.all([readLevels(filter), sectorNames()])
      const sectors = levelsBySector(levels).map(({ sectorId, n, byLevel }) => ({ ...nameOf(sectorId), n, ...byLevel }))
      return { levels: levelShares(levels).map((row) => ({ level: row.level, ...estimateOf(row) })), sectors }
    },
  }),
  young: panel({
    about: 'Young firms against the others on training. The interval of the difference is Newcombe’s.',
    answer: z.object({
      compared: z
        .object({
          ...need,
          young: z.object(estimate),
          others: z.object(estimate),
          difference: z.number().nullable().describe('Young minus others; null where a group has under 10 firms.'),
          low: z.number().nullable(),
          high: z.number().nullable(),
        })
        .nullable(),
    }),
    read: async (filter) => {
      const [cells, types] = await Promise.all([readCells(filter), rankedTypes()])
      const found = compareYoung(cells, types)
      if (!found) return { compared: null }
      const { reading, young, others, type } = found
      const told = reading.kind === 'few' ? null : reading
      const [low, high] = told?.interval ?? [null, null]
      const groups = { young: estimateOf(young), others: estimateOf(others) }
      return { compared: { ...needOf(type), ...groups, difference: told?.difference ?? null, low, high } }
    },
  }),
}
export type PanelName = keyof typeof PANELS
