import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { validSince } from '@/lib/oppositions/rules'
import { gate } from '@/lib/session'
import type { OppositionRule } from '@/prisma/client/enums'

/**
 * Numbers of a firm (E.164) that no link may dial: a campaign that keeps to the register of oppositions still has to call
 * the firm, and holds no valid answer in its favour. What was agreed with a firm since is not advertising any more.
 */
export const blockedNumbers = cache(async (firmId: string): Promise<string[]> => {
  await gate('firms.read')
  const blocked = await db.$queryRaw<{ e164: string }[]>`
    select p.e164 from firm_phone p left join phone_check k on k.e164 = p.e164
    where p.firm_id = ${firmId}::uuid and p.e164 is not null
      and not coalesce(not k.opposed and k.checked_at >= ${validSince(new Date())}, false)
      and exists (select from assignment a join campaign c on c.id = a.campaign_id
        where a.firm_id = ${firmId}::uuid and c.opposition = 'block' and c.status <> 'closed'
          and a.state in ('to_call', 'callback', 'unreached', 'unreachable', 'refused'))`
  return blocked.map(({ e164 }) => e164)
})

export type OppositionFigures = {
  rule: OppositionRule
  /** Numbers of firms still to be called, each once. */
  numbers: number
  clear: number
  opposed: number
  /** Never checked, or longer ago than an answer holds. */
  due: number
  /** The latest check of any of them. */
  lastAt: Date | null
}

/** How the numbers of a campaign stand with the register of oppositions; null for no such campaign. */
export async function oppositionFigures(campaignId: string): Promise<OppositionFigures | null> {
  await gate('campaigns.read')
  const [figures] = await db.$queryRaw<OppositionFigures[]>`
    with asked as (
      select distinct p.e164 from assignment a join firm f on f.id = a.firm_id join firm_phone p on p.firm_id = f.id
      where a.campaign_id = ${campaignId}::uuid and a.state in ('reserve', 'to_call', 'callback')
        and f.do_not_contact_since is null and f.status <> 'ceased' and p.struck_at is null and p.e164 like '+39%'),
    stands as (
      select k.opposed, k.checked_at, coalesce(k.checked_at >= ${validSince(new Date())}, false) valid
      from asked left join phone_check k on k.e164 = asked.e164)
    select c.opposition rule, n.* from campaign c, (
      select count(*)::int numbers, (count(*) filter (where valid and not opposed))::int clear,
        (count(*) filter (where valid and opposed))::int opposed, (count(*) filter (where not valid))::int due,
        max(checked_at) "lastAt" from stands) n
    where c.id = ${campaignId}::uuid`
  return figures ?? null
}
