import type { Reading } from '@/lib/register/header'
import type { Row } from '@/lib/register/parse'
import type { Encoding, FoundFile } from '@/lib/register/schema'

/** A file of some kind: the ways in which its beginning can be read, and all rows by one of them. */
export type Source = {
  kind: FoundFile['kind']
  /** Of a text, which is read once to its end anyway. */
  sha256?: string
  encoding?: Encoding
  sheets: string[]
  /** How many there are about, with header and preamble; not told by a spreadsheet. */
  lines?: number
  readings: Reading[]
  rows(reading: Reading, width: number): AsyncIterable<Row[]>
}
