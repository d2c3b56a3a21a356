import type { FactName } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'

/** Filters whose counts are kept: what some managers look at again and again. */
const MOST = 64

/**
 * The count of a filter, found once for as long as nothing changes in the tables it is made of and the lists: a saved
 * call leaves what is counted of visits as it was. What is given back belongs to all who ask.
 */
export function remember<A extends unknown[], T>(
  tables: readonly FactName[],
  count: (selection: Selection, ...rest: A) => T,
): (selection: Selection, ...rest: A) => T {
  const kept = new Map<string, T>()
  return (selection, ...rest) => {
    const { evidence, filter } = selection
    const versions = tables.map((name) => evidence.facts[name].version)
    const key = JSON.stringify([versions, evidence.lists.version, evidence.perPromoter, filter, rest])
    const found = kept.has(key) ? (kept.get(key) as T) : frozen(count(selection, ...rest))
    // The one asked for last is the last to go.
    kept.delete(key)
    kept.set(key, found)
    if (kept.size > MOST) kept.delete(kept.keys().next().value as string)
    return found
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}
