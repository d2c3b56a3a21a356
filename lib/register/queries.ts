import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/refusal'
import { isRunning, RUNNING } from '@/lib/register/running'
import { type ImportProgress, importFormat, type RejectReason, refusalShape } from '@/lib/register/schema'
import { isTurnTaken } from '@/lib/register/turn'
import { gate } from '@/lib/session'
import type { RegisterImport } from '@/prisma/client/client'

const withUser = { user: { select: { name: true } } } as const

/** What is marked as running while nobody holds the turn was cut short: its process died. */
async function asItIs<T extends RegisterImport>(rows: T[]): Promise<T[]> {
  if (!rows.some((row) => isRunning(row.status)) || (await isTurnTaken())) return rows
  return rows.map((row) => (isRunning(row.status) ? { ...row, status: 'interrupted' as const } : row))
}

function shaped<T extends RegisterImport>(row: T) {
  const refusal = refusalShape.safeParse(row.refusal)
  return { ...row, format: importFormat.parse(row.format), refusal: refusal.success ? refusal.data : null }
}

function progressOf(row: RegisterImport): ImportProgress {
  const { readingAt = null, applyingAt = null } = importFormat.parse(row.format)
  const { id, fileName, bytes, status, progress, total, startedAt } = row
  const { read, created, changed, unchanged, ceased, rejected } = row
  const counts = { read, created, changed, unchanged, ceased, rejected }
  const times = { startedAt: startedAt.toISOString(), readingAt, applyingAt }
  return { id, fileName, bytes: Number(bytes), status, progress, total, counts, ...times }
}

/** How far one import is. Refuses an unknown one (`notFound`). */
export async function importProgress(id: string): Promise<ImportProgress> {
  await gate('register.import')
  const row = z.uuid().safeParse(id).success ? await db.registerImport.findUnique({ where: { id } }) : null
  const [known] = row ? await asItIs([row]) : []
  if (!known) throw new Refusal('notFound')
  return progressOf(known)
}

/** The import under way, if there is one. */
export async function runningImport(): Promise<ImportProgress | null> {
  await gate('register.import')
  const row = await db.registerImport.findFirst({
    where: { status: { in: [...RUNNING] } },
    orderBy: { startedAt: 'desc' },
  })
  const [known] = row ? await asItIs([row]) : []
  return known && isRunning(known.status) ? progressOf(known) : null
}

/** The last imports, newest first. */
export async function recentImports(limit = 8) {
  await gate('register.import')
  const rows = await db.registerImport.findMany({ orderBy: { startedAt: 'desc' }, take: limit, include: withUser })
  return (await asItIs(rows)).map(shaped)
}

/** One import with its counts, or null. */
export async function importById(id: string) {
  await gate('register.import')
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.registerImport.findUnique({ where: { id }, include: withUser })
  const [known] = row ? await asItIs([row]) : []
  return known ? shaped(known) : null
}

/** What came of the last import; null where there was none, or one is running. */
export async function latestEnded() {
  const [latest] = await recentImports(1)
  return latest && !isRunning(latest.status) ? latest : null
}

/** Names of the sectors, also of retired ones. */
export async function sectorNames() {
  await gate('register.import')
  return db.sector.findMany({ select: { id: true, nameIt: true, nameEn: true } })
}

export type RejectGroup = { reason: RejectReason; rows: number; line: number; column: string; value: string }

/** Rejected rows by reason, each with its first row as an example. */
export async function rejectGroups(importId: string): Promise<RejectGroup[]> {
  await gate('register.import')
  return db.$queryRaw<RejectGroup[]>`
    select reason, count(*)::int as rows, (array_agg(line order by ordinal))[1] as line,
      (array_agg("column" order by ordinal))[1] as "column", (array_agg(value order by ordinal))[1] as value
    from register_reject where import_id = ${importId}::uuid
    group by reason order by rows desc, reason`
}

export type ChangeGroup = {
  field: string
  firms: number
  firmId: string
  name: string
  before: unknown
  after: unknown
}

/** Changed firms by field, each with one of them as an example. */
export async function changeGroups(importId: string): Promise<ChangeGroup[]> {
  await gate('register.import')
  return db.$queryRaw<ChangeGroup[]>`
    select g.field, g.firms, f.id as "firmId", f.name, c.changes->g.field->0 as before, c.changes->g.field->1 as after
    from (
      select k.field, count(*)::int as firms, (array_agg(c.firm_id order by c.firm_id))[1] as firm_id
      from register_change c cross join lateral jsonb_object_keys(c.changes) k(field)
      where c.import_id = ${importId}::uuid group by k.field
    ) g
    join register_change c on c.import_id = ${importId}::uuid and c.firm_id = g.firm_id
    join firm f on f.id = g.firm_id
    order by g.firms desc, g.field`
}
