import { FirmsLink } from '@/components/charts/firms-link'

export type RankedBar = {
  key: string
  name: string
  of: string
  place: string
  /** Shares between 0 and 1; no bar where there are too few answers for one. */
  bar: { share: number; low: number; high: number } | null
  isRest: boolean
  /** Share, interval and firms, as text. */
  figures: [share: string, interval: string, firms: string]
  /** All there is to say of the bar, in one line: label, value, base, interval. */
  about: string
}

type BarRankingProps = {
  base: string
  head: [share: string, interval: string, firms: string]
  rows: RankedBar[]
  percent: (share: number) => string
}

const COLUMNS = 'grid grid-cols-[1.25rem_12.5rem_minmax(0,1fr)_3.75rem_4rem_3.75rem] items-center'

/** Three or four lines, the last one within the highest whisker. */
function ticksUpTo(highest: number): number[] {
  const step = [0.05, 0.1, 0.2, 0.25].find((size) => highest / size <= 4) ?? 0.25
  return Array.from({ length: Math.floor(highest / step + 1e-9) + 1 }, (_, i) => i * step)
}

/** Horizontal bars with their intervals as whiskers between the names and the numbers. */
export function BarRanking({ base, head, rows, percent }: BarRankingProps) {
  const highest = Math.max(0.05, ...rows.map(({ bar }) => bar?.high ?? 0))
  const at = (share: number) => `${((share / highest) * 100).toFixed(2)}%`
  const ticks = rows.some(({ bar }) => bar) ? ticksUpTo(highest) : []
  return (
    <div className="relative">
      <div className={`${COLUMNS} h-5 text-right text-micro text-axis`}>
        <span className="col-span-3 text-left">{base}</span>
        {head.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </div>
      <div aria-hidden className="absolute top-5 right-[12.25rem] bottom-0 left-[14.5rem]">
        {ticks.map((tick) => (
          <span key={tick} className="absolute top-0 bottom-5 w-px bg-grid" style={{ left: at(tick) }}>
            <span className="absolute top-full left-0 -translate-x-1/2 pt-0.5 text-micro text-axis">
              {percent(tick)}
            </span>
          </span>
        ))}
      </div>
      <ol className="relative pb-6">
        {rows.map((row) => (
          <li key={row.key} className={`${COLUMNS} h-8`} title={row.about}>
            <span className="text-small text-axis">{row.place}</span>
            <FirmsLink of={row.of} className="truncate pr-2 text-table text-text no-underline hover:underline">
              {row.name}
            </FirmsLink>
            <span aria-hidden className="relative mx-3 h-full">
              {row.bar && (
                <>
                  <span
                    className={`absolute inset-y-1.75 left-0 rounded-[2px] border ${row.isRest ? 'border-c6 bg-fill' : 'border-s5 bg-s3'}`}
                    style={{ width: at(row.bar.share) }}
                  />
                  <span
                    className="absolute inset-y-3 flex items-center justify-between"
                    style={{ left: at(row.bar.low), width: at(row.bar.high - row.bar.low) }}
                  >
                    <span className="absolute inset-x-0 h-0.5 bg-text" />
                    <span className="h-full w-0.5 bg-text" />
                    <span className="h-full w-0.5 bg-text" />
                  </span>
                </>
              )}
            </span>
            <b className="text-right text-table font-semibold tabular-nums">{row.figures[0]}</b>
            <span className="text-right text-small text-text-2 tabular-nums">{row.figures[1]}</span>
            <span className="text-right text-small text-text-2 tabular-nums">{row.figures[2]}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
