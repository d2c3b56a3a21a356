import 'server-only'
import { cache } from 'react'
import { perPromoterFigures } from '@/lib/chamber/queries'
import { registerMakeup } from '@/lib/composition/queries'
import { wholeOf } from '@/lib/composition/rules'
import { db } from '@/lib/db'
import { counted } from '@/lib/evidence/queries'
import { drawnCampaign, type Reach } from '@/lib/insight/rules'
import { type InsightFilter, insightFilter, STEPS } from '@/lib/insight/schema'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'
import { medianOf } from '@/lib/statistics/median'
import { dayOf, daysBetween } from '@/lib/today/rules'

/** Whether this person may narrow the figures to a promoter: who sees the campaigns, where the Chamber shows such figures. */
const mayAskByPromoter = cache(async (): Promise<boolean> => {
  const actor = await gate('insight.read')
  return can(actor, 'campaigns.read') && (await perPromoterFigures())
})

/**
 * The filter in an address, without what its reader may not ask for and without weights where the firms of one drawn
 * campaign are not what it is about.
 */
export async function readableFilter(raw: unknown): Promise<InsightFilter> {
  await gate('insight.read')
  const asked = insightFilter.parse(raw)
  const filter = asked.promoter.length && !(await mayAskByPromoter()) ? { ...asked, promoter: [] } : asked
  if (!filter.weighted) return filter
  const drawn = drawnCampaign((await readChoices()).campaigns, filter)
  return drawn ? { ...filter, campaign: [drawn.id] } : { ...filter, weighted: false }
}

/** Promoters one may filter by; none where their figures are not shown. */
export async function promoterChoices(): Promise<{ id: string; name: string }[]> {
  await gate('insight.read')
  if (!(await mayAskByPromoter())) return []
  const select = { id: true, name: true }
  return db.user.findMany({ where: { role: 'promoter' }, orderBy: [{ name: 'asc' }, { id: 'asc' }], select })
}

/** How many firms got how far; one number for each step of the funnel. */
export async function readReach(filter: InsightFilter): Promise<Reach> {
  await gate('insight.read')
  return countReach(filter)
}

/** Asked by the headline and by the funnel of the same page, and answered once. */
const countReach = cache(async (filter: InsightFilter): Promise<Reach> => {
  const counts = await counted('steps', filter)
  return Object.fromEntries(STEPS.map((step, bit) => [step, counts[bit] ?? 0])) as Reach
})

export type NeedTotals = {
  recorded: number
  /** Firms that said them, visited or not. */
  firms: number
  atVisits: number
  takenUp: number
  met: number
  overdue: number
  /** Median from recording to taking up, in days made of whole hours; null where none was taken up. */
  daysToTakeUp: number | null
}

/** Every need said in the filter, and how far the offices got with them; overdue as of now, in Italian days. */
export async function readNeedTotals(filter: InsightFilter, now = new Date()): Promise<NeedTotals> {
  await gate('insight.read')
  const { hoursWaited, ...counts } = await counted('needs', filter, daysBetween('2000-01-01', dayOf(now)))
  const hours = medianOf(hoursWaited)
  return { ...counts, daysToTakeUp: hours === null ? null : hours / 24 }
}

/** Active firms of the register: all of them, and those the filter describes as they are today. */
export async function readRegister(filter: InsightFilter): Promise<{ total: number; described: number }> {
  await gate('insight.read')
  const [all, described] = await Promise.all([registerMakeup(EVERYTHING), registerMakeup(filter)])
  return { total: wholeOf(all), described: wholeOf(described) }
}

const EVERYTHING = insightFilter.parse({})

/** Campaigns, sectors and municipalities one may filter by; retired sectors too, since evidence keeps them. */
export async function insightChoices() {
  await gate('insight.read')
  return readChoices()
}

const readChoices = cache(async () => {
  const [campaigns, sectors, municipalities] = await Promise.all([
    db.campaign.findMany({
      orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
      select: { id: true, name: true, kind: true, startsOn: true, endsOn: true, targetCalls: true, targetVisits: true },
    }),
    db.sector.findMany({ orderBy: { position: 'asc' }, select: { id: true, code: true, nameIt: true, nameEn: true } }),
    db.municipality.findMany({ orderBy: { name: 'asc' }, select: { istatCode: true, name: true, province: true } }),
  ])
  return { campaigns, sectors, municipalities }
})
