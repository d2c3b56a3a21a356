import 'server-only'
import { Refusal } from '@/lib/refusal'
import type { Content } from '@/lib/register/content'
import { readXml } from '@/lib/register/xml'

const BLOCK = 4 * 2 ** 20
/** A register of half a million rows has some 60 MB of different texts. */
const MOST_BYTES = 160 * 2 ** 20

/** The texts of a spreadsheet, which its cells name by number: outside the heap, as bytes, because they are many. */
export class SharedStrings {
  private readonly blocks: Buffer[] = []
  private used = BLOCK
  private ends = new Float64Array(1024)
  private count = 0

  add(text: string) {
    const size = Buffer.byteLength(text)
    if (this.used + size > BLOCK) {
      if (this.blocks.length * BLOCK + size > MOST_BYTES)
        throw new Refusal('registerTooManyTexts', { most: MOST_BYTES / 2 ** 20 })
      this.blocks.push(Buffer.allocUnsafe(Math.max(BLOCK, size)))
      this.used = 0
    }
    const block = this.blocks.length - 1
    this.blocks[block]?.write(text, this.used)
    this.used += size
    if (this.count * 3 + 3 > this.ends.length) {
      const more = new Float64Array(this.ends.length * 2)
      more.set(this.ends)
      this.ends = more
    }
    this.ends.set([block, this.used - size, this.used], this.count * 3)
    this.count++
  }

  /** Blank for a number that names none. */
  get(index: number): string {
    if (!(index >= 0 && index < this.count)) return ''
    const [block = 0, from, to] = this.ends.subarray(index * 3, index * 3 + 3)
    return this.blocks[block]?.toString('utf8', from, to) ?? ''
  }
}

/** Reads them: rich text without its looks, and without the pronunciation of eastern languages. */
export async function readSharedStrings(content: Content | null): Promise<SharedStrings> {
  const strings = new SharedStrings()
  if (!content) return strings
  let text = ''
  let inText = false
  let aside = 0
  const events = {
    open: (name: string) => {
      if (name === 'si') text = ''
      if (name === 'rPh') aside++
      inText = name === 't' && aside === 0
    },
    text: (piece: string) => {
      if (inText) text += piece
    },
    close: (name: string) => {
      inText = false
      if (name === 'rPh') aside--
      if (name === 'si') strings.add(text)
    },
  }
  for await (const _ of readXml(content, events, () => undefined));
  return strings
}
