import { type Counted, cell, type Told, VISITED } from '@/lib/open-data/rules'
import type { TableId } from '@/lib/open-data/schema'
import { type Bounds, suppressDistances, suppressSteps, suppressStepsAgain } from '@/lib/statistics/steps'
import { isNear, less, type Pattern } from '@/lib/statistics/suppression'

const WITH_NEEDS = 'with_needs'

/** The steps of the programme, each a part of the one before. */
export function stepsOf({ rows, columns }: Counted): Pattern {
  const anchor = rows.findIndex(({ code }) => code === VISITED)
  const hidden = columns.map(({ counts }) => suppressSteps(counts, anchor))
  return { hiddenRows: [], hidden, withheld: [] }
}

export const NEEDS: TableId = 'needs-by-sector'
const toldNeeds = (edition: Told[]) => edition.find(({ id }) => id === NEEDS)?.columns

/** Firms with needs: at least as many as state one of those told, at most as many as state them all. */
function boundsOf(step: number, edition: Told[]): Bounds {
  const totals = toldNeeds(edition)?.map(({ total }) => total) ?? [null]
  const told = totals.filter((total) => total !== null)
  const high = told.length < totals.length ? Number.POSITIVE_INFINITY : told.reduce((all, total) => all + total, 0)
  return { step, low: Math.max(0, ...told), high }
}

/**
 * Where the needs that are told do not make up as many as the firms with needs, that step would tell how many the kept back
 * are at the least; and where one need is stated by all but a few of them, or by a few more or less than when both were
 * told, it would tell those: it is kept back too.
 */
function withoutNeeds(table: Counted, step: number, edition: Told[], editions: Told[][]): Pattern {
  const pattern = stepsOf(table)
  const all = toldNeeds(edition)
  const most = all ? all.reduce((sum, { total }) => sum + (total ?? 0), 0) : Number.POSITIVE_INFINITY
  const hidden = pattern.hidden.map((line, column) => {
    const count = table.columns[column]?.counts[step] ?? 0
    const then = editions.map((one) => {
      const steps = one.find(({ id }) => id === table.id)
      return { count: steps?.columns[column]?.counts[step], needs: toldNeeds(one) }
    })
    const tellsFew = all?.some(({ code, total }) => {
      if (total === null) return false
      const others = count - total
      const were = then.map(({ count, needs }) => {
        const need = needs?.find((one) => one.code === code)?.total
        return less(count, need)
      })
      return isNear(others, 0) || were.some((told) => isNear(others, told))
    })
    return line.map((is, row) => is || (row === step && (most < count || Boolean(tellsFew))))
  })
  return { ...pattern, hidden }
}

/**
 * The steps beside the other tables of their edition and those of all editions before; null where they would tell of a
 * few firms all the same.
 */
export function stepsBeside(table: Counted, edition: Told[], editions: Told[][]): Pattern | null {
  const place = (code: string) => table.rows.findIndex((row) => row.code === code)
  const pattern = withoutNeeds(table, place(WITH_NEEDS), edition, editions)
  const earlier = editions.flatMap((one) => one.filter(({ id }) => id === table.id))
  const told = earlier.at(-1)?.told ?? {}
  const bounds = [...editions, edition].map((one) => boundsOf(place(WITH_NEEDS), one))
  const hidden = table.columns.map(({ code, counts }, column) => {
    const moved = counts.map((count, row) => isNear(count, told[cell(code, table.rows[row]?.code ?? '')]))
    const kept = counts.map((_, row) => Boolean(pattern.hidden[column]?.[row] || moved[row]))
    const past = earlier.flatMap((one) => one.columns.filter((line) => line.code === code).map((line) => line.counts))
    const apart = suppressDistances(counts, kept, past, place(VISITED))
    return suppressStepsAgain(counts, apart, past, place(VISITED), bounds)
  })
  if (hidden.some((line) => line === null)) return null
  return { ...pattern, hidden: hidden.map((line) => line ?? []) }
}
