import 'server-only'
import type { z } from 'zod'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import type { KeepMappingInput, ofMapping, renameMappingInput } from '@/lib/register/mapping-schema'
import type { Recall } from '@/lib/register/open'
import { foundFile, importChoices } from '@/lib/register/schema'
import type { RegisterMapping } from '@/prisma/client/client'

const decided = importChoices.pick({ columns: true, words: true })

/**
 * The mapping an import goes by: the one it names, which must have been made for the same header
 * (`registerNoMapping`, `registerMappingMisfit`), else the one last kept for it.
 */
export const recallMapping: Recall = async ({ mapping: name }, fingerprint) => {
  const row =
    name === undefined
      ? await db.registerMapping.findFirst({ where: { fingerprint }, orderBy: { updatedAt: 'desc' } })
      : await db.registerMapping.findUnique({ where: { name } })
  if (!row && name !== undefined) throw new Refusal('registerNoMapping', { name })
  if (row && row.fingerprint !== fingerprint) throw new Refusal('registerMappingMisfit', { name: row.name })
  return row && { name: row.name, ...decided.parse(row) }
}

/**
 * Keeps the columns chosen for an import under a name. The same name for the same header is the same mapping, now with
 * these columns; refuses a name that stands for another header (`registerMappingName`) and an import whose file has not
 * been opened (`notFound`).
 */
export async function keepMapping(actor: Actor, input: KeepMappingInput): Promise<RegisterMapping> {
  permit(actor, 'register.import')
  const { id, importId, name, columns, words } = input
  return db.$transaction(async (tx) => {
    const row = await tx.registerImport.findUnique({ where: { id: importId }, select: { found: true } })
    const found = foundFile.safeParse(row?.found)
    if (!found.success) throw new Refusal('notFound')
    const { fingerprint, header } = found.data
    const kept = { fingerprint, header, columns, words, userId: actor.id }
    const before = await tx.registerMapping.findFirst({ where: { OR: [{ name }, { id }] } })
    if (before && (before.name !== name || before.fingerprint !== fingerprint))
      throw new Refusal('registerMappingName', { name })
    const mapping = before
      ? await tx.registerMapping.update({ where: { id: before.id }, data: kept })
      : await tx.registerMapping.create({ data: { id, name, ...kept } })
    await recordActivity(tx, actor, { verb: 'register.mappingKept', subjectId: mapping.id, changes: { name } })
    return mapping
  })
}

/** Refuses an unknown mapping (`notFound`) and a name another one has (`registerMappingName`). */
export async function renameMapping(actor: Actor, { id, name }: z.output<typeof renameMappingInput>): Promise<void> {
  permit(actor, 'register.import')
  await db.$transaction(async (tx) => {
    const before = await tx.registerMapping.findUnique({ where: { id } })
    if (!before) throw new Refusal('notFound')
    if (before.name === name) return
    const taken = await tx.registerMapping.findUnique({ where: { name }, select: { id: true } })
    if (taken) throw new Refusal('registerMappingName', { name })
    await tx.registerMapping.update({ where: { id }, data: { name } })
    const changes = { name: [before.name, name] }
    await recordActivity(tx, actor, { verb: 'register.mappingRenamed', subjectId: id, changes })
  })
}

/** Imports made by it keep what they did. One that is gone already changes nothing. */
export async function deleteMapping(actor: Actor, { id }: z.output<typeof ofMapping>): Promise<void> {
  permit(actor, 'register.import')
  await db.$transaction(async (tx) => {
    const before = await tx.registerMapping.findUnique({ where: { id } })
    if (!before) return
    await tx.registerMapping.delete({ where: { id } })
    await recordActivity(tx, actor, { verb: 'register.mappingDeleted', subjectId: id, changes: { name: before.name } })
  })
}
