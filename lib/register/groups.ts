import 'server-only'
import { db } from '@/lib/db'
import type { RejectReason } from '@/lib/register/schema'
import { isStaged, rejectTable, stageTable } from '@/lib/register/staged'
import type { SuspicionReason } from '@/lib/register/suspicions'
import { gate } from '@/lib/session'
import { Prisma } from '@/prisma/client/client'

export type RejectGroup = { reason: RejectReason; rows: number; line: number; column: string; value: string }

/** Rejected rows by reason, each with its first row as an example. */
export async function rejectGroups(importId: string): Promise<RejectGroup[]> {
  await gate('register.import')
  return db.$queryRaw<RejectGroup[]>`${grouped(await rejectTable(importId))}`
}

export type SuspicionGroup = Omit<RejectGroup, 'reason'> & { reason: SuspicionReason }

/** Rows taken in that cannot be quite right, and rows said twice, by reason. Kept as long as the import's staging is. */
export async function suspicionGroups(importId: string): Promise<SuspicionGroup[]> {
  await gate('register.import')
  const [found] = await db.$queryRaw<{ there: boolean }[]>`
    select to_regclass(${stageTable(importId, 'suspicion').sql}) is not null as there`
  return found?.there ? db.$queryRaw<SuspicionGroup[]>`${grouped(stageTable(importId, 'suspicion'))}` : []
}

const grouped = (table: Prisma.Sql) => Prisma.sql`
  select g.reason, g.rows, r.line, r."column", r.value
  from (select reason, count(*)::int as rows, min(ordinal) as first from ${table} t group by reason) g
  join ${table} r on r.ordinal = g.first
  order by g.rows desc, g.reason`

export type ChangeGroup = {
  field: string
  firms: number
  firmId: string
  name: string
  before: unknown
  after: unknown
}

/** Changed firms by field, each with one of them as an example; of a dry run, those that would change. */
export async function changeGroups(importId: string): Promise<ChangeGroup[]> {
  await gate('register.import')
  const changes = (await isStaged(importId))
    ? Prisma.sql`(select firm_id, changes from ${stageTable(importId, 'difference')})`
    : Prisma.sql`(select firm_id, changes from register_change where import_id = ${importId}::uuid and kind <> 'missing')`
  return db.$queryRaw<ChangeGroup[]>`
    select g.field, g.firms, f.id as "firmId", f.name, c.changes->g.field->0 as before, c.changes->g.field->1 as after
    from (
      select k.field, count(*)::int as firms, (array_agg(c.firm_id order by c.firm_id))[1] as firm_id
      from ${changes} c cross join lateral jsonb_object_keys(c.changes) k(field)
      group by k.field
    ) g
    join ${changes} c on c.firm_id = g.firm_id
    join firm f on f.id = g.firm_id
    order by g.firms desc, g.field`
}
