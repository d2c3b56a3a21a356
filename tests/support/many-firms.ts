import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import { sectorId } from '@/prisma/catalogues/seed'

/**
 * Puts `count` callable firms with a number each on the list of a campaign, in one go; their tax codes begin with 999
 * and are no more than distinct. For tests of many, where `firm()` by the thousand would take minutes.
 */
export async function listMany(campaignId: string, count: number): Promise<void> {
  const run = uuidv7().slice(-6)
  await db.$executeRaw`
    with made as (
      insert into firm (id, codice_fiscale, name, search_name, sector_id, municipality_code, updated_at)
      select gen_random_uuid(), '999' || ${run} || n, 'Impresa ' || n, 'impresa' || n, ${sectorId('metals')}::uuid,
        '059011', now() from generate_series(1, ${count}::int) n returning id, substr(name, 9)::int n),
    numbered as (
      insert into firm_phone (id, firm_id, e164, printed, source, updated_at)
      select gen_random_uuid(), id, '+390773' || lpad(n::text, 6, '0'), '0773' || lpad(n::text, 6, '0'), 'register', now()
      from made)
    insert into assignment (id, campaign_id, firm_id, draw_order, updated_at)
    select gen_random_uuid(), ${campaignId}::uuid, id, n, now() from made`
  await db.$executeRaw`analyze firm, firm_phone, assignment`
}
