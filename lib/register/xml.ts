import 'server-only'
import { StringDecoder } from 'node:string_decoder'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Refusal } from '@/lib/refusal'
import { asDamaged, type Content } from '@/lib/register/content'

export type XmlEvents = {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** One tag or text longer than this is no table. */
const LONGEST = 4 * 2 ** 20

/** `row` from `x:row`: writers choose their own prefixes. */
const local = (name: string) => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

/**
 * Reads XML as it comes and tells what it meets; after each piece, `between` can hand on what was gathered. Entities
 * other than the five of XML are not resolved. Refuses what is no XML (`registerDamaged`).
 */
export async function* readXml<T>(content: Content, events: XmlEvents, between: () => T): AsyncGenerator<T> {
  const parser = new SaxesParser()
  const decoder = new StringDecoder('utf8')
  let sinceEvent = 0
  const on = <A extends unknown[]>(tell: (...args: A) => void) => {
    return (...args: A) => {
      sinceEvent = 0
      tell(...args)
    }
  }
  parser.on(
    'opentag',
    on(({ name, attributes }: SaxesTagPlain) => events.open?.(local(name), attributes)),
  )
  parser.on(
    'closetag',
    on(({ name }: SaxesTagPlain) => events.close?.(local(name))),
  )
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.on('error', (error) => {
    throw asDamaged(error)
  })
  for await (const piece of (await content.read()) as AsyncIterable<Buffer>) {
    sinceEvent += piece.length
    parser.write(decoder.write(piece))
    if (sinceEvent > LONGEST) throw new Refusal('registerDamaged')
    yield between()
  }
  parser.write(decoder.end()).close()
  yield between()
}

/** Reads a short document to its end. */
export async function scanXml(content: Content | null, open: NonNullable<XmlEvents['open']>): Promise<void> {
  if (!content) return
  for await (const _ of readXml(content, { open }, () => undefined));
}
