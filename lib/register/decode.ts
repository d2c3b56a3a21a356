import 'server-only'
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { StringDecoder } from 'node:string_decoder'
import { Refusal } from '@/lib/refusal'
import type { Content } from '@/lib/register/content'
import type { Encoding } from '@/lib/register/schema'

export type Scan = { sha256: string; encoding: Encoding; lines: number }

/**
 * Reads a text once, before anything is understood of it: its fingerprint, its length in lines, and whether every
 * byte of it is UTF-8 (one accent in the last row decides). Refuses what is empty or no text at all.
 */
export async function scanText(content: Content): Promise<Scan> {
  const hash = createHash('sha256')
  let lines = 0
  let utf8 = true
  let held: Buffer = Buffer.alloc(0)
  let head: Buffer | null = null
  for await (const piece of (await content.read()) as AsyncIterable<Buffer>) {
    head ??= piece
    hash.update(piece)
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++
    if (!utf8) continue
    const whole = Buffer.concat([held, piece])
    const end = lastWholeCharacter(whole)
    utf8 = isUtf8(whole.subarray(0, end))
    held = whole.subarray(end)
  }
  if (!head) throw new Refusal('registerEmpty')
  const utf16 = utf16Of(head)
  if (!utf16 && head.includes(0)) throw new Refusal('registerBinary')
  const encoding = utf16 ?? (utf8 && held.length === 0 ? 'utf-8' : 'windows-1252')
  return { sha256: hash.digest('hex'), encoding, lines }
}

/** By its mark, or because nearly every other byte is 0, as it is in text of western languages. */
function utf16Of(head: Buffer): Encoding | null {
  const mark = head.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return 'utf-16le'
  if (mark === 'feff') return 'utf-16be'
  const sample = head.subarray(0, 4096)
  const pairs = sample.length >> 1
  const zeros = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [first = 0, second = 0] = zeros.map((count) => count / Math.max(1, pairs))
  if (second > 0.7 && first < 0.1) return 'utf-16le'
  return first > 0.7 && second < 0.1 ? 'utf-16be' : null
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

/** The text, piece by piece, without the mark that may stand before it. */
export async function* readText(content: Content, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding)
  let first = true
  for await (const piece of (await content.read()) as AsyncIterable<Buffer>) {
    const text = decoder.write(piece)
    yield readable(first ? text.replace(/^\ufeff/, '') : text)
    first &&= text === ''
  }
  yield readable(decoder.end())
}

function decoderOf(encoding: Encoding): { write(piece: Buffer): string; end(): string } {
  if (encoding === 'windows-1252') return { write: (piece) => piece.toString('latin1'), end: () => '' }
  if (encoding !== 'utf-16be') return new StringDecoder(encoding === 'utf-8' ? 'utf8' : 'utf16le')
  const decoder = new TextDecoder('utf-16be', { ignoreBOM: true })
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() }
}

/** Controls of 1252 that were carried into Unicode unchanged are put right too; PostgreSQL stores no NUL. */
export function readable(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text
  if (!/[\x80-\x9f]/.test(clean)) return clean
  return clean.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
}
