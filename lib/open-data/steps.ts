import { type Counted, cell, type Told, VISITED } from '@/lib/open-data/rules'
import type { TableId } from '@/lib/open-data/schema'
import { type Bounds, suppressSteps, suppressStepsAgain } from '@/lib/statistics/steps'
import { isNear, type Pattern } from '@/lib/statistics/suppression'

const WITH_NEEDS = 'with_needs'

/** The steps of the programme, each a part of the one before. */
export function stepsOf({ rows, columns }: Counted): Pattern {
  const anchor = rows.findIndex(({ code }) => code === VISITED)
  const hidden = columns.map(({ counts }) => suppressSteps(counts, anchor))
  return { hiddenRows: [], hidden, withheld: [] }
}

const NEEDS: TableId = 'needs-by-sector'

/** Firms with needs: at least as many as state one of those told, at most as many as state them all. */
function boundsOf(step: number, edition: Told[]): Bounds {
  const totals = edition.find(({ id }) => id === NEEDS)?.columns.map(({ total }) => total) ?? [null]
  const told = totals.filter((total) => total !== null)
  const high = told.length < totals.length ? Number.POSITIVE_INFINITY : told.reduce((all, total) => all + total, 0)
  return { step, low: Math.max(0, ...told), high }
}

/**
 * Where the needs that are told do not make up as many as the firms with needs, that step would tell how many the kept back
 * are at the least: it is kept back too.
 */
function withoutNeeds(table: Counted, step: number, edition: Told[]): Pattern {
  const pattern = stepsOf(table)
  const needs = edition.find(({ id }) => id === NEEDS)
  const told = needs?.columns.reduce((all, { total }) => all + (total ?? 0), 0) ?? Number.POSITIVE_INFINITY
  const hidden = pattern.hidden.map((line, column) => {
    const count = table.columns[column]?.counts[step] ?? 0
    return line.map((is, row) => is || (row === step && told < count))
  })
  return { ...pattern, hidden }
}

/**
 * The steps beside the other tables of their edition and those of all editions before; null where they would tell of a
 * few firms all the same.
 */
export function stepsBeside(table: Counted, edition: Told[], editions: Told[][]): Pattern | null {
  const place = (code: string) => table.rows.findIndex((row) => row.code === code)
  const pattern = withoutNeeds(table, place(WITH_NEEDS), edition)
  const earlier = editions.flatMap((one) => one.filter(({ id }) => id === table.id))
  const told = earlier.at(-1)?.told ?? {}
  const bounds = [...editions, edition].map((one) => boundsOf(place(WITH_NEEDS), one))
  const hidden = table.columns.map(({ code, counts }, column) => {
    const moved = counts.map((count, row) => isNear(count, told[cell(code, table.rows[row]?.code ?? '')]))
    const kept = counts.map((_, row) => Boolean(pattern.hidden[column]?.[row] || moved[row]))
    const past = earlier.flatMap((one) => one.columns.filter((line) => line.code === code).map((line) => line.counts))
    return suppressStepsAgain(counts, kept, past, place(VISITED), bounds)
  })
  if (hidden.some((line) => line === null)) return null
  return { ...pattern, hidden: hidden.map((line) => line ?? []) }
}
