import 'server-only'
import { z } from 'zod'
import { count, panel } from '@/lib/api/panel'
import { registerMakeup, visitedMakeup } from '@/lib/composition/queries'
import { likeness, places, wholeOf } from '@/lib/composition/rules'
import { insightChoices } from '@/lib/insight/queries'
import { readPresented } from '@/lib/presented/queries'
import { showShare } from '@/lib/statistics/showing'
import { readWeeks } from '@/lib/trend/queries'

const part = z.number().min(0).max(1)

/** Where, when and with what the promoters worked, and how like the register the firms are. */
export const WORK_PANELS = {
  territory: panel({
    about: 'Visited firms by municipality, beside the active ones of the register.',
    answer: z.object({
      municipalities: z.array(
        z.object({
          municipalityCode: z.string(),
          municipality: z.string().nullable(),
          visited: count,
          registered: count,
          perThousand: z.number().nullable(),
        }),
      ),
    }),
    read: async (filter) => {
      const [register, seen, choices] = await Promise.all([
        registerMakeup(filter),
        visitedMakeup(filter),
        insightChoices(),
      ])
      const names = new Map(choices.municipalities.map((m) => [m.istatCode, m.name]))
      const municipalities = places(register, seen).map(({ code, rate, ...counts }) => {
        return { municipalityCode: code, municipality: names.get(code) ?? null, ...counts, perThousand: rate }
      })
      return { municipalities }
    },
  }),
  trend: panel({
    about: 'Firms contacted and visited and needs recorded, week by week from its Monday, in Italy.',
    answer: z.object({
      weeks: z.array(z.object({ monday: z.iso.date(), contacted: count, visited: count, needs: count })),
    }),
    read: async (filter) => ({ weeks: await readWeeks(filter) }),
  }),
  presented: panel({
    about: 'Services presented at visits, and what the firms said of them.',
    answer: z.object({
      services: z.array(
        z.object({
          serviceId: z.uuid(),
          serviceIt: z.string(),
          serviceEn: z.string(),
          presented: count,
          knownAsked: count.describe('Firms that answered whether they knew it.'),
          known: count,
          usedAsked: count,
          used: count,
          interestedAsked: count,
          interested: count,
        }),
      ),
    }),
    read: async (filter) => {
      const rows = await readPresented(filter)
      const services = rows.map(({ id, nameIt, nameEn, ...counts }) => {
        return { serviceId: id, serviceIt: nameIt, serviceEn: nameEn, ...counts }
      })
      return { services }
    },
  }),
  likeness: panel({
    about: 'The visited firms beside the register, by size, flag and sector.',
    answer: z.object({
      groups: z.array(
        z.object({
          kind: z.enum(['size', 'flag', 'sector']),
          key: z.string().describe('Size class, flag or id of the sector.'),
          register: count,
          registerShare: part,
          visited: count,
          visitedShare: part.nullable().describe('Null under 10 visited firms.'),
          low: part.nullable(),
          high: part.nullable(),
        }),
      ),
    }),
    read: async (filter) => {
      const [register, seen] = await Promise.all([registerMakeup(filter), visitedMakeup(filter)])
      const shown = showShare(wholeOf(seen))
      const groups = likeness(register, seen).map(({ interval, visitedShare, ...line }) => {
        const [low, high] = (shown && interval) || [null, null]
        return { ...line, visitedShare: shown ? visitedShare : null, low, high }
      })
      return { groups }
    },
  }),
}
