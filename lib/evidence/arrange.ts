import { ID } from '@/lib/evidence/columns'

/**
 * The rows from 1 to `n` - 1 in the order in which they shall lie: firm by firm, and those of a firm by `isLater` where
 * they have a moment. `order[place]` is the row. Counting sort by firm, then insertion: a firm has few rows.
 */
export function firmByFirm(n: number, firm: Int32Array, isLater?: (row: number, other: number) => boolean): Int32Array {
  let firms = 0
  for (let row = 1; row < n; row++) if ((firm[row] as number) > firms) firms = firm[row] as number
  const next = new Int32Array(firms + 2)
  next[0] = 1
  for (let row = 1; row < n; row++) (next[(firm[row] as number) + 1] as number)++
  for (let one = 1; one < next.length; one++) (next[one] as number) += next[one - 1] as number
  const order = new Int32Array(n)
  for (let row = 1; row < n; row++) {
    const of = firm[row] as number
    let place = (next[of] as number)++
    for (; isLater && place > 1; place--) {
      const before = order[place - 1] as number
      if (firm[before] !== of || isLater(row, before)) break
      order[place] = before
    }
    order[place] = row
  }
  return order
}

/** What is at `order[place]` comes to each place. */
export function arranged<T extends { [row: number]: number }>(values: T, order: Int32Array, into: T): T {
  for (let place = 1; place < order.length; place++) into[place] = values[order[place] as number] as number
  return into
}

export function arrangedIds(ids: Uint8Array, order: Int32Array, room: number): Uint8Array {
  const into = new Uint8Array(room * ID)
  for (let place = 1; place < order.length; place++) {
    const from = (order[place] as number) * ID
    for (let byte = 0; byte < ID; byte++) into[place * ID + byte] = ids[from + byte] as number
  }
  return into
}

/** By row: its place. */
export function inverse(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length)
  for (let place = 1; place < order.length; place++) places[order[place] as number] = place
  return places
}

/** Places by serial after the rows moved, with no more room than needed. */
export function moved(places: Int32Array, placeOf: Int32Array, roomFor: (n: number) => number): Int32Array {
  const n = places.findLastIndex((place) => place !== 0) + 1
  const into = new Int32Array(roomFor(n))
  for (let serial = 0; serial < n; serial++) into[serial] = placeOf[places[serial] as number] as number
  return into
}
