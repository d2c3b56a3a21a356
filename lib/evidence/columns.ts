/**
 * Columns of one table in typed arrays, a row at its `serial`. A state that somebody reads never changes: the next one
 * shares its arrays and writes only behind its last row or where it has none; a column with a changed value is copied
 * first.
 */
type Numbers = Uint8Array | Uint16Array | Int16Array | Int32Array | Float64Array
type Kind = {
  make: (length: number) => Numbers
  /** Bytes of the value in COPY's binary format, and how it is read there. */
  bytes: number
  read: (from: Buffer, at: number) => number
}

/** Microseconds since 2000 are what PostgreSQL sends; milliseconds since 1970 what JavaScript counts in. */
const EPOCH_2000 = Date.UTC(2000, 0, 1)
const momentAt = (from: Buffer, at: number) =>
  (from.readInt32BE(at) * 2 ** 32 + from.readUInt32BE(at + 4)) / 1000 + EPOCH_2000

const int16 = (from: Buffer, at: number) => from.readInt16BE(at)
/** Never 0 in a row that is there: 0 is a row that is not. */
export const bits = { make: (n: number) => new Uint16Array(n), bytes: 2, read: int16 }
export const small = { make: (n: number) => new Int16Array(n), bytes: 2, read: int16 }
export const int = {
  make: (n: number) => new Int32Array(n),
  bytes: 4,
  read: (b: Buffer, at: number) => b.readInt32BE(at),
}
/** Milliseconds since 1970. `infinity` of the database is beyond `NEVER`. */
export const moment = { make: (n: number) => new Float64Array(n), bytes: 8, read: momentAt }
export const NEVER = 8.64e15

export type Layout = { bits: typeof bits } & Record<string, Kind>
export type Columns<L extends Layout> = { [K in keyof L]: ReturnType<L[K]['make']> }
/** `n`: one more than the highest serial. `ids`: 16 bytes each, where the table has to be sorted by id. */
export type Table<L extends Layout> = { n: number; columns: Columns<L>; ids?: Uint8Array }

const ID = 16
const SPARE = 4096
const roomFor = (n: number, share: number) => Math.ceil(n * share) + SPARE
/** While all is read, ever more room at once: a little at a time would copy everything a hundred times. */
const [WHILE_LOADING, AFTERWARDS] = [1.6, 1.05]

export function emptyTable<L extends Layout>(layout: L, withIds: boolean): Table<L> {
  const columns = Object.fromEntries(Object.entries(layout).map(([name, { make }]) => [name, make(0)])) as Columns<L>
  return { n: 1, columns, ...(withIds ? { ids: new Uint8Array(0) } : {}) }
}

/** The next state of a table, while rows are put into it. */
export class Draft<L extends Layout> {
  n: number
  private readonly arrays: Numbers[]
  private readonly kinds: Kind[]
  private readonly copied: boolean[]
  private readonly offsets: number[] = []
  private ids: Uint8Array | undefined
  /** Bytes of one row of COPY: its number of fields, then length and value of each. */
  readonly rowBytes: number
  private readonly idAt: number

  constructor(
    private readonly layout: L,
    private readonly base: Table<L>,
  ) {
    this.n = base.n
    this.ids = base.ids
    this.kinds = Object.values(layout)
    this.arrays = Object.keys(layout).map((name) => base.columns[name as keyof L] as Numbers)
    this.copied = this.arrays.map(() => false)
    let at = 2 + 4 + 4
    for (const { bytes } of this.kinds) {
      this.offsets.push(at + 4)
      at += 4 + bytes
    }
    this.idAt = at + 4
    this.rowBytes = this.ids ? at + 4 + ID : at
  }

  /** A row as COPY sends it: `serial`, the columns of the layout in its order, the id where there are ids. */
  put(from: Buffer, at: number): number {
    const serial = from.readInt32BE(at + 6)
    const known = this.place(serial)
    const { arrays, kinds, offsets } = this
    for (let i = 0; i < arrays.length; i++) {
      const value = (kinds[i] as Kind).read(from, at + (offsets[i] as number))
      this.write(i, serial, value, known)
    }
    if (this.ids) from.copy(this.ids, serial * ID, at + this.idAt, at + this.idAt + ID)
    return serial
  }

  /** A row that was deleted. */
  clear(serial: number) {
    if (serial < this.n) this.write(0, serial, 0, serial < this.base.n)
  }

  get(name: keyof L & string, serial: number): number {
    return (this.arrays[Object.keys(this.layout).indexOf(name)] as Numbers)[serial] ?? 0
  }

  set(name: keyof L & string, serial: number, value: number) {
    this.write(Object.keys(this.layout).indexOf(name), serial, value, serial < this.base.n)
  }

  /** A row without a serial of its own, behind the last. */
  push(...values: number[]): number {
    const serial = this.n
    this.place(serial)
    values.forEach((value, i) => {
      ;(this.arrays[i] as Numbers)[serial] = value
    })
    return serial
  }

  /** Makes room, empty up to the row; whether somebody may see the row in the state before. */
  private place(serial: number): boolean {
    if (serial < this.n) return serial < this.base.n && (this.base.columns.bits[serial] ?? 0) !== 0
    if (serial >= (this.arrays[0] as Numbers).length) this.grow(serial + 1)
    this.arrays[0]?.fill(0, this.n, serial + 1)
    this.n = serial + 1
    return false
  }

  private grow(n: number) {
    const room = roomFor(n, this.base.n > 1 ? AFTERWARDS : WHILE_LOADING)
    this.kinds.forEach(({ make }, i) => {
      const wider = make(room)
      wider.set((this.arrays[i] as Numbers).subarray(0, this.n))
      this.arrays[i] = wider
      this.copied[i] = true
    })
    if (!this.ids) return
    const wider = new Uint8Array(room * ID)
    wider.set(this.ids.subarray(0, this.n * ID))
    this.ids = wider
  }

  private write(i: number, serial: number, value: number, seen: boolean) {
    const array = this.arrays[i] as Numbers
    if (array[serial] === value) return
    // The first column says whether a row is there: of a row nobody sees, the others may be written where they are.
    if ((seen || (i === 0 && serial < this.base.n)) && !this.copied[i]) {
      this.copied[i] = true
      this.arrays[i] = array.slice()
    }
    ;(this.arrays[i] as Numbers)[serial] = value
  }

  /** What was too much room while all was read. */
  private trim() {
    const room = roomFor(this.n, AFTERWARDS)
    if (this.base.n > 1 || room >= (this.arrays[0] as Numbers).length) return
    this.arrays.forEach((array, i) => {
      this.arrays[i] = array.slice(0, room)
    })
    this.ids = this.ids?.slice(0, room * ID)
  }

  done(): Table<L> {
    this.trim()
    const columns = Object.fromEntries(Object.keys(this.layout).map((name, i) => [name, this.arrays[i]])) as Columns<L>
    return { n: this.n, columns, ...(this.ids ? { ids: this.ids } : {}) }
  }
}
