'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Lines, linesUpTo, stepOf } from '@/components/charts/axis'
import { FirmsLink } from '@/components/charts/firms-link'
import { useInBrowser } from '@/components/ui/in-browser'
import { formatInterval, formatShare } from '@/lib/format'
import { formatPoints, type PageRow, type PageTable } from '@/lib/insight/figures'

type DumbbellsProps = {
  /** Register, its share, visited, theirs, the interval, the gap in points (`likenessTable`). */
  table: PageTable
  /** The numbers of the rows to draw, group by group. */
  groups: string[][]
  /** Those whose difference exceeds the uncertainty. */
  apart: string[]
}

const sharesOf = ({ cells }: PageRow) => [Number(cells[1]), Number(cells[3])] as const

/** A hollow dot for the register, a filled one for the visited, a line between them. */
export function Dumbbells({ table, groups, apart }: DumbbellsProps) {
  const [t, locale, inBrowser] = [useTranslations('insight'), useLocale(), useInBrowser()]
  const rows = new Map(table.rows.map((row) => [row.of, row]))
  const drawn = groups.map((keys) => keys.flatMap((key) => rows.get(key) ?? []))
  const highest = Math.max(0.1, ...drawn.flat().flatMap(sharesOf))
  const end = Math.ceil(highest / stepOf(highest) - 1e-9) * stepOf(highest)
  const at = (share: number) => `${((share / end) * 100).toFixed(2)}%`
  const [register, , visited, , , points] = table.columns.map(({ name }) => name)
  const about = (row: PageRow) => {
    const [from, to] = sharesOf(row).map((share) => formatShare(locale, share))
    const interval = row.cells[4]
    const certain = Array.isArray(interval)
      ? [t('interval', { interval: formatInterval(locale, interval as [number, number]) })]
      : []
    return [row.name, `${register} ${from}`, `${visited} ${to}`, ...certain].join(' · ')
  }
  return (
    <>
      <div className="likeness-row chart-head">
        <p className="col-span-2 flex justify-end gap-4 text-small text-text-2">
          {[register, visited].map((name, i) => (
            <span key={name} className="flex items-center gap-1.5">
              <span aria-hidden className={i ? 'dot-full' : 'dot-hollow'} />
              {name}
            </span>
          ))}
        </p>
        <span className="text-right">{points}</span>
      </div>
      <div className="relative pb-5">
        <div aria-hidden className="likeness-row absolute inset-0">
          <div className="chart-lines relative col-start-2 mx-1.5 h-full">
            <Lines lines={linesUpTo(end)} at={at} percent={(line) => formatShare(locale, line, 0)} />
          </div>
        </div>
        {drawn.map((lines) => (
          <ul key={lines[0]?.of} className="relative mt-1.5 first:mt-0">
            {lines.map((row) => {
              const [from, to] = sharesOf(row)
              const gap = formatPoints(locale, to - from)
              return (
                <li key={row.of} className="likeness-row" title={inBrowser ? about(row) : undefined}>
                  <FirmsLink of={row.of} className="chart-name">
                    {row.name}
                  </FirmsLink>
                  <span aria-hidden>
                    <s style={{ left: at(Math.min(from, to)), width: at(Math.abs(from - to)) }} />
                    <i className="dot-hollow" style={{ left: at(from) }} />
                    <i className="dot-full" style={{ left: at(to) }} />
                  </span>
                  {apart.includes(row.of) ? <b>{gap}</b> : <span>{gap}</span>}
                </li>
              )
            })}
          </ul>
        ))}
      </div>
    </>
  )
}
