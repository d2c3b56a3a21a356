import 'server-only'
import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { Refusal } from '@/lib/refusal'
import { asDamaged, type Content, chained, unpackedLimit, wholeOf } from '@/lib/register/content'

/** More than this is no delivery of a register. */
const MOST_ENTRIES = 1_000

/** A zip file: what it holds, by name. Nothing stays open between two reads. */
export type Archive = { names: string[]; entry(name: string): Content | null }

/**
 * Looks into a zip file. Refuses a damaged one (`registerDamaged`), an encrypted one (`registerEncrypted`) and one of
 * very many files; what comes out of it is limited (`registerTooLarge`).
 */
export async function openArchive(content: Content): Promise<Archive> {
  const { path } = content
  const bytes = path === undefined ? await wholeOf(content) : null
  const open = () => (bytes ? fromBufferPromise(bytes, OPTIONS) : openPromise(path ?? '', OPTIONS))
  const entries = new Map<string, Entry>()
  const zip = await open().catch((error) => Promise.reject(asDamaged(error)))
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MOST_ENTRIES) throw new Refusal('registerTooManyFiles', { most: MOST_ENTRIES })
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw asDamaged(error)
  } finally {
    zip.close()
  }
  return {
    names: [...entries.keys()],
    entry: (name) => {
      const entry = entries.get(name)
      return entry ? { read: async () => unpack(await open(), entry) } : null
    },
  }
}

const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: false } as const

async function unpack(zip: ZipFile, entry: Entry): Promise<Readable> {
  try {
    if (entry.isEncrypted()) throw new Refusal('registerEncrypted')
    const stream = await zip.openReadStreamPromise(entry)
    return chained(stream, unpackedLimit(entry.compressedSize)).on('close', () => zip.close())
  } catch (error) {
    zip.close()
    throw asDamaged(error)
  }
}

/** What can be a register among the files of a delivery: not the notes that systems leave beside it. */
export const isCandidate = (name: string) =>
  !/(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$)/i.test(name) && !/\.(pdf|docx?|html?|xml|jpe?g|png|p7m)$/i.test(name)
