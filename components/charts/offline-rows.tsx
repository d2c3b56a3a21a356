'use client'
import { useLocale, useTranslations } from 'next-intl'
import { FirmsLink } from '@/components/charts/firms-link'
import { formatNumber, formatShare } from '@/lib/format'
import type { PageRow } from '@/lib/insight/figures'

/** Rows of a table of answers, firms and their share (`digitalTables`), each with a bar of the hundred percent. */
export function OfflineRows({ rows }: { rows: PageRow[] }) {
  const [t, locale] = [useTranslations('insight'), useLocale()]
  const number = (value: unknown) => formatNumber(locale, Number(value))
  return (
    <ul>
      {rows.map(({ name, of, cells: [all, some, share] }) => (
        <li key={of} className="offline-row">
          <FirmsLink of={of} className="chart-name line-clamp-2 whitespace-normal">
            {name}
          </FirmsLink>
          <span aria-hidden className="share-bar">
            <i className="bg-c2" style={{ width: `${(Number(share) * 100).toFixed(1)}%` }} />
          </span>
          <b>{formatShare(locale, Number(share), 0)}</b>
          <span>{t('of', { some: number(some), all: number(all) })}</span>
        </li>
      ))}
    </ul>
  )
}
