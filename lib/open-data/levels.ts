import { CONTACTED, type Counted, VISITED } from '@/lib/open-data/rules'
import { NEEDS, stepsOf } from '@/lib/open-data/steps'
import { type Before, FEWEST_SHOWN, type Pattern, sum } from '@/lib/statistics/suppression'

/**
 * Who told a digital level was spoken with, as everybody who was visited; the visited are told by sector, and the steps of
 * the programme are told elsewhere. So what is kept back of the levels must not be known from how few firms were spoken
 * with beside those told; nor, where those are kept back, they from how many told a level. The smallest levels give way,
 * though never below what was told of them earlier: null where that alone leaves no room.
 */
export function leavingRoom(table: Counted, pattern: Pattern, counted: Counted[], before?: Before): Pattern | null {
  const programme = counted.find(({ sums }) => !sums)
  if (!programme) return pattern
  const stepsHidden = stepsOf(programme).hidden[0] ?? []
  const step = (code: string) => programme.rows.findIndex((row) => row.code === code)
  const count = (code: string) => programme.columns[0]?.counts[step(code)] ?? 0
  const isHidden = (code: string) => Boolean(stepsHidden[step(code)])
  const most = isHidden('tried') ? Number.POSITIVE_INFINITY : count('tried')
  const visited = counted.find(({ id }) => id === NEEDS)?.base?.counts ?? []
  const withheld = [...pattern.withheld]
  const columns = table.columns.map(({ counts }) => counts)
  const totals = columns.map(sum)
  const floorsOf = (column: number) => table.rows.map((_, row) => before?.told.columns[column]?.[row] ?? 0)
  for (;;) {
    const bySector = table.rows.map((_, row) =>
      sum(columns.map((counts, column) => (withheld[column] ? floorsOf(column)[row] : counts[row]) ?? 0)),
    )
    const told = totals.filter((_, column) => !withheld[column])
    const levels = sum(totals.map((total, column) => (withheld[column] ? (before?.told.totals?.[column] ?? 0) : total)))
    const said = Math.max(levels, sum(bySector.map((firms, row) => Math.max(firms, visited[row] ?? 0))))
    const room = (isHidden(CONTACTED) ? most : count(CONTACTED)) - said
    const surplus = bySector.map((firms, row) => firms - (visited[row] ?? 0))
    const isLevelKnown =
      room < FEWEST_SHOWN &&
      (told.length < totals.length ||
        columns.some((counts, column) => {
          const hidden = (pattern.hidden[column] ?? []).map((is) => is && !withheld[column])
          return !canMove(counts, floorsOf(column), hidden, surplus, room)
        }))
    const isStepKnown = isHidden(CONTACTED) && said > count(VISITED) && most - said < FEWEST_SHOWN
    if (!isLevelKnown && !isStepKnown) return { ...pattern, withheld }
    if (told.length === 0) return levels > 0 ? null : { ...pattern, withheld }
    const least = Math.min(...told)
    withheld[totals.findIndex((total, column) => total === least && !withheld[column])] = true
  }
}

/**
 * Whether each hidden cell of a column could be greater or smaller, by five firms in all, if it took them from the other
 * hidden ones or left them to those, none below its floor. A row has `surplus` more firms than it needs at the least
 * (negative: so many fewer); below that, a firm less in it frees no room, and a firm more takes none.
 */
function canMove(counts: number[], floors: number[], hidden: boolean[], surplus: number[], room: number): boolean {
  const free = counts.map((count, row) => Math.max(0, count - (floors[row] ?? 0)))
  const over = surplus.map((firms) => Math.max(0, firms))
  const under = surplus.map((firms) => Math.max(0, -firms))
  return hidden.every((is, row) => {
    // What was told already and has not moved needs no hiding.
    if (!is || (counts[row] && counts[row] === floors[row])) return true
    const others = counts.map((_, other) => other).filter((other) => other !== row && hidden[other])
    const given = sum(others.map((other) => free[other] ?? 0))
    const freed = sum(others.map((other) => Math.min(free[other] ?? 0, over[other] ?? 0)))
    const taken = sum(others.map((other) => under[other] ?? 0))
    const up = Math.min(given, room + (under[row] ?? 0) + freed)
    const down = others.length === 0 ? 0 : Math.min(free[row] ?? 0, room + taken + (over[row] ?? 0))
    return up + down >= FEWEST_SHOWN
  })
}
