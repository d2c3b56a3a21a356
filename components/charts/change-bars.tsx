'use client'
import { useLocale, useTranslations } from 'next-intl'
import { FirmsLink } from '@/components/charts/firms-link'
import { formatNumber, formatShare } from '@/lib/format'
import type { PageRow, PageTable } from '@/lib/insight/figures'
import type { Interval } from '@/lib/statistics/wilson'

type ChangeBarsProps = {
  /** Of each side firms, base and share; the change and its interval (`compareTable`). */
  table: PageTable
  head: [what: string, first: string, second: string, change: string]
  /** The change in words, by the number of the row; none where one side has too few. */
  gaps: Record<string, string>
  /** The numbers of the rows whose change may be called one. */
  clear: string[]
}

const intervalOf = ({ cells }: PageRow) => cells[7] as Interval | null

/** Two columns of shares and what changed between them, each change with its interval around zero. */
export function ChangeBars({ table, head, gaps, clear }: ChangeBarsProps) {
  const [t, locale] = [useTranslations('insight'), useLocale()]
  const reach = Math.max(0.1, ...table.rows.flatMap((row) => intervalOf(row)?.map(Math.abs) ?? []))
  const at = (value: number) => `${(((value / reach + 1) / 2) * 100).toFixed(2)}%`
  const number = (value: unknown) => formatNumber(locale, Number(value))
  const sides = ({ of, cells }: PageRow) => [
    { of, cells: cells.slice(0, 3) },
    { of: `${of}&second=1`, cells: cells.slice(3, 6) },
  ]
  return (
    <table className="share-table [&_:is(td,th)]:px-2 [&_tr]:border-b [&_tr]:border-border">
      <thead className="text-small text-text-2 [&_th]:py-1 [&_th]:font-semibold">
        <tr>
          {head.map((name) => (
            <th key={name} scope="col" className="w-[23%] align-bottom wrap-anywhere first:w-[20%] last:w-[34%]">
              <span className="line-clamp-3" title={name}>
                {name}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => {
          const interval = intervalOf(row)
          const Gap = clear.includes(row.of) ? 'b' : 'em'
          return (
            <tr key={row.of}>
              <th scope="row">
                <span className="line-clamp-2" title={row.name}>
                  {row.name}
                </span>
              </th>
              {sides(row).map(({ of, cells: [some, all, share] }) => (
                <td key={of}>
                  <b className="font-semibold">{typeof share === 'number' && formatShare(locale, share)}</b>{' '}
                  <FirmsLink of={of}>{t('of', { some: number(some), all: number(all) })}</FirmsLink>
                </td>
              ))}
              <td>
                {interval ? (
                  <div className="change">
                    <span aria-hidden>
                      <s />
                      <i style={{ left: at(interval[0]), width: `calc(${at(interval[1])} - ${at(interval[0])})` }} />
                      <b className="dot-full" style={{ left: at(Number(row.cells[6])) }} />
                    </span>
                    <Gap>{gaps[row.of]}</Gap>
                  </div>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
