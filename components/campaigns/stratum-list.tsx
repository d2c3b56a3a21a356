'use client'
import { ChevronDown } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { DrawWish } from '@/components/campaigns/use-draw'
import type { Cell, PlannedStratum } from '@/lib/draws/rules'
import { formatNumber } from '@/lib/format'

type StratumListProps = {
  strata: PlannedStratum[]
  cells: Cell[]
  minimum: number
  wish: DrawWish
  change: (part: Partial<DrawWish>) => void
  label: (key: string) => string
}

const CONTROL =
  'h-11 rounded-m border border-border-strong bg-surface px-2 text-table text-text focus-ring tablet:h-7.5'

/** Each stratum with its firms; by hand its number is typed here, and a small one may go into another. */
export function StratumList({ strata, cells, minimum, wish, change, label }: StratumListProps) {
  const t = useTranslations('campaigns.draw')
  const locale = useLocale()
  const shown = (count: number) => formatNumber(locale, count)
  const byHand = wish.allocation === 'by_hand'
  const inOrder = strata.toSorted((a, b) => label(a.key).localeCompare(label(b.key), locale, { numeric: true }))
  const into = (from: string, to: string) => {
    const { [from]: _, ...rest } = wish.merged
    change({ merged: to ? { ...rest, [from]: to } : rest })
  }
  const gone = cells.filter(({ key }) => wish.merged[key] && !strata.some((stratum) => stratum.key === key))
  return (
    <details open={byHand || undefined} className="group">
      <summary className="min-h-9 cursor-pointer text-table font-semibold text-link focus-ring">
        {t('strata', { count: strata.length })}
      </summary>
      <ul
        className="mt-1 max-h-112 overflow-y-auto border-y border-border"
        aria-label={t('strata', { count: strata.length })}
      >
        {inOrder.map(({ key, frame, sample, reserves, cells: own }) => (
          <li
            key={key}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border py-1.5 text-table last:border-0"
          >
            <span className="min-w-0 flex-1 basis-56 wrap-anywhere">
              {label(key)}
              {own.length > 1 && (
                <span className="text-small text-text-3"> {t('merged', { count: own.length - 1 })}</span>
              )}
            </span>
            {byHand && (
              <input
                type="text"
                inputMode="numeric"
                aria-label={t('firmsOf', { name: label(key) })}
                value={wish.byHand[key] ?? ''}
                onChange={(event) => change({ byHand: { ...wish.byHand, [key]: event.target.value } })}
                className={`${CONTROL} w-20 text-right`}
              />
            )}
            <span className="text-small text-text-2 tabular-nums">
              {t('ofStratum', { sample: shown(sample), frame: shown(frame), reserves: shown(reserves) })}
            </span>
            {frame < Math.max(minimum, 2) && strata.length > 1 && (
              // The browser's own list: hundreds of strata may each have one, and it costs nothing before it is opened.
              <span className="relative">
                <select
                  aria-label={t('mergeOf', { name: label(key) })}
                  value=""
                  onChange={(event) => into(key, event.target.value)}
                  className={`${CONTROL} max-w-48 cursor-pointer appearance-none pr-8`}
                >
                  <option value="">{t('merge')}</option>
                  {inOrder.map(
                    (other) =>
                      other.key !== key && (
                        <option key={other.key} value={other.key}>
                          {label(other.key)}
                        </option>
                      ),
                  )}
                </select>
                <ChevronDown
                  size={16}
                  strokeWidth={1.75}
                  aria-hidden
                  className="pointer-events-none absolute inset-y-0 right-2 my-auto text-text-2"
                />
              </span>
            )}
          </li>
        ))}
        {gone.map(({ key }) => (
          <li
            key={key}
            className="flex flex-wrap items-center gap-3 border-b border-border py-1.5 text-table text-text-2 last:border-0"
          >
            <span className="min-w-0 flex-1 basis-56 wrap-anywhere">
              {t('went', { name: label(key), other: label(wish.merged[key] ?? '') })}
            </span>
            <button type="button" className={`${CONTROL} text-link`} onClick={() => into(key, '')}>
              {t('split')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
