import type { Condition } from '@/lib/evidence/sieve'

/**
 * Lists of rows, in their order, made without a condition on the way, which would be guessed wrong as often as right: every
 * row is written down, and the place moves on by nought or one. Loops are short and count places: what goes through more
 * than three arrays and a counter, the compiler keeps on the stack and not in registers, which takes three times as long;
 * so does `of`.
 */

/** Used again by each counting: memory never touched before costs more than the counting. */
let [scratch, marked] = [new Int32Array(0), new Uint8Array(0)]
function scratchFor(length: number): Int32Array {
  if (scratch.length < length) scratch = new Int32Array(Math.ceil(length * 1.1))
  return scratch
}
function marksFor(length: number): Uint8Array {
  if (marked.length < length) marked = new Uint8Array(Math.ceil(length * 1.1))
  return marked
}

/** Below this share of all rows it takes less to go through a list of them than through marks at all. */
const FEW = 0.3

/** Where there is a 1 and all conditions pass, one after the other: each goes through what the last has left. */
export function rowsThat(ones: Uint8Array, conditions: Condition[]): Int32Array {
  const marks = marksFor(ones.length)
  let [done, share] = [0, 1]
  for (; done < conditions.length && share > FEW; done++) {
    const condition = conditions[done] as Condition
    share *= condition.share
    if (done === 0) mark(marks, ones, condition)
    else unmark(marks, ones.length, condition.column, condition.passing)
  }
  const passed = done > 0 ? marks : ones
  const rows = scratchFor(ones.length)
  let n = write(passed, ones.length, rows)
  for (; done < conditions.length; done++) n = keep(rows, n, conditions[done] as Condition)
  return rows.slice(0, n)
}

function mark(passed: Uint8Array, ones: Uint8Array, { column, passing }: Condition) {
  for (let row = 1; row < ones.length; row++) {
    passed[row] = (ones[row] as number) & (passing[column[row] as number] as number)
  }
}

/** Leaves the marks of those of the first `length` rows that pass. */
function unmark(passed: Uint8Array, length: number, column: Uint16Array, passing: Uint8Array) {
  for (let row = 1; row < length; row++) (passed[row] as number) &= passing[column[row] as number] as number
}

function write(ones: Uint8Array, length: number, places: Int32Array): number {
  let n = 0
  for (let place = 1; place < length; place++) {
    places[n] = place
    n += ones[place] as number
  }
  return n
}

/** Leaves those of the first `length` rows that pass; how many they are. */
export function keep(rows: Int32Array, length: number, { column, passing }: Condition): number {
  let n = 0
  for (let i = 0; i < length; i++) {
    const row = rows[i] as number
    rows[n] = row
    n += passing[column[row] as number] as number
  }
  return n
}

/** The same of those at which there is a 1. */
export function keepMarked(rows: Int32Array, length: number, ones: Uint8Array): number {
  let n = 0
  for (let i = 0; i < length; i++) {
    const row = rows[i] as number
    rows[n] = row
    n += ones[row] as number
  }
  return n
}

/** Where there is a 1. */
export const placesOf = (ones: Uint8Array): Int32Array => rowsThat(ones, [])

/** 1 at each of the first `n` rows that has this bit. */
export function having(n: number, bits: Uint16Array, bit: number): Uint8Array {
  const ones = new Uint8Array(n)
  for (let row = 1; row < n; row++) ones[row] = Number(((bits[row] as number) & bit) !== 0)
  return ones
}

/** The rows that have one of these bits, in memory that the next one to ask is given too: to be gone through at once. */
export function rowsWith(rows: Int32Array, bits: Uint16Array, mask: number): Int32Array {
  const found = scratchFor(rows.length)
  let n = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    found[n] = row
    n += Number(((bits[row] as number) & mask) !== 0)
  }
  return found.subarray(0, n)
}

/** How many there are of the kinds in which these bits are so: all set, unless told otherwise. */
export function sumWhere(kinds: Uint32Array, bits: number, be = bits): number {
  let sum = 0
  for (let kind = 0; kind < kinds.length; kind++) if ((kind & bits) === be) sum += kinds[kind] as number
  return sum
}
