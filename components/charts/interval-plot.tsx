'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Lines } from '@/components/charts/axis'
import { FirmsLink } from '@/components/charts/firms-link'
import { formatNumber, formatShare } from '@/lib/format'
import { showShare } from '@/lib/statistics/showing'

export type IntervalMark = {
  name: string
  of: string
  firms: number
  n: number
  /** Share and its interval, between 0 and 1; null where nobody answered. */
  found: [share: number, low: number, high: number] | null
}

const LINES = [0, 0.25, 0.5, 0.75, 1]
/** A categorical colour and a shape: the group, and the firms it is compared with. */
const LOOKS = [
  ['bg-c4', 'rotate-45'],
  ['bg-c1', 'rounded-full'],
]
const at = (share: number) => `${Math.round(share * 10_000) / 100}%`

/** A dot for each of two groups on one axis from 0 to 100 %, its interval a bar through it; nothing under ten answers. */
export function IntervalPlot({ label, marks }: { label: string; marks: IntervalMark[] }) {
  const [t, locale] = [useTranslations('insight'), useLocale()]
  const number = (value: number) => formatNumber(locale, value)
  return (
    <figure aria-label={label} className="mt-1 grid grid-cols-[7rem_minmax(0,1fr)] pr-3 pb-5">
      <div className="relative col-start-2 row-span-2 row-start-1">
        {marks.some(({ n }) => showShare(n)) && (
          <div aria-hidden className="chart-lines absolute inset-x-0 top-0 -bottom-5">
            <Lines lines={LINES} at={at} percent={at} />
          </div>
        )}
        {marks.map(({ name, n, found }, i) => {
          if (!found || !showShare(n)) return null
          const [share, low, high] = found
          const [colour, shape] = LOOKS[i] ?? []
          return (
            <div key={name} className="interval-mark" style={{ top: at((i + 0.5) / marks.length) }}>
              <span className={colour} style={{ left: at(low), width: at(high - low) }} />
              <i className={`${colour} ${shape}`} style={{ left: at(share) }} />
              <b style={{ left: at(Math.min(0.92, Math.max(0.08, share))) }}>{formatShare(locale, share, 0)}</b>
            </div>
          )
        })}
      </div>
      <ul className="contents">
        {marks.map(({ name, of, firms, n }, i) => (
          <li key={name} className="col-start-1 flex h-10 flex-col justify-center" style={{ gridRow: i + 1 }}>
            <FirmsLink of={of} className="chart-name">
              {name}
            </FirmsLink>
            <span className="chart-head">{t('of', { some: number(firms), all: number(n) })}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
