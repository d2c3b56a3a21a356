'use client'
import { useLocale, useTranslations } from 'next-intl'
import { WordTable } from '@/components/campaigns/word-table'
import { formatNumber } from '@/lib/format'
import type { Outlook } from '@/lib/outlook/rules'
import { FEWEST_FOR_SHARE } from '@/lib/statistics/showing'

type SectorOutlookProps = {
  outlook: Outlook[]
  names: Record<string, string>
  /** A sector's firms run across strata: how many of them are drawn is an expectation. */
  byChance: boolean
}

/** The interval each sector will get, before drawing. */
export function SectorOutlook({ outlook, names, byChance }: SectorOutlookProps) {
  const t = useTranslations('campaigns.outlook')
  const locale = useLocale()
  const shown = (count: number) => formatNumber(locale, Math.round(count))
  const margin = (answers: number, half: number | null) => {
    if (half === null || Math.round(answers) < FEWEST_FOR_SHARE) return t('few')
    return t('points', { points: formatNumber(locale, half * 100, 1) })
  }
  const sectors = outlook.slice(1).toSorted((a, b) => b.frame - a.frame)
  const rows = [...sectors, ...outlook.slice(0, 1)].map((row) => ({
    key: row.sectorId ?? 'all',
    name: row.sectorId ? (names[row.sectorId] ?? row.sectorId) : t('all'),
    cells: [
      shown(row.frame),
      shown(row.sample),
      shown(row.reserves),
      shown(row.contacts),
      margin(row.contacts, row.contactMargin),
      shown(row.visits),
      margin(row.visits, row.visitMargin),
    ],
  }))
  const columns = (['frame', 'sample', 'reserves', 'contacts', 'contactMargin', 'visits', 'visitMargin'] as const).map(
    (column) => t(column),
  )
  return (
    <WordTable
      caption={`${t('caption')}${byChance ? ` ${t('byChance')}` : ''}`}
      head={t('head')}
      columns={columns}
      rows={rows}
    />
  )
}
