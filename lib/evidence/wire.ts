import { ID, type Kind, type Layout } from '@/lib/evidence/columns'

/** A row as COPY sends it: number of fields; then length and value of the serial, of each column, of the id if any. */
export class Wire {
  readonly rowBytes: number
  private readonly kinds: Kind[]
  private readonly offsets: number[] = []
  private readonly idAt: number

  constructor(
    layout: Layout,
    withId: boolean,
    /** The place of a row of another table. */
    private readonly placeIn: (table: string, serial: number) => number,
  ) {
    this.kinds = Object.values(layout)
    let at = 2 + 4 + 4
    for (const { bytes } of this.kinds) {
      this.offsets.push(at + 4)
      at += 4 + bytes
    }
    this.idAt = at + 4
    this.rowBytes = withId ? at + 4 + ID : at
  }

  serial(from: Buffer, at: number): number {
    return from.readInt32BE(at + 6)
  }

  /** The value of the column at that place of the layout. */
  value(column: number, from: Buffer, at: number): number {
    const { read, of } = this.kinds[column] as Kind
    const value = read(from, at + (this.offsets[column] as number))
    return of ? this.placeIn(of, value) : value
  }

  id(from: Buffer, at: number, into: Uint8Array, row: number) {
    from.copy(into, row * ID, at + this.idAt, at + this.idAt + ID)
  }
}
