'use client'
import { Bar, BarChart, CartesianGrid, Cell, ErrorBar, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'

export type RankedBar = {
  name: string
  /** Shares between 0 and 1. */
  share: number
  low: number
  high: number
  isRest: boolean
  /** All there is to say of the bar, in one line: label, value, base, interval. */
  about: string
}

type BarRankingProps = { title: string; rows: RankedBar[]; locale: string; rowHeight: number; axisHeight: number }

/** Three or four lines, the last one within the highest whisker. */
function ticksUpTo(highest: number): number[] {
  const step = [0.05, 0.1, 0.2, 0.25].find((size) => highest / size <= 4) ?? 0.25
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, i) => i * step)
}

/** Horizontal bars with their intervals as whiskers; names and numbers stand beside it in the page's own text. */
export function BarRanking({ title, rows, locale, rowHeight, axisHeight }: BarRankingProps) {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const highest = Math.max(0.05, ...rows.map(({ high }) => high))
  const points = rows.map((row) => ({ ...row, whisker: [row.share - row.low, row.high - row.share] }))
  const height = rows.length * rowHeight + axisHeight
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 240, height }}>
      <BarChart
        data={points}
        layout="vertical"
        accessibilityLayer
        title={title}
        barCategoryGap={7}
        margin={{ top: 0, right: 12, bottom: 0, left: 12 }}
      >
        <CartesianGrid horizontal={false} syncWithTicks stroke="var(--grid)" />
        <XAxis
          type="number"
          domain={[0, highest]}
          ticks={ticksUpTo(highest)}
          tickFormatter={(value: number) => percent.format(value)}
          height={axisHeight}
          tick={{ fill: 'var(--axis)', fontSize: 12 }}
          axisLine={false}
          tickLine={false}
        />
        <YAxis type="category" dataKey="about" hide />
        <Tooltip cursor={{ fill: 'var(--hover)' }} content={({ label }) => <Told about={String(label ?? '')} />} />
        <Bar dataKey="share" isAnimationActive={false} radius={2} strokeWidth={1}>
          {points.map(({ name, isRest }) => (
            <Cell key={name} fill={isRest ? 'var(--fill)' : 'var(--s3)'} stroke={isRest ? 'var(--c6)' : 'var(--s5)'} />
          ))}
          <ErrorBar
            dataKey="whisker"
            direction="x"
            width={4}
            strokeWidth={1.5}
            stroke="var(--text)"
            isAnimationActive={false}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}

function Told({ about }: { about: string }) {
  return about ? (
    <div className="max-w-64 rounded-m border border-border bg-raised px-2.5 py-1.5 text-small whitespace-normal text-text shadow-e2">
      {about}
    </div>
  ) : null
}
