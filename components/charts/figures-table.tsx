import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

export type Figures = { key: string; name: string; href?: string; cells: string[] }

type FiguresTableProps = { caption: string; head: string; columns: string[]; rows: Figures[] }

const EDGE = 'border-b border-border'
const HEAD = `${EDGE} sticky top-0 bg-surface py-1 text-small font-semibold text-text-2`

/** So many columns of numbers still fit beside a name on a phone. */
const FIT = 3

/** The numbers of a chart, for reading and for screen readers; the name of a row leads to its firms. */
export function FiguresTable(props: FiguresTableProps) {
  const wide = props.columns.length > FIT
  return (
    <>
      {wide && <TwoLines {...props} />}
      <Rows {...props} className={wide ? 'max-tablet:hidden' : undefined} />
    </>
  )
}

/** On a phone: the name, and beneath it the numbers with their names. */
function TwoLines({ caption, columns, rows }: FiguresTableProps) {
  return (
    <ul aria-label={caption} className="tablet:hidden">
      {rows.map((row) => (
        <li key={row.key} className={classNames(EDGE, 'py-2 text-table')}>
          <RowName row={row} />
          <span className="flex flex-wrap gap-x-3 text-small text-text-2">
            {row.cells.map((cell, i) => (
              <span key={columns[i]}>
                {columns[i]} <b className="font-semibold text-text">{cell}</b>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Rows({ caption, head, columns, rows, className }: FiguresTableProps & { className?: string }) {
  return (
    <table className={classNames('w-full border-collapse text-table', className)}>
      <caption className="pb-1 text-left text-small text-text-3">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={classNames(HEAD, 'pr-2 text-left')}>
            {head}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={classNames(HEAD, 'px-1 text-right whitespace-nowrap tablet:px-2')}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className={classNames(EDGE, 'w-full py-1 pr-2 text-left font-normal wrap-anywhere')}>
              <RowName row={row} />
            </th>
            {row.cells.map((cell, i) => (
              <td
                key={columns[i]}
                className={classNames(EDGE, 'px-1 py-1 text-right whitespace-nowrap tabular-nums tablet:px-2')}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RowName({ row }: { row: Figures }) {
  return row.href ? <FirmsLink href={row.href}>{row.name}</FirmsLink> : row.name
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
