import { arranged, arrangedIds, firmByFirm, inverse, moved } from '@/lib/evidence/arrange'
import {
  type ChainedTable,
  type Columns,
  copyOf,
  ID,
  isLater,
  type Kind,
  type Layout,
  type Numbers,
  nextVersion,
  type Table,
} from '@/lib/evidence/columns'
import { Links } from '@/lib/evidence/links'
import { Wire } from '@/lib/evidence/wire'

const SPARE = 4096
const roomFor = (n: number, share: number) => Math.ceil(n * share) + SPARE
/** While all is read, ever more room at once: a little at a time would copy everything a hundred times. */
const [WHILE_LOADING, AFTERWARDS] = [1.6, 1.05]

/** The next state of a table, while rows are put into it. One that is given up leaves its base unfit for another. */
export class Draft<L extends Layout> {
  n: number
  private readonly names: string[]
  private readonly kinds: Kind[]
  private readonly arrays: Numbers[]
  private readonly copied: boolean[]
  private ids: Uint8Array | undefined
  private places: Int32Array | undefined
  private readonly links: Links | undefined
  private readonly wire: Wire
  /** The column of the firm, -1 for none. */
  private readonly firm: number
  private changed = false

  constructor(
    layout: L,
    private readonly base: Table<L> | ChainedTable<L>,
    /** Whether all rows come; they are chained once they are arranged. */
    private loading: boolean,
    /** The place of a row of another table. */
    placeIn: (table: string, serial: number) => number,
  ) {
    this.n = base.n
    this.ids = base.ids
    this.names = Object.keys(layout)
    this.kinds = Object.values(layout)
    this.arrays = this.names.map((name) => base.columns[name as keyof L] as Numbers)
    this.copied = this.arrays.map(() => false)
    if ('chain' in base) {
      this.places = base.places
      this.links = new Links(base.chain, this.ids && ((one, other) => this.isLater(one, other)))
    }
    this.firm = this.names.indexOf('firm')
    this.wire = new Wire(layout, this.ids !== undefined, placeIn)
  }

  /** Bytes of one row of COPY. */
  get rowBytes() {
    return this.wire.rowBytes
  }

  /** A row as COPY sends it: `serial`, the columns of the layout in its order, the id where there are ids. */
  put(from: Buffer, at: number) {
    const serial = this.wire.serial(from, at)
    // Its firm is kept elsewhere: if it was one of those kept here, the row has left it.
    if ((this.firm < 0 ? serial : this.wire.value(this.firm, from, at)) === 0) return this.clear(serial)
    const known = this.placeOf(serial)
    const row = known || this.add(serial)
    const seen = known > 0 && known < this.base.n && this.base.columns.bits[known] !== 0
    const moves = known > 0 && this.moves(row, from, at)
    if (moves) this.links?.unlink(row, this.get('firm', row))
    for (let i = 0; i < this.arrays.length; i++) this.write(i, row, this.wire.value(i, from, at), seen)
    if (this.ids) this.wire.id(from, at, this.ids, row)
    if (!this.loading && (moves || !known)) this.links?.link(row, this.get('firm', row))
  }

  /** 0 where the row is not known. */
  placeOf(serial: number): number {
    if (this.places) return this.places[serial] ?? 0
    return serial < this.n ? serial : 0
  }

  /** A row that was deleted: it stays in its chain, and its firm is walked. */
  clear(serial: number) {
    const row = this.placeOf(serial)
    if (!row) return
    this.links?.chain.loose.add(this.get('firm', row))
    this.write(0, row, 0, row < this.base.n)
  }

  get(name: keyof L & string, row: number): number {
    return this.arrays[this.at(name)]?.[row] ?? 0
  }

  set(name: keyof L & string, row: number, value: number) {
    this.write(this.at(name), row, value, row < this.base.n)
  }

  /** A row without a serial of its own, behind the last. */
  push(...values: number[]): number {
    const row = this.add(this.n)
    values.forEach((value, i) => {
      ;(this.arrays[i] as Numbers)[row] = value
    })
    return row
  }

  /** After all was read: no more room than needed, and chained rows firm by firm. */
  arrange() {
    const room = roomFor(this.n, AFTERWARDS)
    this.loading = false
    this.changed = true
    if (!this.links || !this.places) {
      this.each((array) => copyOf(array.subarray(0, this.n), room))
      return
    }
    const firm = this.arrays[this.at('firm')] as Int32Array
    const order = firmByFirm(this.n, firm, this.ids && ((one, other) => this.isLater(one, other)))
    this.each((array, { make }) => arranged(array, order, make(room)))
    if (this.ids) this.ids = arrangedIds(this.ids, order, room)
    this.places = moved(this.places, inverse(order), (n) => this.room(n))
    this.links.lay(this.n, room, this.arrays[this.at('firm')] as Int32Array)
  }

  done(): Table<L> | ChainedTable<L> {
    if (!this.changed) return this.base
    const columns = Object.fromEntries(this.names.map((name, i) => [name, this.arrays[i]])) as Columns<L>
    const table = { version: nextVersion(), n: this.n, columns, ...(this.ids ? { ids: this.ids } : {}) }
    return this.links && this.places ? { ...table, chain: this.links.chain, places: this.places } : table
  }

  private readonly at = (name: string) => this.names.indexOf(name)

  /** Whether a row that is known comes to another place in its chain, or to another firm's. */
  private moves(row: number, from: Buffer, at: number): boolean {
    return ['firm', 'at'].some((name) => {
      const i = this.at(name)
      return i >= 0 && this.wire.value(i, from, at) !== this.arrays[i]?.[row]
    })
  }

  private isLater(one: number, other: number) {
    const columns = { at: this.arrays[this.at('at')] as Float64Array }
    const rows = { columns, ids: this.ids }
    return isLater(rows, one, rows, other)
  }

  private each(of: (array: Numbers, kind: Kind) => Numbers) {
    this.kinds.forEach((kind, i) => {
      this.arrays[i] = of(this.arrays[i] as Numbers, kind)
      this.copied[i] = true
    })
  }

  /** Makes room for a row, empty up to it. */
  private add(serial: number): number {
    this.changed = true
    const row = this.places ? this.n : serial
    if (row >= (this.arrays[0] as Numbers).length) this.grow(row + 1)
    this.arrays[0]?.fill(0, this.n, row + 1)
    this.n = row + 1
    if (!this.places) return row
    if (serial >= this.places.length) this.places = copyOf(this.places, this.room(serial + 1))
    this.places[serial] = row
    return row
  }

  private room(n: number) {
    return roomFor(n, this.loading ? WHILE_LOADING : AFTERWARDS)
  }

  private grow(n: number) {
    const room = this.room(n)
    this.each((array) => copyOf(array.subarray(0, this.n), room))
    if (this.ids) this.ids = copyOf(this.ids.subarray(0, this.n * ID), room * ID)
    if (!this.loading) this.links?.grow(room)
  }

  private write(i: number, row: number, value: number, seen: boolean) {
    const array = this.arrays[i] as Numbers
    if (array[row] === value) return
    this.changed = true
    // The first column says whether a row is there: of a row nobody sees, the others may be written where they are.
    if ((seen || (i === 0 && row < this.base.n)) && !this.copied[i]) {
      this.copied[i] = true
      this.arrays[i] = copyOf(array)
    }
    ;(this.arrays[i] as Numbers)[row] = value
  }
}
