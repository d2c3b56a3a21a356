import 'server-only'
import { createReadStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '@/lib/refusal'

/** Bytes that can be read from the beginning as often as wished: a file, or one inside a packed file. */
export type Content = {
  /** Where it can be read anywhere, not only from the beginning. */
  path?: string
  read(): Promise<Readable>
}

/** Small enough that judging one piece (some 300 rows) holds the server up for a few milliseconds only. */
export const PIECE = 64 * 1024

/**
 * Packed bytes may become at most this many, and a spreadsheet inside a packed file must fit into memory. A register of
 * two million rows has half a gigabyte and packs to a tenth; what packs to a five-hundredth is made to do harm.
 */
export const LIMITS = { unpacked: 4 * 2 ** 30, ratio: 500, ratioFrom: 16 * 2 ** 20, inMemory: 128 * 2 ** 20 }

export const fileContent = (path: string): Content => ({
  path,
  read: async () => createReadStream(path, { highWaterMark: PIECE }),
})

export const bufferContent = (bytes: Buffer): Content => ({ read: async () => Readable.from([bytes]) })

/** What a gzip file holds. `size` is that of the packed file, in bytes. */
export const gunzipped = (packed: Content, size: number): Content => ({
  read: async () => chained(await packed.read(), createGunzip({ chunkSize: PIECE }), unpackedLimit(size)),
})

/** Lets through what may come out of `packed` bytes. Throws `registerTooLarge`. */
export function unpackedLimit(packed: number): Transform {
  const most = Math.min(LIMITS.unpacked, Math.max(LIMITS.ratioFrom, packed * LIMITS.ratio))
  let seen = 0
  return new Transform({
    highWaterMark: PIECE,
    transform(piece: Buffer, _, done) {
      seen += piece.length
      if (seen <= most) done(null, piece)
      else done(new Refusal('registerTooLarge', { most: Math.round(most / 2 ** 20) }))
    },
  })
}

/** One stream from several; whichever breaks, all end, and damaged bytes are refused (`registerDamaged`). */
export function chained(first: Readable, ...others: Transform[]): Readable {
  let last: Readable = first
  for (const next of others) {
    const before = last
    before.on('error', (error) => next.destroy(asDamaged(error)))
    next.on('close', () => before.destroy())
    last = before.pipe(next)
  }
  return last
}

/** A fault of the file, told as one: what unpacking and reading XML throw. Faults of the disk stay what they are. */
export function asDamaged(error: unknown): Error {
  if (error instanceof Refusal) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const ofTheDisk = /^E[A-Z]+$/.test(code)
  return ofTheDisk && error instanceof Error ? error : new Refusal('registerDamaged')
}

/** The first bytes, at most `count`. */
export async function beginningOf(content: Content, count: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let seen = 0
  for await (const piece of (await content.read()) as AsyncIterable<Buffer>) {
    pieces.push(piece)
    seen += piece.length
    if (seen >= count) break
  }
  return Buffer.concat(pieces).subarray(0, count)
}

/** All bytes. Refuses more than fit into memory (`registerTooLarge`). */
export async function wholeOf(content: Content): Promise<Buffer> {
  const pieces: Buffer[] = []
  let seen = 0
  for await (const piece of (await content.read()) as AsyncIterable<Buffer>) {
    pieces.push(piece)
    seen += piece.length
    if (seen > LIMITS.inMemory) throw new Refusal('registerTooLarge', { most: LIMITS.inMemory / 2 ** 20 })
  }
  return Buffer.concat(pieces)
}
