import { FirmsLink } from '@/components/charts/firms-link'

export type StepBar = {
  key: string
  name: string
  hint: string
  of: string
  share: number
  count: string
  pass: string
}

type StepBarsProps = { head: [firms: string, pass: string]; rows: StepBar[] }

const COLUMNS = 'grid grid-cols-[7.5rem_minmax(0,1fr)_3.25rem_3rem] items-center gap-x-2'

/** Stations one after the other: how many came so far, and what share of those at the station before. */
export function StepBars({ head, rows }: StepBarsProps) {
  return (
    <>
      <div aria-hidden className={`${COLUMNS} h-5 text-right text-micro text-axis`}>
        <span className="col-start-3">{head[0]}</span>
        <span>{head[1]}</span>
      </div>
      <ol>
        {rows.map((row) => (
          <li key={row.key} className={`${COLUMNS} h-8`}>
            <span className="min-w-0 leading-4">
              <FirmsLink of={row.of} className="block truncate text-table/4 text-text no-underline hover:underline">
                {row.name}
              </FirmsLink>
              <span className="block truncate text-micro/3.5 text-axis">{row.hint}</span>
            </span>
            <span aria-hidden className="h-5 overflow-hidden rounded-[3px] bg-fill">
              <span
                className={`block h-full bg-s5 ${row.share > 0 ? 'min-w-px' : ''}`}
                style={{ width: `${row.share * 100}%` }}
              />
            </span>
            <b className="text-right text-body font-semibold tabular-nums">{row.count}</b>
            <span className="text-right text-small text-text-2 tabular-nums">{row.pass}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
