import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/**
 * Of `firm f`: belongs to this promoter's part of the campaign, by sector and by area; who has no part of a kind calls
 * all of it. Its subqueries look at nothing of the firm's, so that PostgreSQL asks them once for a whole statement.
 */
export function mayCall({ campaignId, userId }: { campaignId: string; userId: string }): Prisma.Sql {
  const within = (firm: Prisma.Sql, part: Prisma.Sql) => {
    const theirs = sql`from campaign_promoter_share s where s.campaign_id = ${campaignId}::uuid
      and s.user_id = ${userId}::uuid and ${part} is not null`
    return sql`(not exists (select ${theirs}) or ${firm} = any(array(select ${part} ${theirs})))`
  }
  return sql`(${within(sql`f.sector_id`, sql`s.sector_id`)}
    and ${within(sql`f.municipality_code`, sql`s.municipality_code`)})`
}
