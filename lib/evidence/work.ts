import type { DeedName, Selection } from '@/lib/evidence/selection'

/** From when to when there was work in the filter, and by how many people; nulls where there was none. */
export function spanOfWork(selection: Selection) {
  const { facts, lists } = selection.evidence
  const people = new Uint8Array(lists.users.ids.length)
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const look = (table: DeedName) => {
    const { at, user } = facts[table].columns
    const see = (row: number) => {
      first = Math.min(first, at[row] as number)
      last = Math.max(last, at[row] as number)
      people[user[row] as number] = 1
    }
    const rows = selection[table]
    for (let i = 0; i < rows.length; i++) see(rows[i] as number)
    for (const firm of selection.laid.apart) selection.eachOf(table, firm, see)
  }
  look('calls')
  look('visits')
  const date = (at: number) => (Number.isFinite(at) ? new Date(at) : null)
  return { first: date(first), last: date(last), people: people.reduce((sum, one) => sum + one, 0) }
}
