import 'server-only'
import { db } from '@/lib/db'
import { RUNNING } from '@/lib/register/running'
import type { ImportFormat, ImportStep } from '@/lib/register/schema'

export type Step = { step: ImportStep; progress: number; total: number }
export type Watch = (step: Step) => void

/** At most two writes a second, whatever the speed. */
const PAUSE = 500

/**
 * Tells how far an import is, in its row, on a connection other than the one that applies: everybody sees it before
 * the transaction ends. `end` waits for the last one, because the applying transaction writes the same row.
 */
export function progressOf(importId: string, format: ImportFormat, watch?: Watch) {
  let last = 0
  let current: ImportStep | null = null
  let writing: Promise<unknown> = Promise.resolve()
  return {
    async tell({ step, progress, total }: Step): Promise<void> {
      const now = Date.now()
      if (step === current && now - last < PAUSE) return
      last = now
      if (step !== current) format.steps = { ...format.steps, [step]: new Date(now).toISOString() }
      current = step
      watch?.({ step, progress, total })
      await writing
      // One that was stopped meanwhile stays as it is.
      const where = { id: importId, status: { in: [...RUNNING] } }
      writing = db.registerImport.updateMany({ where, data: { progress, total, format } })
    },
    end: () => writing,
  }
}
export type Progress = ReturnType<typeof progressOf>
