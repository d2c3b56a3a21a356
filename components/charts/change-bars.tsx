import { FirmsLink } from '@/components/charts/firms-link'
import type { Interval } from '@/lib/statistics/wilson'

export type ChangeBar = {
  key: string
  name: string
  sides: { key: string; of: string; share: string; base: string }[]
  /** Shares between −1 and 1. */
  change: { difference: number; interval: Interval; text: string } | null
  clear: boolean
}
type ChangeBarsProps = { head: [what: string, first: string, second: string, change: string]; rows: ChangeBar[] }

/** Two columns of shares and what changed between them, each change with its interval around zero. */
export function ChangeBars({ head, rows }: ChangeBarsProps) {
  const reach = Math.max(0.1, ...rows.flatMap(({ change }) => change?.interval.map(Math.abs) ?? []))
  const at = (value: number) => `${(((value / reach + 1) / 2) * 100).toFixed(2)}%`
  return (
    <table className="w-full border-collapse text-table [&_td]:px-2 [&_th]:px-2 [&_tr]:border-b [&_tr]:border-border">
      <thead className="text-left text-small text-text-2 [&_th]:py-1 [&_th]:font-semibold">
        <tr>
          {head.map((name) => (
            <th key={name} scope="col" className="wrap-anywhere last:w-[34%]">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="h-9">
            <th scope="row" className="text-left font-normal">
              {row.name}
            </th>
            {row.sides.map(({ key, of, share, base }) => (
              <td key={key} className="tabular-nums">
                <b className="font-semibold">{share}</b>{' '}
                <FirmsLink of={of} className="text-small text-text-3 underline underline-offset-2">
                  {base}
                </FirmsLink>
              </td>
            ))}
            <td>
              {row.change ? (
                <div className="flex items-center gap-3">
                  <span aria-hidden className="relative h-5 min-w-16 flex-1">
                    <span className="absolute inset-y-0 left-1/2 w-px bg-axis" />
                    <span
                      className="absolute top-1/2 h-0.75 -translate-y-1/2 rounded-full bg-c1"
                      style={{
                        left: at(row.change.interval[0]),
                        right: `calc(100% - ${at(row.change.interval[1])})`,
                      }}
                    />
                    <span
                      className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full bg-c1"
                      style={{ left: at(row.change.difference) }}
                    />
                  </span>
                  <span
                    className={`w-48 text-right text-small tabular-nums ${row.clear ? 'font-semibold' : 'text-text-3'}`}
                  >
                    {row.change.text}
                  </span>
                </div>
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
