import 'server-only'
import { chamberName } from '@/lib/chamber/queries'
import { db } from '@/lib/db'
import { draftEdition, openDataIn } from '@/lib/open-data/mutations'
import type { Told } from '@/lib/open-data/rules'
import { gate } from '@/lib/session'

export type Edition = { closedOn: string; madeAt: Date; tables: Told[] }

async function lastEdition(): Promise<Edition | null> {
  const row = await db.openDataEdition.findFirst({ orderBy: { closedOn: 'desc' } })
  if (!row) return null
  const closedOn = row.closedOn.toISOString().slice(0, 10)
  return { closedOn, madeAt: row.createdAt, tables: row.tables as unknown as Told[] }
}

/** What everybody may read, without signing in: the last edition, while the admin has it switched on; else null. */
export async function publicEdition() {
  const settings = await openDataIn(db)
  if (!settings.on) return null
  const edition = await lastEdition()
  return edition && { ...edition, settings, publisher: await chamberName() }
}

/** The admin's page: the settings, and what is public or would be. */
export async function openDataPreview(now = new Date()) {
  await gate('openData.write')
  const settings = await openDataIn(db)
  const edition = await lastEdition()
  if (edition) return { settings, edition, isDraft: false }
  const draft = await db.$transaction((tx) => draftEdition(tx, now))
  return { settings, edition: draft, isDraft: true }
}
