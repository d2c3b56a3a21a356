import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'
import type { CampaignStatus } from '@/prisma/client/enums'

const PERIOD = { id: true, name: true, status: true, startsOn: true, endsOn: true } as const

/** Campaigns the actor may choose, the latest first: a promoter's are those they call for. */
export const campaignChoices = cache(async () => {
  const actor = await gate()
  return db.campaign.findMany({
    where: actor.role === 'promoter' ? { promoters: { some: { userId: actor.id } } } : {},
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: PERIOD,
  })
})

export type CampaignProgress = {
  id: string
  name: string
  status: CampaignStatus
  startsOn: Date
  endsOn: Date
  targetCalls: number
  targetVisits: number
  listed: number
  /** Of a long list, firms that are not on it yet. */
  waiting: number
  tried: number
  contacted: number
  appointments: number
  visited: number
  promoters: string[]
}

/** Counts of firms, each once. A firm visited without a call counts as contacted too; reserves are not listed. */
async function progressOf(where: Prisma.Sql): Promise<CampaignProgress[]> {
  return db.$queryRaw<CampaignProgress[]>`
    select c.id, c.name, c.status, c.starts_on "startsOn", c.ends_on "endsOn",
      c.target_calls "targetCalls", c.target_visits "targetVisits",
      coalesce(n.listed, 0) listed,
      coalesce((select sum(b.firms) from campaign_batch b where b.campaign_id = c.id and b.state <> 'reserve'), 0)::int waiting, coalesce(n.tried, 0) tried, coalesce(n.contacted, 0) contacted,
      coalesce(n.appointments, 0) appointments, coalesce(v.visited, 0) visited,
      array(select u.name from campaign_promoter p join app_user u on u.id = p.user_id
        where p.campaign_id = c.id order by u.name) promoters
    from campaign c
    left join lateral (
      select count(*)::int listed, (count(*) filter (where a.attempts > 0))::int tried,
        (count(*) filter (where a.contacted_at is not null or a.state = 'visited'))::int contacted,
        (count(*) filter (where a.state = 'appointment'))::int appointments
      from assignment a where a.campaign_id = c.id and a.state <> 'reserve') n on true
    left join lateral (
      select count(distinct firm_id)::int visited from visit where campaign_id = c.id) v on true
    where ${where} order by c.status, c.starts_on desc, c.id desc`
}

export async function campaignList(): Promise<CampaignProgress[]> {
  await gate('campaigns.read')
  return progressOf(Prisma.sql`true`)
}

/** One campaign with its rules and people; null where there is none. */
export const campaignDetail = cache(async (id: string) => {
  await gate('campaigns.read')
  if (!UUID.test(id)) return null
  const select = {
    user: { select: { id: true, name: true, active: true } },
    shares: { select: { sectorId: true, municipalityCode: true } },
  }
  const campaign = await db.campaign.findUnique({
    where: { id },
    include: { promoters: { select, orderBy: { user: { name: 'asc' } } } },
  })
  const [progress] = campaign ? await progressOf(Prisma.sql`c.id = ${id}::uuid`) : []
  return campaign && progress ? { ...campaign, progress } : null
})

/** An address may carry anything. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Everybody who can call for a campaign. */
export async function promoters() {
  await gate('campaigns.read')
  const where = { role: 'promoter' as const, active: true }
  return db.user.findMany({ where, orderBy: { name: 'asc' }, select: { id: true, name: true } })
}
