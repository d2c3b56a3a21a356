import 'server-only'
import { existsSync } from 'node:fs'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type MessageValues, Refusal } from '@/lib/refusal'
import { uploadPath } from '@/lib/register/raw-file'
import type { RegisterImport } from '@/prisma/client/client'
import type { ImportStatus } from '@/prisma/client/enums'

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** The database went away, or ended the connection: nothing was done, and the same may work in a moment. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error)
  if (/^(57P0[1-5]|08...|ECONN\w+|EPIPE|P1001|P1017)$/.test(code)) return true
  return (
    error instanceof Error &&
    /Connection terminated|not queryable|connection error|Client was closed/i.test(error.message)
  )
}

/** PostgreSQL's, and the file system's. */
const isFull = (error: unknown) => ['53100', 'ENOSPC', 'EDQUOT'].includes(codeOf(error))

function reasonOf(error: unknown): { key: string; values: MessageValues } {
  if (error instanceof Refusal) return { key: error.key, values: error.values }
  if (isFull(error)) return { key: 'registerDiskFull', values: {} }
  if (codeOf(error) === 'ENOENT') return { key: 'registerFileGone', values: {} }
  return { key: 'registerFailed', values: {} }
}

/** A person can say which column it is, as long as the file is here. */
const UNMAPPED = ['registerNoKey', 'registerNoName']

function statusAfter({ id, status }: RegisterImport, error: unknown): ImportStatus {
  // An undo that failed leaves the import as it was: in the register.
  if (status === 'undoing') return 'done'
  if (!(error instanceof Refusal)) return 'interrupted'
  return UNMAPPED.includes(error.key) && existsSync(uploadPath(id)) ? 'mapping' : 'refused'
}

/** Nothing was written; the row says why, for the person at the screen and for the history. */
export async function giveUp(of: RegisterImport, error: unknown): Promise<void> {
  const refusal = reasonOf(error)
  const status = statusAfter(of, error)
  const ends = status === 'refused' || status === 'interrupted'
  await db.$transaction(async (tx) => {
    const { count } = await tx.registerImport.updateMany({
      where: { id: of.id, status: of.status },
      data: { status, refusal, ...(ends ? { finishedAt: new Date() } : {}) },
    })
    if (!count || status === 'mapping') return
    await recordActivity(tx, of.userId ? { id: of.userId } : null, {
      verb: `register.${ends ? status : 'notUndone'}`,
      subjectId: of.id,
      changes: { fileName: of.fileName, reason: refusal.key },
    })
  })
}
