'use client'
import { useLocale } from 'next-intl'
import { Fragment } from 'react'
import { FirmsLink } from '@/components/charts/firms-link'
import { classNames } from '@/components/ui/class-names'
import { useNarrow } from '@/components/ui/in-browser'
import { formatFigure, isPair, type PageRow, type PageTable } from '@/lib/insight/figures'

/* Said once for all rows and cells: a page has hundreds of them. */
const LOOK =
  'w-full border-collapse text-table [&_:is(th,td)]:border-b [&_:is(th,td)]:border-border [&_:is(th,td)]:py-1'
const HEAD =
  '[&>tr>*]:sticky [&>tr>*]:top-0 [&>tr>*]:bg-surface [&>tr>*]:text-small [&>tr>*]:font-semibold [&>tr>*]:text-text-2'
const NUMBERS =
  '[&_:is(th,td)+*]:px-1 [&_:is(th,td)+*]:text-right [&_td]:whitespace-nowrap [&_thead_th]:align-bottom tablet:[&_:is(th,td)+*]:px-2 [&_td]:tabular-nums'
const NAMES =
  '[&_th:first-child]:pr-2 [&_th:first-child]:text-left [&_tbody_th]:w-full [&_tbody_th]:min-w-28 [&_tbody_th]:font-normal [&_tbody_th]:wrap-anywhere'
const LINKS =
  '[&_a]:text-text [&_a]:underline [&_a]:decoration-border-strong [&_a]:underline-offset-2 [&_a]:hover:decoration-text'

/** So many columns of numbers still fit beside a name on a phone. */
const FIT = 3

/** The numbers of a chart, for reading and for screen readers; the name of a row leads to its firms. */
export function FiguresTable(table: PageTable) {
  return useNarrow() && table.columns.length > FIT ? <TwoLines {...table} /> : <Rows {...table} />
}

/** On a phone: the name, and beneath it the numbers with their names. */
function TwoLines({ caption, columns, rows }: PageTable) {
  const locale = useLocale()
  return (
    <ul
      aria-label={caption}
      className={`[&_li]:border-b [&_li]:border-border [&_li]:py-2 [&_li]:text-table [&_p]:flex [&_p]:flex-wrap [&_p]:gap-x-3 [&_p]:text-small [&_p]:text-text-2 [&_b]:font-semibold [&_b]:text-text ${LINKS}`}
    >
      {rows.map((row) => (
        <li key={row.of}>
          <RowName row={row} />
          <p>
            {together(named(columns)).map((group) => (
              <span key={group[0]?.key} className="flex max-w-full flex-wrap items-end gap-x-1">
                {group.map(({ name, key, kind, place }) => (
                  <Fragment key={key}>
                    {name !== columns[place - 1]?.name && <span className="line-clamp-2 max-w-60">{name}</span>}
                    <b>{formatFigure(locale, kind, row.cells[place] ?? null)}</b>
                  </Fragment>
                ))}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Rows({ caption, head, columns, rows }: PageTable) {
  const locale = useLocale()
  return (
    <table className={classNames(LOOK, NUMBERS, NAMES, LINKS)}>
      <caption className="pb-1 text-left text-small text-text-3">{caption}</caption>
      <thead className={HEAD}>
        <tr>
          <th scope="col">{head}</th>
          {named(columns).map(({ name, key }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.of}>
            <th scope="row">
              <RowName row={row} />
            </th>
            {named(columns).map(({ key, kind, place }) => (
              <td key={key}>{formatFigure(locale, kind, row.cells[place] ?? null)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Column = ReturnType<typeof named>[number]

/** Two columns may have one name, such as the shares of two groups. */
const named = (columns: PageTable['columns']) =>
  columns.map((column, place) => ({ ...column, place, key: `${place} ${column.name}` }))

/** A share of the same name stands right behind its number, an interval behind what it is of. */
function together(columns: Column[]): Column[][] {
  const groups: Column[][] = []
  for (const column of columns) {
    const last = groups.at(-1)
    const follows = column.name === last?.at(-1)?.name || isPair(column.kind)
    if (last && follows) last.push(column)
    else groups.push([column])
  }
  return groups
}

function RowName({ row }: { row: PageRow }) {
  return row.of ? <FirmsLink of={row.of}>{row.name}</FirmsLink> : row.name
}
