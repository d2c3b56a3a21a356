import { firmsAddress } from '@/components/charts/firms-link'
import { GridKeys } from '@/components/charts/grid-keys'

export type WeekBar = { key: string; of: string; about: string; counts: number[] }
type WeekBarsProps = {
  /** From top to bottom; each on its own scale from zero. */
  series: { name: string; most: string; look: string }[]
  weeks: WeekBar[]
  /** Where something known to interrupt the work falls: the number of the week. */
  breaks: { week: number; name: string }[]
  /** Dates under the axis, with the number of the week each stands under. */
  ticks: { week: number; name: string }[]
  hint: string
}

/** Columns week by week, one small chart under the other on one axis of time. One week is in the tab order at a time. */
export function WeekBars({ series, weeks, breaks, ticks, hint }: WeekBarsProps) {
  const at = (week: number) => `${(((week + 0.5) / weeks.length) * 100).toFixed(2)}%`
  const most = series.map((_, i) => Math.max(1, ...weeks.map(({ counts }) => counts[i] ?? 0)))
  return (
    <GridKeys hint={hint}>
      <div className="relative overflow-hidden">
        {series.map(({ name, most: highest, look }, i) => (
          <div key={name} className={i ? 'mt-2' : undefined}>
            <p className="flex justify-between gap-2 text-small text-text-2">
              <b className="font-semibold">{name}</b>
              <span className="text-micro text-axis">{highest}</span>
            </p>
            <svg
              aria-hidden
              viewBox={`0 0 ${weeks.length * 10} 100`}
              preserveAspectRatio="none"
              className="block h-15 w-full border-t border-b border-grid"
            >
              <path className={look} d={columns(weeks.map(({ counts }) => (counts[i] ?? 0) / (most[i] ?? 1)))} />
            </svg>
          </div>
        ))}
        {breaks.map(({ week, name }) => (
          <span
            key={name + String(week)}
            className="pointer-events-none absolute top-4.5 bottom-0 w-px border-l border-dashed border-axis"
            style={{ left: at(week) }}
          >
            <span className="absolute top-0 left-0 -translate-x-1/2 bg-surface px-0.5 text-micro text-axis">
              {name}
            </span>
          </span>
        ))}
        <div className="absolute inset-0 flex">
          {weeks.map(({ key, of, about }, i) => (
            <a
              key={key}
              href={firmsAddress(of)}
              data-cell={`0,${i}`}
              tabIndex={i ? -1 : 0}
              className="h-full flex-1 hover:bg-on-tint/10"
            >
              <span className="sr-only">{about}</span>
            </a>
          ))}
        </div>
      </div>
      <div aria-hidden className="relative h-4.5 text-micro text-axis">
        {ticks.map(({ week, name }, i) => (
          <span
            key={name}
            className={`absolute top-0 pt-0.5 whitespace-nowrap ${i === 0 ? '' : i === ticks.length - 1 ? '-translate-x-full' : '-translate-x-1/2'}`}
            style={{ left: i === 0 ? 0 : i === ticks.length - 1 ? '100%' : at(week) }}
          >
            {name}
          </span>
        ))}
      </div>
    </GridKeys>
  )
}

/** One path for all columns: ten units a week, two of them between columns. */
function columns(heights: number[]): string {
  return heights
    .map((height, i) => (height > 0 ? `M${i * 10 + 1} 100v${(-100 * height).toFixed(1)}h8V100z` : ''))
    .join('')
}
