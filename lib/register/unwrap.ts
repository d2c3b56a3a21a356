import 'server-only'
import { Refusal } from '@/lib/refusal'
import { type Archive, isCandidate, openArchive } from '@/lib/register/archive'
import { beginningOf, bufferContent, type Content, gunzipped, wholeOf } from '@/lib/register/content'
import { findHeader, type Header } from '@/lib/register/header'
import type { FoundFile, ImportChoices } from '@/lib/register/schema'
import type { Source } from '@/lib/register/source'
import { openText } from '@/lib/register/text-file'
import { openXls } from '@/lib/register/xls-file'
import { isXlsx, openXlsx } from '@/lib/register/xlsx-file'

type Found = { source: Source; header: Header }
export type Unwrapped = Found & Pick<FoundFile, 'packed' | 'entries' | 'entry'>

/** How files begin that are no text. */
const ZIP = /^504b0(304|506|708)/
const GZIP = /^1f8b08/
const XLS = /^(d0cf11e0a1b11ae1|090[0248]0[468]00)/
const OTHER = /^(89504e47|ffd8ff|47494638|25504446|7b5c727466|377abcaf|52617221)/

/** Files of one delivery that are looked into. */
const MOST_OPENED = 20

/**
 * Finds the table in a file of any kind, also in a packed one: of several files in it the one whose header is best
 * known. Refuses images and documents (`registerBinary`) and a packed file without a table (`registerNoTable`).
 */
export async function unwrap(file: Content, size: number, choices: Partial<ImportChoices>): Promise<Unwrapped> {
  const kind = await beginsAs(file)
  if (GZIP.test(kind))
    return { ...(await openOne(await inside(gunzipped(file, size)), choices)), packed: 'gz', entries: [] }
  if (!ZIP.test(kind)) return { ...(await openOne(file, choices)), entries: [] }
  const archive = await openArchive(file)
  if (isXlsx(archive)) return { ...withHeader(await openXlsx(archive, choices), choices), entries: [] }
  return { ...(await bestOf(archive, choices)), packed: 'zip' }
}

const beginsAs = async (content: Content) => (await beginningOf(content, 8)).toString('hex')

/** A spreadsheet inside a packed file has to be at hand as a whole; a text is read as it is unpacked. */
async function inside(content: Content): Promise<Content> {
  return ZIP.test(await beginsAs(content)) ? bufferContent(await wholeOf(content)) : content
}

async function openOne(content: Content, choices: Partial<ImportChoices>): Promise<Found> {
  const kind = await beginsAs(content)
  if (OTHER.test(kind) || GZIP.test(kind)) throw new Refusal('registerBinary')
  if (XLS.test(kind)) return withHeader(await openXls(content, choices), choices)
  if (!ZIP.test(kind)) return withHeader(await openText(content, choices), choices)
  const archive = await openArchive(content)
  if (!isXlsx(archive)) throw new Refusal('registerNoTable')
  return withHeader(await openXlsx(archive, choices), choices)
}

const withHeader = (source: Source, choices: Partial<ImportChoices>): Found => {
  return { source, header: findHeader(source.readings, choices) }
}

/** What cannot be opened is passed over; where nothing can be, the first reason is told. */
async function bestOf(archive: Archive, choices: Partial<ImportChoices>) {
  const entries = archive.names.filter(isCandidate)
  const wanted = choices.entry === undefined ? entries.slice(0, MOST_OPENED) : [choices.entry]
  let best: (Found & { entry: string }) | undefined
  let reason: Refusal | undefined
  for (const entry of wanted) {
    const content = archive.entry(entry)
    if (!content) continue
    try {
      const found = await openOne(await inside(content), choices)
      if (!best || found.header.known > best.header.known) best = { ...found, entry }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      reason ??= error
    }
  }
  if (!best) throw reason ?? new Refusal('registerNoTable')
  return { ...best, entries }
}
