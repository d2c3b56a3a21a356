import { placeBars } from '@/lib/report/bars'
import type { ReportBar } from '@/lib/report/model'

/** The bars of the PDF, with the colours of the theme. The table that follows has the same numbers. */
export function ReportBars({ bars, label }: { bars: ReportBar[]; label: string }) {
  const { width, height, from, values, thick, rows } = placeBars(bars)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="my-3 w-full max-w-160 max-tablet:hidden print:block"
    >
      <path d={`M${from} 0V${height}`} stroke="var(--border)" fill="none" />
      {rows.map(({ name, value, top, middle, length, whisker }) => (
        <g key={name} fontSize={10} fill="var(--text)">
          <text x={0} y={middle + 3.5}>
            {name}
          </text>
          <rect x={from} y={top} width={length} height={thick} fill="var(--s3)" stroke="var(--s5)" />
          {whisker && <path d={whisker} stroke="var(--text)" fill="none" />}
          <text x={values} y={middle + 3.5}>
            {value}
          </text>
        </g>
      ))}
    </svg>
  )
}
