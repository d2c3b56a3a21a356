import { type InsightFilter, narrowsFirms } from '@/lib/insight/schema'
import { showShare } from '@/lib/statistics/showing'
import type { CampaignKind } from '@/prisma/client/enums'

/** How many firms got how far; one number for each step of the funnel. */
export type Reach = {
  listed: number
  tried: number
  contacted: number
  appointment: number
  visited: number
  withNeeds: number
  takenUp: number
  met: number
}

type CampaignRow = { id: string; kind: CampaignKind; targetCalls: number; targetVisits: number }

/** The campaign the page is about, where it is one: the one chosen, or the Chamber's only one. */
export function soleCampaign<T extends CampaignRow>(campaigns: T[], filter: InsightFilter): T | undefined {
  const asked = filter.campaign.length ? campaigns.filter(({ id }) => filter.campaign.includes(id)) : campaigns
  return asked.length === 1 ? asked[0] : undefined
}

/** The one campaign asked for, where its firms were drawn: only its figures can be weighted. */
export function drawnCampaign<T extends CampaignRow>(campaigns: T[], filter: InsightFilter): T | undefined {
  const sole = soleCampaign(campaigns, filter)
  return sole?.kind === 'drawn' ? sole : undefined
}

/** Targets are of a whole campaign: beside a part of its firms or of its days they would mislead. */
export function targetsOf<T extends CampaignRow>(campaigns: T[], filter: InsightFilter): T | undefined {
  const partial = narrowsFirms(filter) || filter.from || filter.to
  return partial ? undefined : soleCampaign(campaigns, filter)
}

/** Whether some of the firms were chosen from a list rather than drawn: then the page speaks of coverage. */
export function isCoverage(campaigns: CampaignRow[], filter: InsightFilter): boolean {
  const asked = filter.campaign.length ? campaigns.filter(({ id }) => filter.campaign.includes(id)) : campaigns
  return asked.some(({ kind }) => kind === 'list')
}

/** A part of a whole between 0 and 1; null where the whole is too small for a percentage. */
export function shownShare(part: number, whole: number): number | null {
  return showShare(whole) ? part / whole : null
}
