import 'server-only'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Room for a piece of the file as it is staged; it grows where one needs more. */
const ROOM = 1 << 20
/** UTF-8 needs at most so many bytes for a unit of JavaScript's text. */
const WIDEST = 3

/**
 * Lines of COPY's text format on their way to one table. They are written into the same bytes again and again: kept as
 * texts until they are sent, they would cost more to clear away than to judge.
 */
export class CopyText {
  private bytes = Buffer.allocUnsafe(ROOM)
  length = 0

  constructor(private readonly table: string) {}

  add(line: string) {
    const most = this.length + line.length * WIDEST + 1
    if (most > this.bytes.length) {
      const wider = Buffer.allocUnsafe(2 * most)
      this.bytes.copy(wider, 0, 0, this.length)
      this.bytes = wider
    }
    this.length += this.bytes.write(line, this.length)
    this.bytes[this.length++] = 10
  }

  /** Nothing may be added until it has been sent. */
  async send(client: Client): Promise<void> {
    if (this.length === 0) return
    await pipeline([this.bytes.subarray(0, this.length)], client.query(copyFrom(`copy ${this.table} from stdin`)))
    this.length = 0
  }
}
