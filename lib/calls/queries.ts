import 'server-only'
import type { CallingHours } from '@/lib/calling-hours/rules'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'
import type { CampaignStatus } from '@/prisma/client/enums'

/** Where this promoter called last: the desk opens there again. */
export async function lastCampaign(): Promise<string | null> {
  const actor = await gate('calls.log')
  const last = await db.call.findFirst({
    where: { userId: actor.id, campaign: { status: 'open', promoters: { some: { userId: actor.id } } } },
    orderBy: { at: 'desc' },
    select: { campaignId: true },
  })
  return last?.campaignId ?? null
}

export type CallingPlan = CallingHours & {
  id: string
  name: string
  status: CampaignStatus
  noAnswerHours: number
  busyHours: number
  maxAttempts: number
  visitMinutes: number
  /** Who can be sent to visit. */
  visitors: { id: string; name: string }[]
}

/** How the calls of a campaign go: its rules and its people; null where this promoter does not call for it. */
export async function callingPlan(campaignId: string): Promise<CallingPlan | null> {
  const actor = await gate('calls.log')
  const [plan] = await db.$queryRaw<CallingPlan[]>`
    select c.id, c.name, c.status, c.no_answer_hours "noAnswerHours", c.busy_hours "busyHours",
      c.max_attempts "maxAttempts", c.visit_minutes "visitMinutes",
      c.office_hours "officeHours", c.saturdays, to_json(c.day_parts) "dayParts",
      (select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name)
        from campaign_promoter p join app_user u on u.id = p.user_id where p.campaign_id = c.id and u.active) visitors
    from campaign c join campaign_promoter own on own.campaign_id = c.id and own.user_id = ${actor.id}::uuid
    where c.id = ${campaignId}::uuid`
  return plan ?? null
}

/** The needs to choose from, in their order, by their short names. */
export async function needNames() {
  await gate('calls.log')
  return db.needType.findMany({
    where: { retired: false },
    orderBy: { position: 'asc' },
    select: { id: true, shortIt: true, shortEn: true },
  })
}
