import 'server-only'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/** Firms of the pool that belong to no promoter's part of the campaign: nobody would ever call them. */
export async function unsharedFirms(campaignId: string): Promise<number> {
  await gate('campaigns.read')
  if (!(await db.campaignPromoterShare.count({ where: { campaignId } }))) return 0
  const within = (pool: Prisma.Sql, part: Prisma.Sql) => {
    const theirs = sql`from campaign_promoter_share s where s.campaign_id = p.campaign_id and s.user_id = p.user_id
      and ${part} is not null`
    return sql`(not exists (select ${theirs}) or exists (select ${theirs} and ${part} = ${pool}))`
  }
  const [pool] = await db.$queryRaw<[{ firms: number }]>`
    select coalesce(sum(pool.firms), 0)::int firms from (
      select f.sector_id, f.municipality_code, count(*) firms from assignment a join firm f on f.id = a.firm_id
      where a.campaign_id = ${campaignId}::uuid and a.state = 'to_call' group by 1, 2) pool
    where not exists (select from campaign_promoter p where p.campaign_id = ${campaignId}::uuid
      and ${within(sql`pool.sector_id`, sql`s.sector_id`)}
      and ${within(sql`pool.municipality_code`, sql`s.municipality_code`)})`
  return pool.firms
}
