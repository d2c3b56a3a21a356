import type { Selection } from '@/lib/evidence/selection'

/** From when to when there was work in the filter, and by how many people; nulls where there was none. */
export function spanOfWork({ evidence: { facts, lists }, calls, visits }: Selection) {
  const people = new Uint8Array(lists.users.ids.length)
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const look = (told: Uint8Array, { at, user }: { at: Float64Array; user: Int16Array }) => {
    for (let i = 1; i < told.length; i++) {
      if (told[i] === 0) continue
      if ((at[i] as number) < first) first = at[i] as number
      if ((at[i] as number) > last) last = at[i] as number
      people[user[i] as number] = 1
    }
  }
  look(calls.is, facts.calls.columns)
  look(visits.is, facts.visits.columns)
  const date = (at: number) => (Number.isFinite(at) ? new Date(at) : null)
  return { first: date(first), last: date(last), people: people.reduce((sum, one) => sum + one, 0) }
}
