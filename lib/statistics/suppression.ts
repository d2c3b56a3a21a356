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

/** A line as it was told, null where it kept a cell back; `whole`: the sizes of its rows as they were told then. */
export type Past = { counts: (number | null)[]; total: number; whole?: (number | null)[] }

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

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const picked = (values: number[], which: boolean[]) => values.filter((_, index) => which[index])

/** Too small to be told on either side: the firms in the column, or those of the row that are not in it. */
export const isSmall = (count: number, whole = Number.POSITIVE_INFINITY) =>
  count < FEWEST_SHOWN || whole - count < FEWEST_SHOWN

/** Told before with a number so near that the difference is a few firms. */
export const isNear = (count: number, before: number | null | undefined) =>
  typeof before === 'number' && count !== before && Math.abs(count - before) < FEWEST_SHOWN

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
  const rows = base ?? table.columns[0] ?? []
  const hiddenRows = base
    ? hide(base, undefined, before?.told.base, before?.hiddenRows, before?.past?.base)
    : rows.map(() => false)
  const pattern: Pattern = { hiddenRows, hidden: [], withheld: [] }
  for (const [index, column] of table.columns.entries()) {
    const total = sum(column)
    const withheld = isSmall(total, base && sum(base)) || isNear(total, before?.told.totals?.[index])
    const floors = before?.told.columns[index]
    pattern.withheld[index] = withheld
    pattern.hidden[index] = withheld
      ? column.map(() => true)
      : hide(column, { table, hiddenRows }, floors, before?.hidden[index], before?.past?.columns[index])
  }
  return pattern
}

type Within = { table: CountTable; hiddenRows: boolean[] }

/** Hides what is small, what was hidden with it before, and the smallest others until every hidden cell is out of reach. */
function hide(
  counts: number[],
  within: Within | undefined,
  floors: (number | null)[] | undefined,
  together: boolean[] | undefined,
  past: Past[] = [],
): boolean[] {
  const hidden = counts.map((count, row) => {
    const whole = within?.table.base?.[row]
    return Boolean(within?.hiddenRows[row]) || isSmall(count, whole) || isNear(count, floors?.[row])
  })
  for (;;) {
    if (together?.some((was, row) => was && hidden[row])) {
      for (const [row, was] of together.entries()) hidden[row] ||= was
    }
    // What was told already and has not moved needs no hiding from those who read it then.
    const reached = hidden.some(
      (is, row) => is && counts[row] !== floors?.[row] && !isWide(reachIn(counts, hidden, row, floors, within)),
    )
    const told = past.find(
      (one, place) => movedLittle(counts, hidden, one) || narrows(counts, hidden, one, past.slice(0, place)),
    )
    const again = told?.counts.findIndex((count, row) => count === null && !hidden[row]) ?? -1
    const next = again >= 0 ? again : reached || told ? smallestShown(counts, hidden, floors) : undefined
    if (next === undefined) return hidden
    hidden[next] = true
  }
}

/**
 * Whether cells kept back then or now make up a sum that is known at both times, and that moved by a few firms: the
 * total less the cells told. Cells of then and now with one in common are known as one sum, else each as its own.
 */
function movedLittle(counts: number[], hidden: boolean[], { counts: then, total }: Past): boolean {
  const were = then.map((count) => count === null)
  const both = hidden.map((is, row) => is || were[row] === true)
  const groups = hidden.some((is, row) => is && were[row]) ? [both] : [hidden, were]
  return groups.some((group) => {
    const told = (of: boolean) => sum(then.filter((_, row) => group[row] === of).map((count) => count ?? 0))
    const isWhole = then.every((count, row) => count !== null || !group[row])
    return isNear(sum(picked(counts, group)), isWhole ? told(true) : total - told(false))
  })
}

/** The smallest of those that leave room to hide in; of what was told before, only the growth does. */
function smallestShown(counts: number[], hidden: boolean[], floors: (number | null)[] = []): number | undefined {
  const shown = counts.map((count, row) => ({ count, row, room: count - (floors[row] ?? 0) >= FEWEST_SHOWN }))
  const order = shown.filter(({ row }) => !hidden[row])
  return order.sort((one, other) => Number(other.room) - Number(one.room) || one.count - other.count)[0]?.row
}

