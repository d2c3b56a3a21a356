import 'server-only'
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { Refusal } from '@/lib/refusal'
import type { Encoding } from '@/lib/register/schema'

export type Scan = { bytes: number; sha256: string; encoding: Encoding; lines: number }

/** How files begin that are no text, and what to tell about them. */
const SIGNATURES: [string, string][] = [
  ['504b0304', 'registerSpreadsheet'],
  ['d0cf11e0', 'registerSpreadsheet'],
  ['1f8b', 'registerArchive'],
  ['89504e47', 'registerBinary'],
  ['ffd8ff', 'registerBinary'],
  ['47494638', 'registerBinary'],
  ['25504446', 'registerBinary'],
]

/** Small enough that judging one piece (some 300 rows) holds the server up for a few milliseconds only. */
const PIECE = 64 * 1024

/**
 * Reads the file once, before anything is understood of it: its fingerprint, its length in lines, and whether every
 * byte of it is UTF-8 (one accent in the last row decides). Refuses what is empty or no text at all.
 */
export async function scanFile(path: string): Promise<Scan> {
  const hash = createHash('sha256')
  let bytes = 0
  let lines = 0
  let utf8 = true
  let held: Buffer = Buffer.alloc(0)
  let head: Buffer = Buffer.alloc(0)
  for await (const piece of createReadStream(path, { highWaterMark: 4 * PIECE }) as AsyncIterable<Buffer>) {
    if (bytes === 0) head = piece
    bytes += piece.length
    hash.update(piece)
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++
    if (!utf8) continue
    const whole = Buffer.concat([held, piece])
    const end = lastWholeCharacter(whole)
    utf8 = isUtf8(whole.subarray(0, end))
    held = whole.subarray(end)
  }
  const utf16 = head[0] === 0xff && head[1] === 0xfe
  refuseNoText(head, utf16)
  const encoding = utf16 ? 'utf-16le' : utf8 && held.length === 0 ? 'utf-8' : 'windows-1252'
  return { bytes, sha256: hash.digest('hex'), encoding, lines }
}

function refuseNoText(head: Buffer, utf16: boolean) {
  if (head.length === 0) throw new Refusal('registerEmpty')
  const beginning = head.subarray(0, 8).toString('hex')
  const known = SIGNATURES.find(([signature]) => beginning.startsWith(signature))
  if (known) throw new Refusal(known[1])
  if (!utf16 && head.includes(0)) throw new Refusal('registerBinary')
}

/** Where the last complete UTF-8 character ends: a character cut by the piece's edge waits for the next piece. */
function lastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** Windows-1252 has printable characters where ISO 8859-1 and Unicode have controls. Source: WHATWG Encoding. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The text of the file, piece by piece. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === 'windows-1252' ? null : new StringDecoder(encoding === 'utf-8' ? 'utf8' : 'utf16le')
  let first = true
  for await (const piece of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    const text = decoder ? decoder.write(piece) : piece.toString('latin1')
    yield readable(first ? text.replace(/^\ufeff/, '') : text)
    first = false
  }
  if (decoder) yield readable(decoder.end())
}

/** Controls of 1252 that were carried into Unicode unchanged are put right too; PostgreSQL stores no NUL. */
function readable(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text
  if (!/[\x80-\x9f]/.test(clean)) return clean
  return clean.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
}
