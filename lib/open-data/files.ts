import Papa from 'papaparse'
import type { Told } from '@/lib/open-data/rules'
import { FEWEST_SHOWN } from '@/lib/statistics/suppression'

/** All lines of a table with the total as the last row; null is kept back. */
function cellsOf({ rows, base, columns, sums }: Told): (string | number | null)[][] {
  const lines = [...(base ? [base] : []), ...columns]
  const body = rows.map((row, place) => [
    row.code,
    row.nameIt,
    row.nameEn,
    ...lines.map(({ counts }) => counts[place] ?? null),
  ])
  return sums ? [...body, ['TOTAL', 'Totale', 'Total', ...lines.map(({ total }) => total)]] : body
}

/** What a spreadsheet would take for a formula: a Chamber names its sectors itself. Counts are numbers. */
const FORMULA = /^[=+\-@\t\r]/

/** CSV by RFC 4180 in UTF-8, without formulas; an empty cell is kept back. */
export function csvOf(table: Told): string {
  const lines = [...(table.base ? [table.base] : []), ...table.columns]
  const head = ['code', 'name_it', 'name_en', ...lines.map(({ code }) => code)]
  return `${Papa.unparse([head, ...cellsOf(table)], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`
}

/** The same as JSON, without what only the next edition must know. */
export function jsonOf(table: Told, closedOn: string, licence: string) {
  const { told: _, sums: __, ...shown } = table
  return {
    ...shown,
    closedOn,
    licence,
    note: `null: kept back, so that no cell of fewer than ${FEWEST_SHOWN} firms is told`,
  }
}
