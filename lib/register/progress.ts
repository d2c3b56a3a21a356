import 'server-only'
import { db } from '@/lib/db'
import type { ImportFormat } from '@/lib/register/schema'
import type { ImportStatus } from '@/prisma/client/enums'

export type Step = { status: ImportStatus; progress: number; total: number; format: ImportFormat }

/** At most two writes a second, whatever the speed. */
const PAUSE = 500

/**
 * Tells how far an import is, in its row, on a connection other than the one that applies: everybody sees it before
 * the transaction ends. `end` waits for the last one, because the applying transaction writes the same row.
 */
export function progressOf(importId: string, watch?: (step: Step) => void) {
  let last = 0
  let status: ImportStatus | null = null
  let writing: Promise<unknown> = Promise.resolve()
  return {
    async tell(step: Step): Promise<void> {
      const now = Date.now()
      if (step.status === status && now - last < PAUSE) return
      last = now
      status = step.status
      watch?.(step)
      await writing
      writing = db.registerImport.update({ where: { id: importId }, data: step, select: { id: true } })
    },
    end: () => writing,
  }
}
