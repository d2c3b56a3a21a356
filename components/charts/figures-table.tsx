import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

export type Figures = { key: string; name: string; href?: string; cells: string[] }

export type FiguresTableProps = { caption: string; head: string; columns: string[]; rows: Figures[] }

/* Said once for all rows and cells: a page has hundreds of them. */
const LOOK =
  'w-full border-collapse text-table [&_:is(th,td)]:border-b [&_:is(th,td)]:border-border [&_:is(th,td)]:py-1'
const HEAD =
  '[&>tr>*]:sticky [&>tr>*]:top-0 [&>tr>*]:bg-surface [&>tr>*]:text-small [&>tr>*]:font-semibold [&>tr>*]:text-text-2'
const NUMBERS =
  '[&_:is(th,td)+*]:px-1 [&_:is(th,td)+*]:text-right [&_:is(th,td)+*]:whitespace-nowrap tablet:[&_:is(th,td)+*]:px-2 [&_td]:tabular-nums'
const NAMES =
  '[&_th:first-child]:pr-2 [&_th:first-child]:text-left [&_tbody_th]:w-full [&_tbody_th]:font-normal [&_tbody_th]:wrap-anywhere'
const LINKS =
  '[&_a]:text-text [&_a]:underline [&_a]:decoration-border-strong [&_a]:underline-offset-2 [&_a]:hover:decoration-text'

/** So many columns of numbers still fit beside a name on a phone. */
const FIT = 3

/**
 * The numbers of a chart, for reading and for screen readers; the name of a row leads to its firms. While only phones
 * show it, the wide form need not be there.
 */
export function FiguresTable({ phoneOnly, ...props }: FiguresTableProps & { phoneOnly: boolean }) {
  const wide = props.columns.length > FIT
  return (
    <>
      {wide && <TwoLines {...props} />}
      {!(wide && phoneOnly) && <Rows {...props} className={wide ? 'max-tablet:hidden' : undefined} />}
    </>
  )
}

/** On a phone: the name, and beneath it the numbers with their names. */
function TwoLines({ caption, columns, rows }: FiguresTableProps) {
  return (
    <ul
      aria-label={caption}
      className={`tablet:hidden [&_li]:border-b [&_li]:border-border [&_li]:py-2 [&_li]:text-table [&_p]:flex [&_p]:flex-wrap [&_p]:gap-x-3 [&_p]:text-small [&_p]:text-text-2 [&_b]:font-semibold [&_b]:text-text ${LINKS}`}
    >
      {rows.map((row) => (
        <li key={row.key}>
          <RowName row={row} />
          <p>
            {row.cells.map((cell, i) => (
              <span key={columns[i]}>
                {`${columns[i]} `}
                <b>{cell}</b>
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Rows({ caption, head, columns, rows, className }: FiguresTableProps & { className?: string }) {
  return (
    <table className={classNames(LOOK, NUMBERS, NAMES, LINKS, className)}>
      <caption className="pb-1 text-left text-small text-text-3">{caption}</caption>
      <thead className={HEAD}>
        <tr>
          <th scope="col">{head}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <RowName row={row} />
            </th>
            {row.cells.map((cell, i) => (
              <td key={columns[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RowName({ row }: { row: Figures }) {
  if (!row.href) return row.name
  return (
    <Link href={row.href as Route} prefetch={false}>
      {row.name}
    </Link>
  )
}

type FirmsLinkProps = { href: string; children: ReactNode; className?: string }

/** From a number to the firms behind it; a page has a hundred of them, so none is fetched ahead. */
export function FirmsLink({ href, children, className }: FirmsLinkProps) {
  const look = className ?? 'text-text underline decoration-border-strong underline-offset-2 hover:decoration-text'
  // Where there is no room the name is cut off: then it can still be read in full.
  const title = typeof children === 'string' ? children : undefined
  return (
    <Link href={href as Route} prefetch={false} title={title} className={look}>
      {children}
    </Link>
  )
}
