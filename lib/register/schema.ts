import { z } from 'zod'
import { COLUMN_NAMES, type Column } from '@/lib/register/column-names'
import { ImportStatus, RegisterStatus } from '@/prisma/client/enums'

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

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

export const SEPARATORS = [';', '|', '\t', ','] as const
export type Separator = (typeof SEPARATORS)[number]

/** What a column of a file can be taken for: one the product knows, one kept beside the firm, or nothing. */
export const COLUMN_CHOICES = [...(Object.keys(COLUMN_NAMES) as Column[]), 'keep', 'ignore'] as const
export type ColumnChoice = (typeof COLUMN_CHOICES)[number]

/** Columns whose cells are words of a closed list. */
export const WORDED = ['status', 'female', 'young', 'foreign'] as const
export type Worded = (typeof WORDED)[number]

const wordsFor = <T extends z.ZodType>(meaning: T) => z.record(z.string().max(200), meaning)
const yesOrNo = wordsFor(z.enum(['yes', 'no']))

/**
 * What a person decided about a file where it was not recognised, or wrongly: how to read it, what its columns are (by
 * their place, from 0), and which of its words means which value of ours (`{ status: { SOSPESA: 'inactive' } }`).
 */
export const importChoices = z.object({
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
  headerLine: z.int().min(1).optional(),
  sheet: z.string().max(255).optional(),
  /** A file inside a packed one. */
  entry: z.string().max(1000).optional(),
  columns: z.record(z.string().regex(/^\d{1,4}$/), z.enum(COLUMN_CHOICES)).default({}),
  words: z
    .object({ status: wordsFor(z.enum(RegisterStatus)), female: yesOrNo, young: yesOrNo, foreign: yesOrNo })
    .partial()
    .default({}),
  /** The name of a kept mapping to go by; without it the one that was kept for the same header. */
  mapping: z.string().max(80).optional(),
})
export type ImportChoices = z.output<typeof importChoices>

const FILE_KINDS = ['text', 'xlsx', 'xls'] as const

const newWord = z.object({ column: z.enum(WORDED), word: z.string(), rows: z.number() })
export type NewWord = z.output<typeof newWord>

/** What was found of a file, kept with its import (`found`). Lines count from 1, columns from 0. */
export const foundFile = z.object({
  kind: z.enum(FILE_KINDS),
  bytes: z.number(),
  sha256: z.string(),
  /** How it came packed; of a zip file what it holds, and what of it is read. */
  packed: z.enum(['zip', 'gz']).optional(),
  entries: z.array(z.string()).default([]),
  entry: z.string().optional(),
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
  /** Sheets of a spreadsheet, and the one that is read. */
  sheets: z.array(z.string()).default([]),
  sheet: z.string().optional(),
  /** Lines above the header. */
  preamble: z.array(z.string()),
  headerLine: z.number(),
  header: z.array(z.string()),
  /** The same for every file with these columns in this order. */
  fingerprint: z.string(),
  columns: z.partialRecord(z.enum(Object.keys(COLUMN_NAMES) as Column[]), z.number()),
  /** Without these nothing can be brought in. */
  missing: z.array(z.enum(['codiceFiscale', 'name'])),
  /** The first rows below the header. */
  samples: z.array(z.array(z.string())),
  /** Rows expected; null where the file does not tell before it is read. */
  rows: z.number().nullable(),
  /** Words nobody has given a meaning yet, once the rows have been read. */
  words: z.array(newWord).default([]),
  /** The kept mapping that its columns follow. */
  mapping: importChoices.pick({ columns: true, words: true }).extend({ name: z.string() }).optional(),
  /** What a person decided otherwise than it was found. */
  overruled: z.array(z.enum(['encoding', 'separator', 'headerLine', 'sheet', 'entry', 'columns', 'words'])),
})
export type FoundFile = z.output<typeof foundFile>

/** What is done one after the other once the file is here. */
export const IMPORT_STEPS = ['reading', 'comparing', 'writing', 'finishing', 'undoing'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

/** Rows read and rejected; the others count firms. A firm that ceased is not counted among the changed. */
export const importCounts = z.object({
  read: z.number(),
  created: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  ceased: z.number(),
  missing: z.number(),
  rejected: z.number(),
})
export type ImportCounts = z.output<typeof importCounts>
export const COUNTED = Object.keys(importCounts.shape) as (keyof ImportCounts)[]

/** What the dry run keeps for the steps after it. */
export const importFormat = z.object({
  encoding: z.string().optional(),
  separator: z.string().optional(),
  columns: z.number().optional(),
  /** When each step began. */
  steps: z.partialRecord(z.enum(IMPORT_STEPS), z.string()).default({}),
  /** What the file speaks of: names of fields, and labels of columns without one. */
  carried: z
    .object({ fields: z.array(z.string()), phones: z.boolean(), sites: z.boolean(), extras: z.array(z.string()) })
    .optional(),
  /** Firms staged. */
  firms: z.number().default(0),
  /** Of the sectors and municipalities by which the rows were judged. */
  reference: z.string().optional(),
  /** The file was read once more: a crash of the database emptied the staging, or the sectors were changed. */
  again: z.boolean().optional(),
  /** The counts of the dry run. */
  tried: importCounts.optional(),
  /** What undo put back and what it kept. */
  undo: z.record(z.string(), z.number()).optional(),
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
  steps: importFormat.shape.steps,
  counts: importCounts,
})
export type ImportProgress = z.output<typeof importProgress>

export const ofImport = z.object({ importId: z.uuid() })
/** `sure` where more than a fifth of the active firms would cease. */
export const applyInput = z.object({ importId: z.uuid(), full: z.boolean(), sure: z.boolean().default(false) })

export const LIST_KINDS = ['new', 'changed', 'unchanged', 'ceased', 'missing', 'rejected', 'suspicious'] as const
export type ListKind = (typeof LIST_KINDS)[number]
export const listFilter = z.object({
  kind: z.enum(LIST_KINDS).catch('changed'),
  after: z.string().max(40).catch('').default(''),
})

export const historyPage = z.object({ after: z.coerce.date().nullable().catch(null).default(null) })
