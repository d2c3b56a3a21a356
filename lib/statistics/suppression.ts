import { movedLittle, narrows, type Past } from '@/lib/statistics/editions'

/** Fewer firms than this are not shown in anything that leaves the Chamber (DESIGN.md, numbers that may be shown). */
export const FEWEST_SHOWN = 5

/**
 * Counts of firms by row, each firm in one row. `columns` are parts of the row's firms (who asks for credit, …) and not
 * of each other: one firm may be in several. Without `base` the rows' own sizes are not told, nor held against a column.
 */
export type CountTable = {
  base?: number[]
  /** Each as long as there are rows. */
  columns: number[][]
}

/** What was told earlier of the same cells. Counts only grow: an earlier number is the least a later one can be. */
export type Before = {
  /** The last number told, null where none ever was. */
  told: { base?: (number | null)[]; columns: (number | null)[][]; totals?: (number | null)[] }
  /** What was kept back the last time. */
  hiddenRows: boolean[]
  hidden: boolean[][]
  /** Each line every time that its total was told. */
  past?: { base: Past[]; columns: Past[][] }
}

/** What to keep back. */
export type Pattern = {
  /** Rows of which nothing is told, their base neither. */
  hiddenRows: boolean[]
  /** By column and row. */
  hidden: boolean[][]
  /** Columns of which nothing is told, their totals neither. */
  withheld: boolean[]
}

/** From where to where a hidden cell may lie for somebody who knows all that is told; both ends are possible. */
export type Reach = readonly [low: number, high: number]

export const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const picked = (values: number[], which: boolean[]) => values.filter((_, index) => which[index])

/** Too small to be told on either side: the firms in the column, or those of the row that are not in it. */
export const isSmall = (count: number, whole = Number.POSITIVE_INFINITY) =>
  count < FEWEST_SHOWN || whole - count < FEWEST_SHOWN

/** Told before with a number so near that the difference is a few firms. */
export const isNear = (count: number, before: number | null | undefined) =>
  typeof before === 'number' && count !== before && Math.abs(count - before) < FEWEST_SHOWN

/** How many a part leaves of a whole, null where either was not told. */
export const less = (whole: number | null | undefined, part: number | null | undefined) =>
  typeof whole === 'number' && typeof part === 'number' ? whole - part : null

/**
 * Which cells to keep back so that no count of fewer than five firms can be read or computed: not from the totals, not
 * from the row's size, not by comparison with what was told `before`. The smallest cells are given up to hide the others;
 * of a column whose total itself is small, or moved by little, nothing is told. Hiding all of any other is always enough:
 * a cell may then be anything its row, the total and the rest of the rows leave room for, and each of these is five or more.
 *
 * Each hidden cell keeps a reach at least `FEWEST_SHOWN` wide (`reachOf`); small and given-up cells look the same. Cells
 * hidden together stay so until all of them may be told, or what is told later would give away what was hidden earlier.
 * Source: A. Hundepool et al., Statistical Disclosure Control (Wiley 2012), ch. 4: secondary suppression audited by
 * feasibility intervals, which have a closed form here because cells are parts of rows and rows parts of one total.
 */
export function suppress(table: CountTable, before?: Before): Pattern {
  const { base } = table
  const all = base && { counts: base, floors: before?.told.base, past: before?.past?.base ?? [], grows: true }
  const hiddenRows = all ? hide([all], before?.hiddenRows) : (table.columns[0] ?? []).map(() => false)
  const pattern: Pattern = { hiddenRows, hidden: [], withheld: [] }
  for (const [index, counts] of table.columns.entries()) {
    const past = before?.past?.columns[index] ?? []
    const inside: Side = { counts, floors: before?.told.columns[index], past, grows: true }
    const sides = base ? [inside, othersOf(base, inside)] : [inside]
    const withheld =
      isNear(sum(counts), before?.told.totals?.[index]) ||
      isSmall(sum(counts), base && sum(base)) ||
      sides.some((side) => side.past.some(({ total }) => isNear(sum(side.counts), total)))
    pattern.withheld[index] = withheld
    pattern.hidden[index] = withheld
      ? counts.map(() => true)
      : hide(sides, before?.hidden[index], { table, hiddenRows })
  }
  return pattern
}

/** What a line tells of by row: the firms in a column or, read from the rows' sizes, those that are not in it. */
type Side = {
  counts: number[]
  /** The least that each can be: what was told of it last. */
  floors?: (number | null)[]
  past: Past[]
  /** Who is not in a column may be in it later: their number may fall. */
  grows: boolean
}
type Within = { table: CountTable; hiddenRows: boolean[] }

