import 'server-only'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

const PAGE = 25
/** Lists never count a whole table. */
const MOST_COUNTED = 10_000

export type ToDecide = {
  firmId: string
  name: string
  field: string
  value: string | null
  registerValue: string | null
  by: string | null
  movedAt: Date
}

/** Corrections whose register value an import changed to something else than the person wrote, 25 a page. */
export async function correctionsToDecide(after: string): Promise<{ rows: ToDecide[]; next: string | null }> {
  await gate('register.import')
  const [firmId = '', field = ''] = after.split(' ')
  const from = /^[0-9a-f-]{36}$/.test(firmId) ? firmId : '00000000-0000-0000-0000-000000000000'
  const rows = await db.$queryRaw<ToDecide[]>`
    select c.firm_id::text as "firmId", f.name, c.field, coalesce(ours.name, c.value) as value,
      coalesce(theirs.name, c.register_value) as "registerValue", u.name as by, c.register_moved_at as "movedAt"
    from correction c join firm f on f.id = c.firm_id left join app_user u on u.id = c.user_id
    left join municipality ours on c.field = 'municipalityCode' and ours.istat_code = c.value
    left join municipality theirs on c.field = 'municipalityCode' and theirs.istat_code = c.register_value
    where c.register_moved_at is not null and c.field <> 'sizeClass' and (c.firm_id, c.field) > (${from}::uuid, ${field})
    order by c.firm_id, c.field limit ${PAGE + 1}`
  const last = rows[PAGE - 1]
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE && last ? `${last.firmId} ${last.field}` : null }
}

/** How many wait, up to 10,000. */
export async function countToDecide(): Promise<{ count: number; capped: boolean }> {
  await gate('register.import')
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select from correction where register_moved_at is not null
      and field <> 'sizeClass' limit ${MOST_COUNTED + 1}) c`
  const count = row?.count ?? 0
  return { count: Math.min(count, MOST_COUNTED), capped: count > MOST_COUNTED }
}
