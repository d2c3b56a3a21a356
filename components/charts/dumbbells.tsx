import { FirmsLink } from '@/components/charts/firms-link'

export type Dumbbell = {
  key: string
  name: string
  of: string
  /** Shares between 0 and 1. */
  from: number
  to: number
  points: string
  /** Whether the difference exceeds the uncertainty. */
  apart: boolean
  about: string
}

const COLUMNS = 'grid grid-cols-[8.5rem_minmax(0,1fr)_3.25rem] items-center gap-x-2'

/** A hollow dot for the register, a filled one for the visited, a line between them. */
export function Dumbbells({
  groups,
  legend,
  points,
  percent,
}: {
  groups: { key: string; rows: Dumbbell[] }[]
  legend: [from: string, to: string]
  points: string
  percent: (share: number) => string
}) {
  const highest = Math.max(0.1, ...groups.flatMap(({ rows }) => rows.flatMap(({ from, to }) => [from, to])))
  const step = [0.05, 0.1, 0.2, 0.25].find((size) => highest / size <= 4) ?? 0.25
  const end = Math.ceil(highest / step - 1e-9) * step
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, i) => i * step)
  const at = (share: number) => `${((share / end) * 100).toFixed(2)}%`
  return (
    <>
      <div className={`${COLUMNS} text-micro text-axis`}>
        <p className="col-span-2 flex justify-end gap-4 text-small text-text-2">
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-full border-2 border-text-3 bg-surface" />
            {legend[0]}
          </span>
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-full bg-c1" />
            {legend[1]}
          </span>
        </p>
        <span className="text-right">{points}</span>
      </div>
      <div className="relative pb-5">
        <div aria-hidden className={`${COLUMNS} absolute inset-0`}>
          <div className="relative col-start-2 mx-1.5 h-full">
            {ticks.map((tick) => (
              <span key={tick} className="absolute top-0 bottom-5 w-px bg-grid" style={{ left: at(tick) }}>
                <span className="absolute top-full left-0 -translate-x-1/2 pt-0.5 text-micro text-axis">
                  {percent(tick)}
                </span>
              </span>
            ))}
          </div>
        </div>
        {groups.map(({ key, rows }) => (
          <ul key={key} className="relative mt-1.5 first:mt-0">
            {rows.map((row) => (
              <li key={row.key} className={`${COLUMNS} h-6.5`} title={row.about}>
                <FirmsLink of={row.of} className="truncate text-table text-text no-underline hover:underline">
                  {row.name}
                </FirmsLink>
                <span aria-hidden className="relative mx-1.5 h-full">
                  <span
                    className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-border-strong"
                    style={{ left: at(Math.min(row.from, row.to)), width: at(Math.abs(row.from - row.to)) }}
                  />
                  <span
                    className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-2 border-text-3 bg-surface"
                    style={{ left: at(row.from) }}
                  />
                  <span
                    className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full bg-c1"
                    style={{ left: at(row.to) }}
                  />
                </span>
                <span
                  className={`text-right text-small tabular-nums ${row.apart ? 'font-semibold text-text' : 'text-text-3'}`}
                >
                  {row.points}
                </span>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </>
  )
}
