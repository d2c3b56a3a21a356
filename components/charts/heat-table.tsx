'use client'
import { useLocale, useTranslations } from 'next-intl'
import { firmsAddress } from '@/components/charts/firms-link'
import { GridKeys } from '@/components/charts/grid-keys'
import { SHADES } from '@/components/charts/shades'
import { useInBrowser } from '@/components/ui/in-browser'
import { formatInterval, formatNumber, formatShare } from '@/lib/format'
import type { PageRow, PageTable } from '@/lib/insight/figures'

/** The shade from 0 to 6, the share and its interval (0–1); null where there are too few answers. */
export type Heat = [shade: number, share: number, low: number, high: number] | null

type HeatTableProps = {
  caption: string
  /** Visited firms and firms of each column, row by row; the last row is the total (`sectorTable`). */
  table: PageTable
  /** Which number each column is (`behindQuery`), and its whole name. */
  columns: { of: string; title: string }[]
  /** Row by row as the table. */
  heats: Heat[][]
}

/* Said once for all cells. */
const CELLS =
  '[&_td]:rounded-[3px] [&_td]:text-center [&_td]:tabular-nums [&_tbody_td]:h-6.75 [&_tbody_td]:p-0 [&_td>:is(a,span)]:block [&_td>:is(a,span)]:rounded-[3px] [&_td>:is(a,span)]:leading-6.75 [&_td>:is(a,span)]:text-inherit [&_a]:no-underline [&_a]:hover:underline'
const NAMES =
  '[&_tbody_th]:flex [&_tbody_th]:h-6.75 [&_tbody_th]:items-center [&_tbody_th]:gap-1 [&_tbody_th]:pr-1.5 [&_tbody_th]:text-left [&_tbody_th]:font-normal'
const BASES =
  '[&_p]:flex [&_p]:items-center [&_p]:gap-2 [&_p]:pr-2 [&_p>a]:w-7 [&_p>a]:text-right [&_p>a]:font-semibold [&_p>a]:text-text [&_p>a]:tabular-nums [&_p>span]:min-w-0 [&_p>span]:flex-1 [&_i]:block [&_i]:h-2 [&_i]:min-w-px [&_i]:rounded-[2px] [&_i]:bg-c6'
const HEAD =
  'align-bottom text-micro text-text-2 wide:text-small/4 [&_th]:pb-1 [&_th]:font-semibold [&_th]:hyphens-auto'
const FOOT =
  'font-semibold [&_td]:bg-fill [&_th]:h-7.25 [&_th]:rounded-[3px] [&_th]:bg-fill [&_th]:pl-1.5 [&_th]:text-left'
const DASHED = 'few'

/** With more sectors than a screen holds the chart shows those visited most; the table has them all. */
const MOST_ROWS = 25

const baseOf = ({ cells }: PageRow) => Number(cells[0])

/** A table whose cells are shaded by what they print: never colour alone. */
export function HeatTable({ caption, table, columns, heats }: HeatTableProps) {
  const [t, locale, inBrowser] = [useTranslations('insight'), useLocale(), useInBrowser()]
  const all = table.rows.slice(0, -1)
  const rows = all.slice(0, MOST_ROWS)
  const total = table.rows.at(-1)
  const most = Math.max(1, ...rows.map(baseOf))
  /**
   * One cell is in the tab order at a time, at first that of the upper left. Where it leads and all there is to say of it
   * is said in the browser: before that a cell is read with its row and column. (No component: a page has a hundred.)
   */
  const linkOf = (row: PageRow, heat: Heat, need: string, of: string, [i, j]: [row: number, column: number]) => {
    const firms = Number(row.cells[j + 1])
    const some = t('of', { some: formatNumber(locale, firms), all: formatNumber(locale, baseOf(row)) })
    const text = heat ? (firms === 0 ? '0' : formatShare(locale, heat[1], 0)) : some
    if (!inBrowser) return <span>{text}</span>
    const about = [`${row.name}, ${need}: ${some}`]
    if (heat) {
      const interval = formatInterval(locale, [heat[2], heat[3]])
      about.push(formatShare(locale, heat[1], 0), t('interval', { interval }))
    }
    return (
      <a href={firmsAddress(of)} data-cell={`${i},${j}`} aria-label={about.join(' · ')} tabIndex={i + j === 0 ? 0 : -1}>
        {text}
      </a>
    )
  }
  const cells = (row: PageRow, i: number, dressed: boolean) =>
    columns.map(({ of, title }, j) => {
      const heat = heats[i]?.[j] ?? null
      const look = heat ? SHADES[heat[0]] : DASHED
      return (
        <td key={of} className={dressed ? look : undefined}>
          {linkOf(row, heat, title, dressed ? `${row.of}&${of}` : of, [Math.min(i, rows.length), j])}
        </td>
      )
    })
  return (
    <GridKeys hint={t('marks.sectors')}>
      <table className={`w-full table-fixed border-separate border-spacing-0.5 text-table ${CELLS} ${NAMES} ${BASES}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className={HEAD}>
            <th scope="col" className="w-38 text-left wide:w-42">
              {table.head}
            </th>
            {table.columns.map(({ name }, i) =>
              i ? (
                <th key={columns[i - 1]?.of} scope="col" title={columns[i - 1]?.title}>
                  {name}
                </th>
              ) : (
                <th key={name} scope="col" aria-sort="descending" className="w-18 text-left wide:w-24">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.of}>
              <th scope="row">
                <span className="truncate">{row.name}</span>
                {heats[i]?.includes(null) && (
                  <span title={t('fewTitle')} className="rounded-[3px] bg-warn-tint px-1 text-micro text-warn-text">
                    {t('few')}
                  </span>
                )}
              </th>
              <td>
                <p>
                  <a href={firmsAddress(row.of)}>{formatNumber(locale, baseOf(row))}</a>
                  <span aria-hidden>
                    <i style={{ width: `${((baseOf(row) / most) * 100).toFixed(1)}%` }} />
                  </span>
                </p>
              </td>
              {cells(row, i, true)}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot className={FOOT}>
            <tr>
              <th scope="row">{total.name}</th>
              <td>
                <p>
                  <a href={firmsAddress(total.of)}>{formatNumber(locale, baseOf(total))}</a>
                </p>
              </td>
              {cells(total, all.length, false)}
            </tr>
          </tfoot>
        )}
      </table>
      {all.length > rows.length && (
        <p className="mt-1 text-small text-text-2">
          {t('marks.more', { count: formatNumber(locale, all.length - rows.length) })}
        </p>
      )}
    </GridKeys>
  )
}
