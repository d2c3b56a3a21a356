import { z } from 'zod'
import { ImportStatus } from '@/prisma/client/enums'

/** Why a row is not brought in: messages under `register.reasons`. */
export const REJECT_REASONS = [
  'codiceFiscaleMissing',
  'codiceFiscaleInvalid',
  'partitaIvaInvalid',
  'nameMissing',
  'columnCount',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

/** What the browser says of a file before its bytes come: an id of its own making, and the file's name. */
export const uploadInput = z.object({ id: z.uuid(), name: z.string().trim().min(1, 'required').max(255) })

/** What the file turned out to be. `readingAt` and `applyingAt` say when each step began. */
export const importFormat = z.object({
  encoding: z.string().optional(),
  separator: z.string().optional(),
  columns: z.number().optional(),
  duplicates: z.number().optional(),
  readingAt: z.string().optional(),
  applyingAt: z.string().optional(),
})
export type ImportFormat = z.output<typeof importFormat>

export const refusalShape = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})

/** An import while it runs, as the page asks for it. Times are ISO. */
export const importProgress = z.object({
  id: z.uuid(),
  fileName: z.string(),
  bytes: z.number(),
  status: z.enum(ImportStatus),
  progress: z.number(),
  total: z.number().nullable(),
  startedAt: z.string(),
  readingAt: z.string().nullable(),
  applyingAt: z.string().nullable(),
  counts: z.object({
    read: z.number(),
    created: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    ceased: z.number(),
    rejected: z.number(),
  }),
})
export type ImportProgress = z.output<typeof importProgress>

/** Rows read and rejected; the others count firms. A firm that ceased is not counted among the changed. */
export type ImportCounts = ImportProgress['counts']
