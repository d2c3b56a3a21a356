import 'server-only'
import { existsSync } from 'node:fs'
import type { z } from 'zod'
import { recordActivity } from '@/lib/activity'
import { db, type Tx } from '@/lib/db'
import { type JobName, queueJob } from '@/lib/jobs'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { insistOnLatest, markApplying } from '@/lib/register/marks'
import { keptUntil, removeUpload, uploadPath } from '@/lib/register/raw-file'
import { canStop } from '@/lib/register/running'
import type { applyInput, ofImport } from '@/lib/register/schema'
import { stageSchema } from '@/lib/register/stage-schema'
import { endTurn } from '@/lib/register/turn'
import type { RegisterImport } from '@/prisma/client/client'
import type { ImportStatus } from '@/prisma/client/enums'

type Of = z.output<typeof ofImport>

/**
 * "Apply": a checked import is written by a job. The same again changes nothing. Refuses `registerNotChecked`, and
 * `registerManyMissing` where a full extract would cease more than a fifth of the active firms and nobody is `sure`.
 */
export async function confirmImport(actor: Actor, { importId, full, sure }: z.output<typeof applyInput>) {
  permit(actor, 'register.import')
  await db.$transaction(async (tx) => {
    const row = await lockImport(tx, importId)
    if (row.status === 'applying' || row.status === 'done') return
    await markApplying(tx, row, { full, sure })
    await queueJob(tx, 'register.apply', { importId })
    await recordActivity(tx, actor, deed(row, 'confirmed', { full }))
  })
}

/**
 * Makes the dry run once more, by what is decided about the columns now. Refuses `registerFileGone` where the file is
 * no longer kept, `registerBusyNow` while something is done with it.
 */
export async function checkAgain(actor: Actor, { importId }: Of) {
  permit(actor, 'register.import')
  await db.$transaction(async (tx) => {
    const row = await lockImport(tx, importId)
    if (row.status === 'checking') return
    insistOn(row, ['mapping', 'checked', 'interrupted', 'refused'], 'registerBusyNow')
    if (!existsSync(uploadPath(importId))) throw new Refusal('registerFileGone')
    await set(tx, row, { status: 'checking', refusal: undefined, keptUntil: await keptUntil(), finishedAt: null })
    await queueJob(tx, 'register.check' satisfies JobName, { importId })
  })
}

/** Throws an import away before it is applied: its file and its staging go. Refuses `registerNotWaiting`. */
export async function discardImport(actor: Actor, { importId }: Of) {
  permit(actor, 'register.import')
  await db.$transaction(async (tx) => {
    const row = await lockImport(tx, importId)
    if (row.status === 'discarded') return
    insistOn(row, ['mapping', 'checked', 'interrupted', 'refused'], 'registerNotWaiting')
    await tx.$executeRawUnsafe(`drop schema if exists ${stageSchema(importId)} cascade`)
    await set(tx, row, { status: 'discarded', keptUntil: null, finishedAt: new Date() })
    await recordActivity(tx, actor, deed(row, 'discarded'))
  })
  await removeUpload(importId)
}

/** Stops a dry run or an import: the register is as it was before. Refuses `registerNotRunning`. */
export async function stopImport(actor: Actor, { importId }: Of) {
  permit(actor, 'register.import')
  await db.$transaction(async (tx) => {
    // Not locked first: an import in its last moment holds its row until it has ended.
    const row = await tx.registerImport.findUnique({ where: { id: importId } })
    if (!row) throw new Refusal('notFound')
    if (!canStop(row.status)) throw new Refusal('registerNotRunning')
    const refusal = { key: 'registerStopped', values: {} }
    const { count } = await tx.registerImport.updateMany({
      where: { id: importId, status: row.status },
      data: { status: 'interrupted', refusal, finishedAt: new Date() },
    })
    if (!count) throw new Refusal('registerNotRunning')
    await endTurn(tx, importId)
    await recordActivity(tx, actor, deed(row, 'stopped'))
  })
}

/** The last import is taken back by a job. Refuses `registerNotLast` and `registerTooOld`. */
export async function requestUndo(actor: Actor, { importId }: Of) {
  permit(actor, 'register.import')
  await db.$transaction(async (tx) => {
    const row = await lockImport(tx, importId)
    if (row.status === 'undoing' || row.status === 'undone') return
    await insistOnLatest(tx, row)
    await set(tx, row, { status: 'undoing', refusal: undefined })
    await queueJob(tx, 'register.undo', { importId })
    await recordActivity(tx, actor, deed(row, 'undoRequested'))
  })
}

async function lockImport(tx: Tx, id: string): Promise<RegisterImport> {
  await tx.$queryRaw`select id from register_import where id = ${id}::uuid for update`
  const row = await tx.registerImport.findUnique({ where: { id } })
  if (!row) throw new Refusal('notFound')
  return row
}

function insistOn({ status }: RegisterImport, allowed: ImportStatus[], key: string) {
  if (!allowed.includes(status)) throw new Refusal(key)
}

const set = (tx: Tx, { id }: RegisterImport, data: Parameters<Tx['registerImport']['update']>[0]['data']) =>
  tx.registerImport.update({ where: { id }, data })

const deed = ({ id, fileName }: RegisterImport, verb: string, more: Record<string, boolean> = {}) => ({
  verb: `register.${verb}`,
  subjectId: id,
  changes: { fileName, ...more },
})
