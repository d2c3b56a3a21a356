'use client'
import { useLocale, useTranslations } from 'next-intl'
import { firmsAddress } from '@/components/charts/firms-link'
import { GridKeys } from '@/components/charts/grid-keys'
import { formatNumber } from '@/lib/format'
import type { PageTable } from '@/lib/insight/figures'

type WeekBarsProps = {
  /** One row a week, one column for each small chart from top to bottom, each on its own scale from zero (`trendTable`). */
  table: PageTable
  /** The fill of each chart. */
  looks: string[]
  /** Where something known to interrupt the work falls: the number of the week. */
  breaks: { week: number; name: string }[]
  /** Dates under the axis, with the number of the week each stands under. */
  ticks: { week: number; name: string }[]
}

/** Room for so many weeks at the least: the columns of a few are no walls. */
const FEWEST = 8

/** Columns week by week, one small chart under the other on one axis of time. One week is in the tab order at a time. */
export function WeekBars({ table, looks, breaks, ticks }: WeekBarsProps) {
  const [t, locale] = [useTranslations('insight'), useLocale()]
  const weeks = table.rows
  const places = Math.max(FEWEST, weeks.length)
  const at = (week: number) => `${(((week + 0.5) / places) * 100).toFixed(2)}%`
  const number = (value: unknown) => formatNumber(locale, Number(value))
  return (
    <GridKeys hint={t('marks.weeks')}>
      <div className="relative overflow-hidden">
        {table.columns.map(({ name }, i) => {
          const counts = weeks.map(({ cells }) => Number(cells[i]))
          const most = Math.max(...counts)
          return (
            <div key={name} className={i ? 'mt-2' : undefined}>
              <p className="flex justify-between gap-2 text-small text-text-2">
                <b className="font-semibold">{name}</b>
                <span className="text-micro text-axis">{t('marks.most', { count: number(most) })}</span>
              </p>
              <svg
                aria-hidden
                viewBox={`0 0 ${places * 10} 100`}
                preserveAspectRatio="none"
                className="block h-15 w-full border-t border-b border-grid wide:h-19"
              >
                <path className={looks[i]} d={columns(counts.map((count) => count / Math.max(1, most)))} />
              </svg>
            </div>
          )
        })}
        {breaks.map(({ week, name }) => (
          <span
            key={name + String(week)}
            className="pointer-events-none absolute top-4 bottom-0 w-px border-l border-dashed border-axis"
            style={{ left: at(week) }}
          >
            <span className="absolute bottom-full left-0 -translate-x-1/2 bg-surface max-tablet:top-0 max-tablet:bottom-auto px-0.5 text-micro whitespace-nowrap text-axis">
              {name}
            </span>
          </span>
        ))}
        <div className="absolute inset-0 flex [&>a]:h-full [&>a]:flex-1 [&>a]:hover:bg-on-tint/10">
          {weeks.map(({ of, name, cells }, i) => (
            <a key={of} href={firmsAddress(of)} data-cell={`0,${i}`} tabIndex={i ? -1 : 0}>
              <span className="sr-only">
                {[
                  t('marks.weekOf', { day: name }),
                  ...table.columns.map((column, j) => `${column.name} ${number(cells[j])}`),
                ].join(' · ')}
              </span>
            </a>
          ))}
          <span style={{ flex: places - weeks.length }} />
        </div>
      </div>
      <div aria-hidden className="relative h-4.5 text-micro text-axis">
        {ticks.map(({ week, name }, i) => (
          <span
            key={name}
            className={`absolute top-0 pt-0.5 whitespace-nowrap ${i === 0 ? '' : week === places - 1 ? '-translate-x-full' : '-translate-x-1/2'}`}
            style={{ left: i === 0 ? 0 : week === places - 1 ? '100%' : at(week) }}
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
