import 'server-only'
import { recordActivity } from '@/lib/activity'
import { db, type Tx } from '@/lib/db'
import { countTables } from '@/lib/open-data/count'
import { closingDayBefore, editionFrom, type Told } from '@/lib/open-data/rules'
import { type OpenDataChange, openDataSettings } from '@/lib/open-data/schema'
import { type Actor, permit } from '@/lib/permissions'
import { dateColumn, dayOf } from '@/lib/today/rules'
import type { Prisma } from '@/prisma/client/client'

const KEY = 'openData'

export async function openDataIn(tx: Pick<Tx, 'setting'>) {
  const row = await tx.setting.findUnique({ where: { key: KEY }, select: { value: true } })
  return openDataSettings.parse(row?.value ?? {})
}

/** Switches the public tables on or off and says under which licence; switched on, the last quarter is told at once. */
export async function changeOpenData(actor: Actor, after: OpenDataChange, now = new Date()): Promise<void> {
  permit(actor, 'openData.write')
  await db.$transaction(async (tx) => {
    await tx.setting.createMany({ data: [{ key: KEY, value: {} }], skipDuplicates: true })
    await tx.$queryRaw`select 1 from setting where key = ${KEY} for update`
    const before = await openDataIn(tx)
    const fields = Object.keys(after) as (keyof OpenDataChange)[]
    const changed = fields.filter((field) => before[field] !== after[field])
    if (changed.length > 0) {
      await tx.setting.update({ where: { key: KEY }, data: { value: after } })
      const changes = Object.fromEntries(changed.map((field) => [field, [before[field], after[field]]]))
      await recordActivity(tx, actor, { verb: 'openData.changed', changes })
    }
    if (after.on) await closeQuarter(tx, now)
  })
}

/** The job: tells the last quarter where that is switched on and not done. */
export async function releaseOpenData(now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from setting where key = ${KEY} for update`
    if ((await openDataIn(tx)).on) await closeQuarter(tx, now)
  })
}

/** What an edition of the last quarter would tell; null where the one before must stay. */
export async function draftEdition(tx: Tx, now: Date): Promise<{ closedOn: string; tables: Told[] } | null> {
  const closedOn = closingDayBefore(dayOf(now))
  const editions = await tx.openDataEdition.findMany({ orderBy: { closedOn: 'asc' } })
  const last = editions.at(-1)
  if (last && last.closedOn >= dateColumn(closedOn)) return null
  const earlier = editions.map(({ tables }) => tables as unknown as Told[])
  const tables = editionFrom(await countTables(tx, closedOn), earlier)
  return tables && { closedOn, tables }
}

async function closeQuarter(tx: Tx, now: Date) {
  const draft = await draftEdition(tx, now)
  if (!draft) return
  const data = { closedOn: dateColumn(draft.closedOn), tables: draft.tables as unknown as Prisma.InputJsonValue }
  await tx.openDataEdition.create({ data })
  await recordActivity(tx, null, { verb: 'openData.released', changes: { closedOn: draft.closedOn } })
}