function othersOf(base: number[], { counts, past }: Side): Side {
  const then = past.flatMap(({ counts, total, whole, all }) => {
    if (!whole || typeof all !== 'number') return []
    return [{ counts: counts.map((count, row) => less(whole[row], count)), total: all - total }]
  })
  return { counts: counts.map((count, row) => (base[row] ?? 0) - count), past: then, grows: false }
}

/** Hides what is small, what was hidden with it before, and the smallest others until every hidden cell is out of reach. */
function hide(sides: Side[], together?: boolean[], within?: Within): boolean[] {
  const [{ counts, floors }] = sides as [Side]
  const hidden = counts.map((_, row) => Boolean(within?.hiddenRows[row]) || sides.some((side) => isFew(side, row)))
  for (;;) {
    if (together?.some((was, row) => was && hidden[row])) {
      for (const [row, was] of together.entries()) hidden[row] ||= was
    }
    const reached = sides.some((side) => isReached(side, hidden, within))
    const told = sides.flatMap((side) => side.past.filter((_, place) => tells(side, hidden, place)))[0]
    const again = told?.counts.findIndex((count, row) => count === null && !hidden[row]) ?? -1
    const next = again >= 0 ? again : reached || told ? smallestShown(counts, hidden, floors) : undefined
    if (next === undefined) return hidden
    hidden[next] = true
  }
}

/** Few firms, or few since it was told. */
function isFew({ counts, floors, past }: Side, row: number): boolean {
  const count = counts[row] ?? 0
  return count < FEWEST_SHOWN || isNear(count, floors?.[row]) || past.some((then) => isNear(count, then.counts[row]))
}

/** What was told already and has not moved needs no hiding from those who read it then. */
function isReached({ counts, floors, past }: Side, hidden: boolean[], within?: Within): boolean {
  const isKnown = (row: number) =>
    counts[row] === floors?.[row] || past.some((then) => then.counts[row] === counts[row])
  return hidden.some((is, row) => is && !isKnown(row) && !isWide(reachIn(counts, hidden, row, floors, within)))
}

/** Whether a line as it would be told, laid beside what was told of it then, tells of a few firms. */
function tells({ counts, past, grows }: Side, hidden: boolean[], place: number): boolean {
  const then = past[place] as Past
  return movedLittle(counts, hidden, then) || (grows && narrows(counts, hidden, then, past.slice(0, place)))
}

/** The smallest of those that leave room to hide in; of what was told before, only the growth does. */
function smallestShown(counts: number[], hidden: boolean[], floors: (number | null)[] = []): number | undefined {
  const shown = counts.map((count, row) => ({ count, row, room: count - (floors[row] ?? 0) >= FEWEST_SHOWN }))
  const order = shown.filter(({ row }) => !hidden[row])
  return order.sort((one, other) => Number(other.room) - Number(one.room) || one.count - other.count)[0]?.row
}

const isWide = ([low, high]: Reach) => high - low >= FEWEST_SHOWN

/**
 * The reach of one hidden cell for somebody who adds up everything told: the hidden cells of a line make up what the
 * shown ones leave of its total; each is at least what was told of it earlier and at most its row's size; hidden rows
 * share what is left of the rows' total.
 */
function reachIn(
  counts: number[],
  hidden: boolean[],
  row: number,
  floors: (number | null)[] = [],
  within?: Within,
): Reach {
  const left = sum(picked(counts, hidden))
  const floor = (of: number) => floors[of] ?? 0
  const others = hidden.map((is, other) => is && other !== row)
  const least = sum(others.map((is, other) => (is ? floor(other) : 0)))
  if (!others.some(Boolean)) return [left, left]
  const base = within?.table.base
  if (!base) return [floor(row), left - least]
  const rowsHidden = within.hiddenRows
  const shared = sum(picked(base, rowsHidden))
  const own = rowsHidden[row] ? shared : (base[row] ?? 0)
  const elsewhere =
    sum(
      picked(
        base,
        others.map((is, other) => is && !rowsHidden[other]),
      ),
    ) + shared
  return [Math.max(floor(row), left - elsewhere), Math.min(own, left - least)]
}

/** The reach of a hidden cell in a pattern. Throws RangeError for one that is shown. */
export function reachOf(table: CountTable, pattern: Pattern, column: number, row: number, before?: Before): Reach {
  const hidden = pattern.hidden[column] ?? []
  if (!hidden[row]) throw new RangeError(`Cell ${column}, ${row} is shown`)
  if (pattern.withheld[column])
    return [0, table.base && !pattern.hiddenRows[row] ? (table.base[row] ?? 0) : Number.POSITIVE_INFINITY]
  const within = { table, hiddenRows: pattern.hiddenRows }
  return reachIn(table.columns[column] ?? [], hidden, row, before?.told.columns[column], within)
}
