'use client'
import { useLocale } from 'next-intl'
import { FirmsLink } from '@/components/charts/firms-link'
import { formatNumber, formatShare } from '@/lib/format'
import type { PageTable } from '@/lib/insight/figures'

type StepBarsProps = {
  /** Firms at each station, and what share they are of those at the station before (`funnelTable`). */
  table: PageTable
  /** Name of each station, and what it takes to be there. */
  names: [name: string, hint: string][]
}

/** Stations one after the other: how many came so far, and what share of those at the station before. */
export function StepBars({ table, names }: StepBarsProps) {
  const locale = useLocale()
  const firmsOf = (row: number) => Number(table.rows[row]?.cells[0] ?? 0)
  return (
    <>
      <div aria-hidden className="step-row chart-head h-5">
        {table.columns.map(({ name }, i) => (
          <span key={name} className={i ? undefined : 'col-start-3'}>
            {name}
          </span>
        ))}
      </div>
      <ol>
        {table.rows.map(({ of, cells }, i) => (
          <li key={of} className="step-row">
            <p>
              <FirmsLink of={of} className="chart-name">
                {names[i]?.[0]}
              </FirmsLink>
              <small>{names[i]?.[1]}</small>
            </p>
            <span aria-hidden>
              {firmsOf(i) > 0 && <i style={{ width: `max(1px, ${((firmsOf(i) / firmsOf(0)) * 100).toFixed(2)}%)` }} />}
            </span>
            <b>{formatNumber(locale, firmsOf(i))}</b>
            <span>{typeof cells[1] === 'number' ? formatShare(locale, cells[1], 0) : '–'}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
