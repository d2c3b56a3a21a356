import type { Selection } from '@/lib/evidence/selection'

/** From when to when there was work in the filter, nulls where there was none; and by whom. */
export function spanOfWork(selection: Selection) {
  const { facts, lists } = selection.evidence
  const people = new Uint8Array(lists.users.ids.length)
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const table of ['calls', 'visits'] as const) {
    const { at, user } = facts[table].columns
    const apart = selection.laid.apart.flatMap((firm) => selection.of(firm, table))
    for (const rows of [selection[table], apart]) {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number
        first = Math.min(first, at[row] as number)
        last = Math.max(last, at[row] as number)
        people[user[row] as number] = 1
      }
    }
  }
  const date = (at: number) => (Number.isFinite(at) ? new Date(at) : null)
  return { first: date(first), last: date(last), people: lists.users.ids.filter((_, serial) => people[serial] === 1) }
}
