'use client'
import { firmsAddress } from '@/components/charts/firms-link'
import { GridKeys } from '@/components/charts/grid-keys'
import { SHADES } from '@/components/charts/shades'

/** What a cell prints, all there is to say of it, its shade from 0 to 6 (none where there are too few answers). */
export type HeatCell = [text: string, about: string, shade: number | null]
export type HeatRow = { key: string; name: string; base: number; baseText: string; of: string; cells: HeatCell[] }

type HeatTableProps = {
  caption: string
  /** `of`: which number the total of a column is; put on a row's own it says which cell. */
  head: {
    row: string
    base: string
    columns: { key: string; name: string; title: string; of: string }[]
  }
  rows: HeatRow[]
  total: { name: string; base: string; of: string; cells: HeatCell[] }
  few: { mark: string; title: string }
  hint: string
}

/* Said once for all cells. */
const CELLS =
  '[&_td]:rounded-[3px] [&_td]:text-center [&_td]:tabular-nums [&_tbody_td]:h-6.75 [&_tbody_td]:p-0 [&_[data-cell]]:block [&_[data-cell]]:rounded-[3px] [&_[data-cell]]:leading-6.75 [&_[data-cell]]:text-inherit [&_a]:no-underline [&_a]:hover:underline'
const NAMES =
  '[&_tbody_th]:flex [&_tbody_th]:h-6.75 [&_tbody_th]:items-center [&_tbody_th]:gap-1 [&_tbody_th]:pr-1.5 [&_tbody_th]:text-left [&_tbody_th]:font-normal'
const BASES =
  '[&_p]:flex [&_p]:items-center [&_p]:gap-2 [&_p]:pr-2 [&_p>a]:w-7 [&_p>a]:text-right [&_p>a]:font-semibold [&_p>a]:text-text [&_p>a]:tabular-nums'
const DASHED = 'outline-1 -outline-offset-1 outline-dashed outline-border-strong text-small'

/** A table whose cells are shaded by what they print: never colour alone. */
export function HeatTable({ caption, head, rows, total, few, hint }: HeatTableProps) {
  const most = Math.max(1, ...rows.map(({ base }) => base))
  return (
    <GridKeys hint={hint}>
      <table className={`w-full table-fixed border-separate border-spacing-0.5 text-table ${CELLS} ${NAMES} ${BASES}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="align-bottom text-micro text-text-2 wide:text-small/4">
            <th scope="col" className="w-38 pb-1 text-left wide:w-42 font-semibold">
              {head.row}
            </th>
            <th scope="col" aria-sort="descending" className="w-18 pb-1 wide:w-24 text-left font-semibold">
              {head.base}
            </th>
            {head.columns.map((column) => (
              <th key={column.key} scope="col" title={column.title} className="pb-1 font-semibold hyphens-auto">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.key}>
              <th scope="row">
                <span className="truncate" title={row.name}>
                  {row.name}
                </span>
                {row.cells.some(([, , shade]) => shade === null) && (
                  <span title={few.title} className="rounded-[3px] bg-warn-tint px-1 text-micro text-warn-text">
                    {few.mark}
                  </span>
                )}
              </th>
              <td>
                <p>
                  <FirmsOf of={row.of}>{row.baseText}</FirmsOf>
                  <span aria-hidden className="min-w-0 flex-1">
                    <span
                      className="block h-2 min-w-px rounded-[2px] bg-c6"
                      style={{ width: `${((row.base / most) * 100).toFixed(1)}%` }}
                    />
                  </span>
                </p>
              </td>
              {row.cells.map((cell, j) => (
                <td key={head.columns[j]?.key} className={cell[2] === null ? DASHED : SHADES[cell[2]]}>
                  <HeatLink cell={cell} of={`${row.of}&${head.columns[j]?.of}`} row={i} column={j} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot className="font-semibold [&_td]:bg-fill [&_th]:bg-fill">
          <tr>
            <th scope="row" className="h-7.25 rounded-[3px] pl-1.5 text-left font-semibold">
              {total.name}
            </th>
            <td>
              <p>
                <FirmsOf of={total.of}>{total.base}</FirmsOf>
              </p>
            </td>
            {total.cells.map((cell, j) => (
              <td key={head.columns[j]?.key}>
                <HeatLink cell={cell} of={head.columns[j]?.of ?? ''} row={rows.length} column={j} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </GridKeys>
  )
}

function FirmsOf({ of, children }: { of: string; children: string }) {
  return <a href={firmsAddress(of)}>{children}</a>
}

type HeatLinkProps = { cell: HeatCell; of: string; row: number; column: number }

/** One cell is in the tab order at a time, at first that of the upper left. */
function HeatLink({ cell: [text, about], of, row, column }: HeatLinkProps) {
  return (
    <a href={firmsAddress(of)} data-cell={`${row},${column}`} aria-label={about} tabIndex={row + column === 0 ? 0 : -1}>
      {text}
    </a>
  )
}
