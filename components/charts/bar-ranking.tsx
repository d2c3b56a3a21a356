'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Lines, linesUpTo } from '@/components/charts/axis'
import { FirmsLink } from '@/components/charts/firms-link'
import { useInBrowser } from '@/components/ui/in-browser'
import { formatInterval, formatNumber, formatShare } from '@/lib/format'
import type { PageRow, PageTable } from '@/lib/insight/figures'

type BarRankingProps = {
  /** Firms, share and interval of each row (`rankingTable`). */
  table: PageTable
  base: number
  /** The numbers of the rows that catch the rest: without a rank, and paler. */
  rest: string[]
}
type Bar = { firms: number; share: number | null; interval: readonly [number, number] | null }

const figuresOf = ({ cells }: PageRow) => ({ firms: cells[0], share: cells[1], interval: cells[2] }) as Bar

/** Horizontal bars with their intervals as whiskers between the names and the numbers; none where answers are too few. */
export function BarRanking({ table, base, rest }: BarRankingProps) {
  const [t, locale, inBrowser] = [useTranslations('insight'), useLocale(), useInBrowser()]
  const bars = table.rows.map((row) => ({ ...row, ...figuresOf(row) }))
  const highest = Math.max(0.05, ...bars.map(({ interval }) => interval?.[1] ?? 0))
  const at = (share: number) => `${((share / highest) * 100).toFixed(2)}%`
  const [firms, share, interval] = table.columns
  const isShown = bars.some((bar) => bar.interval)
  const of = (some: number) => t('of', { some: formatNumber(locale, some), all: formatNumber(locale, base) })
  const about = ({ name, ...bar }: (typeof bars)[number]) => {
    const shown = bar.share !== null && bar.interval
    const certain = shown && [
      formatShare(locale, bar.share ?? 0),
      t('interval', { interval: formatInterval(locale, shown) }),
    ]
    return [name, of(bar.firms), ...(certain || [])].join(' · ')
  }
  return (
    <div className="relative">
      <div className="ranking-row chart-head">
        <span className="col-span-3">{table.caption}</span>
        {[share, interval, firms].map((column) => (
          <span key={column?.name}>{column?.name}</span>
        ))}
      </div>
      <div aria-hidden className="chart-lines absolute top-5 right-[12.25rem] bottom-0 left-[14.5rem]">
        {isShown && <Lines lines={linesUpTo(highest)} at={at} percent={(line) => formatShare(locale, line, 0)} />}
      </div>
      <ol className="relative pb-6">
        {bars.map((bar, i) => {
          const isRest = rest.includes(bar.of)
          return (
            <li key={bar.of} className="ranking-row" title={inBrowser ? about(bar) : undefined}>
              <span>{isRest || !isShown ? '' : i + 1}</span>
              <FirmsLink of={bar.of} className="chart-name">
                {bar.name}
              </FirmsLink>
              <span aria-hidden className="ranking-bar">
                {bar.interval && (
                  <>
                    <span className={isRest ? 'rest' : undefined} style={{ width: at(bar.share ?? 0) }} />
                    <b style={{ left: at(bar.interval[0]), width: at(bar.interval[1] - bar.interval[0]) }}>
                      <i />
                      <i />
                      <i />
                    </b>
                  </>
                )}
              </span>
              <b>{bar.share === null ? '–' : formatShare(locale, bar.share)}</b>
              <span>{bar.interval ? formatInterval(locale, bar.interval) : '–'}</span>
              <span>{isShown ? formatNumber(locale, bar.firms) : of(bar.firms)}</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
