import 'server-only'
import type { Client } from 'pg'
import { db } from '@/lib/db'
import { bringIn, Overtaken } from '@/lib/register/bring-in'
import { check } from '@/lib/register/check'
import { giveUp, isLost } from '@/lib/register/give-up'
import { type Progress, progressOf, type Watch } from '@/lib/register/progress'
import { removeUpload, uploadPath } from '@/lib/register/raw-file'
import { referenceFingerprint } from '@/lib/register/read'
import { type ImportFormat, importFormat } from '@/lib/register/schema'
import { sortInBatches } from '@/lib/register/sort'
import { enterStage } from '@/lib/register/stage-schema'
import { tidy } from '@/lib/register/tidy'
import { takeTurn } from '@/lib/register/turn'
import { takeBack } from '@/lib/register/undo'
import type { RegisterImport } from '@/prisma/client/client'
import type { ImportStatus } from '@/prisma/client/enums'

type Options = {
  /** Where the file lies, if it did not come over the network. */
  path?: string
  /** What to do where another import has the turn. */
  otherwise?: 'wait' | 'refuse'
  watch?: Watch
}
type Step = (client: Client, row: RegisterImport, format: ImportFormat, progress: Progress) => Promise<unknown>

/** The dry run of an import that is marked as being checked. Safe to run again. */
export function checkImport(id: string, options: Options = {}): Promise<void> {
  return inTurn(id, 'checking', options, (client, row, format, progress) =>
    check(client, row, options.path ?? uploadPath(id), format, progress),
  )
}

/**
 * Writes an import that is marked as being applied. Where a crash of the database emptied its staging, or the sectors
 * were changed since, its file is read once more. Safe to run again.
 */
export function applyImport(id: string, options: Options = {}): Promise<void> {
  return inTurn(id, 'applying', options, async (client, row, format, progress) => {
    let read = row
    const staged = await enterStage(client, id)
    if (!staged || format.reference !== (await referenceFingerprint())) {
      format.again = true
      await check(client, row, options.path ?? uploadPath(id), format, progress)
      await progress.end()
      read = await db.registerImport.findUniqueOrThrow({ where: { id } })
    }
    await bringIn(client, read, format, progress)
    await removeUpload(id)
    await tidy(client)
  })
}

/** Takes back an import that is marked as being undone. Safe to run again. */
export function undoImport(id: string, options: Options = {}): Promise<void> {
  return inTurn(id, 'undoing', options, async (client, row, format, progress) => {
    await takeBack(client, row, format, progress)
    // What came back was sorted by the sectors of its day.
    if (format.reference !== (await referenceFingerprint())) await sortInBatches(client)
    await tidy(client)
  })
}

/**
 * Does one step on the connection that holds the turn; the import's row tells how it ended. What a lost connection
 * broke is thrown, for the job to be started anew; everything else ends the import.
 */
async function inTurn(id: string, status: ImportStatus, options: Options, step: Step): Promise<void> {
  const client = await takeTurn(id, options.otherwise ?? 'wait')
  try {
    const row = await db.registerImport.findUnique({ where: { id } })
    // Done by an earlier try, stopped, or thrown away.
    if (row?.status !== status) return
    // A dry run begins anew: what an earlier one noted no longer holds.
    const format = importFormat.parse(status === 'checking' ? {} : row.format)
    const progress = progressOf(id, format, options.watch)
    try {
      await step(client, row, format, progress)
    } catch (error) {
      await progress.end().catch(() => undefined)
      if (error instanceof Overtaken || (await wasStopped(id, status))) return
      if (!isLost(error)) await giveUp(row, error)
      throw error
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whoever stops an import marks it first and ends its connection then. */
async function wasStopped(id: string, status: ImportStatus): Promise<boolean> {
  const row = await db.registerImport.findUnique({ where: { id }, select: { status: true } }).catch(() => undefined)
  return row !== undefined && row?.status !== status
}
