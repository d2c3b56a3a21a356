import { FirmsLink } from '@/components/charts/firms-link'

export type IntervalMark = {
  key: string
  name: string
  base: string
  of: string
  /** Shares between 0 and 1. */
  share: number
  low: number
  high: number
  /** Null where there are too few answers for a share: then nothing is drawn. */
  value: string | null
  shape: 'circle' | 'diamond'
  /** A categorical colour: a group keeps its own on every chart. */
  colour: 'c1' | 'c4'
}

const LINES = [0, 0.25, 0.5, 0.75, 1]
const FILL = { c1: 'bg-c1', c4: 'bg-c4' }
const at = (share: number) => `${share * 100}%`

/** A dot for each group on one axis from 0 to 100 %, its interval a bar through it. */
export function IntervalPlot({ label, marks }: { label: string; marks: IntervalMark[] }) {
  return (
    <figure aria-label={label} className="grid grid-cols-[7rem_minmax(0,1fr)] pr-3">
      <div className="relative col-start-2 row-span-2 row-start-1 mb-5">
        {LINES.map((line) => (
          <span key={line} aria-hidden className="absolute inset-y-0 w-px bg-grid" style={{ left: at(line) }}>
            <span className="absolute top-full left-0 -translate-x-1/2 pt-1 text-micro text-axis">{at(line)}</span>
          </span>
        ))}
        {marks.map(
          (mark, i) =>
            mark.value && (
              <div key={mark.key} className="absolute w-full" style={{ top: at((i + 0.5) / marks.length) }}>
                <span
                  className={`absolute h-0.75 -translate-y-1/2 rounded-full ${FILL[mark.colour]}`}
                  style={{ left: at(mark.low), width: at(mark.high - mark.low) }}
                />
                <span
                  className={`absolute size-3 -translate-1/2 ${FILL[mark.colour]} ${mark.shape === 'circle' ? 'rounded-full' : 'rotate-45'}`}
                  style={{ left: at(mark.share) }}
                />
                <b
                  className="absolute -translate-x-1/2 -translate-y-5.5 text-small font-semibold"
                  style={{ left: at(Math.min(0.92, Math.max(0.08, mark.share))) }}
                >
                  {mark.value}
                </b>
              </div>
            ),
        )}
      </div>
      <ul className="contents">
        {marks.map((mark, i) => (
          <li key={mark.key} className="col-start-1 flex h-10 flex-col justify-center" style={{ gridRow: i + 1 }}>
            <FirmsLink of={mark.of} className="text-table text-text no-underline hover:underline">
              {mark.name}
            </FirmsLink>
            <span className="text-micro text-axis">{mark.base}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
