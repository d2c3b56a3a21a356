import 'server-only'
import { z } from 'zod'
import { count, estimate, estimateOf, need, needOf, panel, sector, sectorNames, weighted } from '@/lib/api/panel'
import { WORK_PANELS } from '@/lib/api/work-panels'
import { readLevels } from '@/lib/digital/queries'
import { levelShares, levelsBySector } from '@/lib/digital/rules'
import { compareGroups } from '@/lib/groups/rules'
import { insightChoices, readNeedTotals, readReach, readRegister } from '@/lib/insight/queries'
import { isCoverage } from '@/lib/insight/rules'
import { FLAGS } from '@/lib/insight/schema'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, foundOr, rank, sectorRows } from '@/lib/ranking/rules'
import { weighing } from '@/lib/weighting/queries'
import { DigitalLevel } from '@/prisma/client/enums'

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
    answer: z.object({ weighted, n: count, needs: z.array(z.object({ ...need, ...estimate })) }),
    read: async (filter) => {
      const [cells, types, weigh] = await Promise.all([readCells(filter), rankedTypes(), weighing(filter)])
      const needs = rank(cells, types, weigh).map((row) => ({ ...needOf(row.type), ...estimateOf(row) }))
      return { weighted: filter.weighted, n: baseOf(cells), needs }
    },
  }),
  sectors: panel({
    about: 'Visited firms by sector, and how many of each ask for what.',
    answer: z.object({
      weighted,
      sectors: z.array(z.object({ ...sector, visited: count, needs: z.array(z.object({ ...need, ...estimate })) })),
    }),
    read: async (filter) => {
      const [cells, types, nameOf, weigh] = await Promise.all([
        readCells(filter),
        rankedTypes(),
        sectorNames(),
        weighing(filter),
      ])
      const sectors = sectorRows(cells, undefined, weigh).map(({ sectorId, visited: n, byType, shares }) => {
        const needs = types.map((type) => {
          const firms = byType.get(type.id) ?? 0
          return { ...needOf(type), ...estimateOf({ firms, n, ...foundOr(n, shares.get(type.id)) }) }
        })
        return { ...nameOf(sectorId), visited: n, needs }
      })
      return { weighted: filter.weighted, sectors }
    },
  }),
  digital: panel({
    about: 'The digital level of the firms that told it, in all and by sector.',
    answer: z.object({
      weighted,
      levels: z.array(z.object({ level: z.enum(DigitalLevel), ...estimate })),
      sectors: z.array(z.object({ ...sector, n: count, none: count, email: count, website: count })),
    }),
    read: async (filter) => {
      const [levels, nameOf, weigh] = await Promise.all([
        readLevels(filter),
        sectorNames(),
        weighing(filter, 'answered'),
      ])
      const sectors = levelsBySector(levels).map(({ sectorId, n, byLevel }) => ({ ...nameOf(sectorId), n, ...byLevel }))
      const shares = levelShares(levels, weigh).map((row) => ({ level: row.level, ...estimateOf(row) }))
      return { weighted: filter.weighted, levels: shares, sectors }
    },
  }),
  groups: panel({
    about: 'Young, female and foreign-owned firms, each against the others on every need. Intervals are Newcombe’s.',
    answer: z.object({
      weighted,
      groups: z.array(
        z.object({
          flag: z.enum(FLAGS),
          ...need,
          group: z.object(estimate),
          others: z.object(estimate),
          difference: z.number().nullable().describe('Group minus others; null where one has under 10 firms.'),
          low: z.number().nullable().describe('Lower end of the 95 % interval of the difference.'),
          high: z.number().nullable().describe('Upper end of it.'),
        }),
      ),
    }),
    read: async (filter) => {
      const [cells, types, weigh] = await Promise.all([readCells(filter), rankedTypes(), weighing(filter)])
      const groups = compareGroups(cells, types, weigh).flatMap(({ flag, needs }) =>
        needs.map(({ type, group, others, reading }) => {
          const { difference = null, interval = [null, null] } = reading.kind === 'few' ? {} : reading
          const sides = { group: estimateOf(group), others: estimateOf(others) }
          return { flag, ...needOf(type), ...sides, difference, low: interval[0], high: interval[1] }
        }),
      )
      return { weighted: filter.weighted, groups }
    },
  }),
  ...WORK_PANELS,
}
export type PanelName = keyof typeof PANELS
