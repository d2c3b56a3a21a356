import { FirmsLink } from '@/components/charts/figures-table'
import { GridKeys } from '@/components/charts/grid-keys'
import { HeatLink } from '@/components/charts/heat-link'
import { classNames } from '@/components/ui/class-names'

export type HeatCell = {
  key: string
  text: string
  href: string
  about: string /** 0–6. */
  shade: number
  few: boolean
}
export type HeatRow = {
  key: string
  name: string
  base: number
  baseText: string
  href: string
  few: boolean
  cells: HeatCell[]
}

type HeatTableProps = {
  caption: string
  head: { row: string; base: string; columns: { key: string; name: string; title: string }[] }
  rows: HeatRow[]
  total: {
    name: string
    base: string
    href: string
    cells: { key: string; text: string; href: string; about: string }[]
  }
  few: { mark: string; title: string }
  hint: string
}

export const SHADES = [
  'bg-s0 text-text-2',
  'bg-s1 text-s-ink-lo',
  'bg-s2 text-s-ink-lo',
  'bg-s3 text-s-ink-lo',
  'bg-s4 text-s-ink-lo',
  'bg-s5 text-s-ink-hi',
  'bg-s6 text-s-ink-hi',
]
const DASHED = 'outline-1 -outline-offset-1 outline-dashed outline-border-strong text-small'
const LINK = 'text-text no-underline hover:underline'

/** A table whose cells are shaded by what they print: never colour alone. */
export function HeatTable({ caption, head, rows, total, few, hint }: HeatTableProps) {
  const most = Math.max(1, ...rows.map(({ base }) => base))
  return (
    <GridKeys hint={hint}>
      <table className="w-full table-fixed border-separate border-spacing-0.5 text-table">
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
              <th scope="row" className="flex h-6.75 items-center gap-1 pr-1.5 text-left font-normal">
                <span className="truncate" title={row.name}>
                  {row.name}
                </span>
                {row.few && (
                  <span title={few.title} className="rounded-[3px] bg-warn-tint px-1 text-micro text-warn-text">
                    {few.mark}
                  </span>
                )}
              </th>
              <td>
                <span className="flex items-center gap-2 pr-2">
                  <FirmsLink href={row.href} className={`w-7 text-right font-semibold tabular-nums ${LINK}`}>
                    {row.baseText}
                  </FirmsLink>
                  <span aria-hidden className="min-w-0 flex-1">
                    <span
                      className="block h-2 min-w-px rounded-[2px] bg-c6"
                      style={{ width: `${(row.base / most) * 100}%` }}
                    />
                  </span>
                </span>
              </td>
              {row.cells.map((cell, j) => (
                <td
                  key={cell.key}
                  className={classNames(
                    'h-6.75 rounded-[3px] p-0 text-center tabular-nums',
                    cell.few ? DASHED : SHADES[cell.shade],
                  )}
                >
                  <HeatLink cell={cell} place={`${i},${j}`} first={i === 0 && j === 0} />
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
              <FirmsLink href={total.href} className={`inline-block w-7 text-right ${LINK}`}>
                {total.base}
              </FirmsLink>
            </td>
            {total.cells.map((cell, i) => (
              <td key={cell.key} className="rounded-[3px] text-center tabular-nums">
                <HeatLink cell={cell} place={`${rows.length},${i}`} first={false} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </GridKeys>
  )
}
