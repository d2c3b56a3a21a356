import { gzipSync } from 'node:zlib'
import type { Visitor } from './browserless'

/**
 * Weight of a page in kB (1,000 bytes): its HTML as sent uncompressed, and the scripts it names, each compressed;
 * without those marked `noModule`, which no browser that runs the app loads.
 */
export async function weigh(visitor: Visitor, path: string): Promise<{ html: number; scripts: number }> {
  const html = await visitor.page(path)
  const loaded = html.replace(/<script[^>]*\bnomodule\b[^>]*>/gi, '')
  const names = new Set(
    [...loaded.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.js)[^"]*"/g)].map((found) => found[1] ?? ''),
  )
  const scripts = await Promise.all(
    [...names].map(async (name) => Buffer.from(await (await visitor.request(name)).arrayBuffer())),
  )
  const compressed = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
  return { html: Buffer.byteLength(html) / 1000, scripts: compressed / 1000 }
}
