import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { foundFile, importChoices } from '@/lib/register/schema'
import { gate } from '@/lib/session'

/** What is known of an import's file and what was decided about it, with the kept mappings; null for none. */
export async function columnsOf(importId: string) {
  await gate('register.import')
  if (!z.uuid().safeParse(importId).success) return null
  const [row, mappings] = await Promise.all([
    db.registerImport.findUnique({
      where: { id: importId },
      select: { id: true, fileName: true, status: true, found: true, choices: true },
    }),
    db.registerMapping.findMany({
      select: { id: true, name: true, fingerprint: true },
      orderBy: { name: 'asc' },
    }),
  ])
  const found = foundFile.safeParse(row?.found)
  return row && found.success
    ? { ...row, found: found.data, choices: importChoices.parse(row.choices), mappings }
    : null
}
