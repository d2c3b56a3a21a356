/**
 * Columns of one table in typed arrays. A state that somebody reads never changes: the next one shares its arrays and
 * writes only behind its last row or where it has none; a column with a changed value is copied first (`Draft`).
 */
export type Numbers = Uint8Array | Uint16Array | Int32Array | Float64Array
export type Kind = {
  make: (length: number) => Numbers
  /** Bytes of the value in COPY's binary format, and how it is read there. */
  bytes: number
  read: (from: Buffer, at: number) => number
  /** The table whose serial is sent; kept is the place of its row. */
  of?: string
}

/** Microseconds since 2000 are what PostgreSQL sends; milliseconds since 1970 what JavaScript counts in. */
const EPOCH_2000 = Date.UTC(2000, 0, 1)
const momentAt = (from: Buffer, at: number) =>
  (from.readInt32BE(at) * 2 ** 32 + from.readUInt32BE(at + 4)) / 1000 + EPOCH_2000

const int16 = (from: Buffer, at: number) => from.readInt16BE(at)
/** A copy of the same kind, as far as it goes or longer. */
export function copyOf<T extends Numbers>(from: T, length = from.length): T {
  const into = new (from.constructor as new (length: number) => T)(length)
  into.set(from)
  return into
}

/** Never 0 in a row that is there: 0 is a row that is not. */
export const bits = { make: (n: number) => new Uint16Array(n), bytes: 2, read: int16 }
/** From 0 to 32,767, as many as PostgreSQL's `int2` has. */
export const small = { make: (n: number) => new Uint16Array(n), bytes: 2, read: int16 }
/** More than the greatest value of `bits` or a `small`. */
export const SMALL = 32_768
export const int = {
  make: (n: number) => new Int32Array(n),
  bytes: 4,
  read: (b: Buffer, at: number) => b.readInt32BE(at),
}
export const placeIn = (table: string) => ({ ...int, of: table })
/** Milliseconds since 1970. */
export const moment = { make: (n: number) => new Float64Array(n), bytes: 8, read: momentAt }

export type Layout = { bits: typeof bits } & Record<string, Kind>
export type Columns<L extends Layout> = { [K in keyof L]: ReturnType<L[K]['make']> }

/**
 * The rows of each firm, from one to the next: `last` by firm, `previous` by row; 0 is none. Read from the start they
 * lie one beside the other, so that a walk from firm to firm goes straight through memory; what came since is at the end.
 * `loose`: firms that rows were added to, or moved in, since; those of all others lie together in their order, and may
 * be gone through row by row without looking for the next. States share it: who is in it too early is walked for nothing.
 */
export type Chain = { last: Int32Array; previous: Int32Array; loose: Set<number> }

/** `n`: one more than the highest place. `ids`: 16 bytes each, where rows of the same moment have an order. */
export type Table<L extends Layout> = { version: number; n: number; columns: Columns<L>; ids?: Uint8Array }
/** Its rows are chained by firm, the latest first where they have a moment; `places` of their serials are for drafts only. */
export type ChainedTable<L extends Layout> = Table<L> & { chain: Chain; places: Int32Array }

export const ID = 16

let versions = 0
/** Of one state of a table or of the lists: no other in this process has the same. */
export const nextVersion = () => ++versions

export function emptyTable<L extends Layout>(layout: L, withIds: boolean): Table<L> | ChainedTable<L> {
  const columns = Object.fromEntries(Object.entries(layout).map(([name, { make }]) => [name, make(0)])) as Columns<L>
  const table = { version: nextVersion(), n: 1, columns, ...(withIds ? { ids: new Uint8Array(0) } : {}) }
  if (!('firm' in layout)) return table
  return {
    ...table,
    chain: { last: new Int32Array(0), previous: new Int32Array(0), loose: new Set() },
    places: new Int32Array(0),
  }
}

/** The firm's latest row in this state, 0 for none. Later states put theirs before it. */
export function latestOf({ n, chain }: { n: number; chain: Chain }, firm: number): number {
  const { last, previous } = chain
  let row = firm < last.length ? (last[firm] as number) : 0
  while (row >= n) row = previous[row] as number
  return row
}

/** Whether the first of two rows came later; ids decide between two of the same moment. */
export function isLater(one: Timed, i: number, other: Timed, j: number): boolean {
  const at = one.columns.at[i] as number
  const before = other.columns.at[j] as number
  if (at !== before) return at > before
  return Buffer.compare(idOf(one, i), idOf(other, j)) > 0
}
type Timed = { columns: { at: Float64Array }; ids?: Uint8Array }
const idOf = ({ ids }: Timed, row: number) => ids?.subarray(row * ID, row * ID + ID) ?? new Uint8Array(0)
