import 'server-only'
import { db } from '@/lib/db'
import { stageSchema } from '@/lib/register/stage-schema'
import { Prisma } from '@/prisma/client/client'

/** Unexported to pages: lib/register/queries, lists and rejects read the staging of a dry run by these. */

export type Rejected = { ordinal: number; line: number; column: string; value: string; reason: string; row: string }

/** Whether the rows of the dry run lie there: not yet written, not thrown away. */
export async function isStaged(importId: string): Promise<boolean> {
  const [found] = await db.$queryRaw<{ there: boolean }[]>`
    select to_regclass(${`${stageSchema(importId)}.verdict`}) is not null as there`
  return found?.there === true
}

/** A staging table in SQL. The schema's name is made of the digits of a checked id. */
export const stageTable = (importId: string, table: string) => Prisma.raw(`${stageSchema(importId)}.${table}`)

/** Where rejected rows are: in the staging of the dry run, then with the import. */
export async function rejectTable(importId: string): Promise<Prisma.Sql> {
  if (await isStaged(importId)) return stageTable(importId, 'rejected')
  return Prisma.sql`(select ordinal, line, "column", value, reason, "row" from register_reject
    where import_id = ${importId}::uuid)`
}

export async function readRejects(importId: string, after: number, take: number): Promise<Rejected[]> {
  return db.$queryRaw<Rejected[]>`
    select ordinal, line, "column", value, reason, "row" from ${await rejectTable(importId)} r
    where ordinal > ${after} order by ordinal limit ${take}`
}
