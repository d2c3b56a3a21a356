import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FactName } from '@/lib/evidence/facts'
import { keeping } from '@/lib/evidence/kept'
import { Selection } from '@/lib/evidence/selection'
import type { InsightFilter } from '@/lib/insight/schema'

/** Filters whose counts are kept: what some managers look at again and again. */
const MOST = 64

/**
 * The count of a filter, found once for as long as nothing changes in the tables it is made of and the lists: a saved
 * call leaves what is counted of visits as it was. `part`: what of the filter it depends on. What is given back belongs to
 * all who ask.
 */
export function remember<A extends (Selection | number)[], T>(
  tables: readonly FactName[],
  count: (selection: Selection, ...rest: A) => T,
  part: (filter: InsightFilter) => Partial<InsightFilter> = (filter) => filter,
): (selection: Selection, ...rest: A) => Promise<T> {
  const kept = keeping<Promise<T>>(MOST)
  return (selection, ...rest) => {
    const { evidence, filter } = selection
    const versions = tables.map((name) => evidence.facts[name].version)
    const others = rest.map((one) => (one instanceof Selection ? one.filter : one))
    const key = JSON.stringify([versions, evidence.lists.version, evidence.perPromoter, part(filter), others])
    return kept(key, () => inTurn(() => count(selection, ...rest)))
  }
}

let last: Promise<unknown> = Promise.resolve()
/**
 * One count after another, and all others are served between two: a promoter who saves a call waits for one count of a
 * page, not for the page.
 */
function inTurn<T>(count: () => T): Promise<T> {
  const counted = last.then(() => nextTurn()).then(() => frozen(count()))
  last = counted.catch(() => undefined)
  return counted
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}