const isWide = ([low, high]: Reach) => high - low >= FEWEST_SHOWN

/**
 * Whether a cell kept back then would be known too nearly by what is told now: counts only grow, so the others kept back
 * with it were at most what they are now, and at least what was told of them before.
 */
function narrows(counts: number[], hidden: boolean[], { counts: then, total, whole }: Past, before: Past[]): boolean {
  const were = then.flatMap((count, row) => (count === null ? [row] : []))
  const left = total - sum(then.map((count) => count ?? 0))
  const room = (row: number) => Math.min(whole?.[row] ?? left, left)
  const roomNow = (row: number) => Math.min(room(row), hidden[row] ? left : (counts[row] ?? left))
  const floor = (row: number) => Math.max(0, ...before.map((one) => one.counts[row] ?? 0))
  const width = (row: number, cap: (row: number) => number) => {
    const others = were.filter((other) => other !== row)
    const low = Math.max(floor(row), left - sum(others.map(cap)))
    return Math.min(cap(row), left - sum(others.map(floor))) - low
  }
  // What was too narrow already had been told before that, and had not moved.
  return were.some((row) => width(row, roomNow) < FEWEST_SHOWN && width(row, room) >= FEWEST_SHOWN)
}

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

/**
 * Counts each of which is a part of the one before it (contacted, visited, with needs, …): which to keep back so that no
 * count of fewer than five firms is told, nor can be had by subtracting one told step from another. The step at `anchor`
 * is told in other tables too, so it goes first and the others give way to it, from it outwards. A hidden step may then
 * lie anywhere between its told neighbours, five or more apart. `alike`: two steps of the same number may both be told,
 * since the difference is nobody.
 */
export function suppressSteps(counts: number[], anchor: number, { alike = false } = {}): boolean[] {
  const hidden = counts.map((count) => count < FEWEST_SHOWN)
  const outwards = (from: number, by: 1 | -1) => {
    let last = counts[anchor] ?? 0
    for (let step = from; step >= 0 && step < counts.length; step += by) {
      const count = counts[step] ?? 0
      hidden[step] ||= Math.abs(count - last) < FEWEST_SHOWN && !(alike && count === last)
      if (!hidden[step]) last = count
    }
  }
  outwards(anchor - 1, -1)
  outwards(anchor + 1, 1)
  return hidden
}

/**
 * The same for steps told several times, the oldest first: a step only grows, so one kept back lies between what was told
 * of it and of later steps up to then, and what is told of it and of earlier steps from then on. Where the new numbers
 * leave less than five to one of any edition, they are kept back too: the innermost first, the one at `anchor` never.
 * What was told before and has not moved needs no hiding. Null where `anchor` alone leaves too little.
 */
export function suppressStepsAgain(
  counts: number[],
  hidden: boolean[],
  past: (number | null)[][],
  anchor: number,
): boolean[] | null {
  const now = past.length
  const again = [...hidden]
  for (;;) {
    const told = [...past, counts.map((count, step) => (again[step] ? null : count))]
    const width = (time: number, step: number, lines: (number | null)[][]) => {
      const low = Math.max(
        0,
        ...lines.slice(0, time + 1).flatMap((line) => line.slice(step).map((count) => count ?? 0)),
      )
      const from = lines.slice(time).flatMap((line) => line.slice(0, step + 1))
      return Math.min(...from.map((count) => count ?? Number.POSITIVE_INFINITY)) - low
    }
    const narrow = told.flatMap((line, time) =>
      line.flatMap((count, step) => {
        if (count !== null || width(time, step, told) >= FEWEST_SHOWN) return []
        if (time < now) return width(time, step, past) >= FEWEST_SHOWN ? [step] : []
        return past.some((earlier) => earlier[step] === counts[step]) ? [] : [step]
      }),
    )
    const [first] = narrow
    if (first === undefined) return again
    const near = counts
      .map((_, step) => step)
      .filter((step) => !again[step] && step !== anchor)
      .sort((one, other) => Math.abs(one - first) - Math.abs(other - first))
    if (near[0] === undefined) return null
    again[near[0]] = true
  }
}
