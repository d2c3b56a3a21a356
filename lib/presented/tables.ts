import { nameIn } from '@/lib/i18n/name'
import type { PanelTable } from '@/lib/insight/figures'
import { behindQuery } from '@/lib/insight/schema'
import type { Words } from '@/lib/insight/sentences'
import type { Presented } from '@/lib/presented/rules'
import { showShare } from '@/lib/statistics/showing'
import { wilson } from '@/lib/statistics/wilson'

export function presentedTable(t: Words, locale: string, rows: Presented[]): PanelTable {
  const share = (some: number, all: number) => (showShare(all) ? some / all : null)
  return {
    caption: t('presented.about'),
    head: t('presented.service'),
    columns: [
      { name: t('presented.presented'), kind: 'count' },
      { name: t('presented.known'), kind: 'count' },
      { name: t('presented.knownShare'), kind: 'share' },
      { name: t('ci'), kind: 'interval' },
      { name: t('presented.used'), kind: 'count' },
      { name: t('presented.interested'), kind: 'count' },
      { name: t('presented.interestedShare'), kind: 'share' },
    ],
    rows: rows.map((row) => ({
      key: row.id,
      name: nameIn(locale, row),
      of: behindQuery({ service: row.id, answer: 'presented' }),
      cells: [
        row.presented,
        row.known,
        share(row.known, row.knownAsked),
        showShare(row.knownAsked) ? wilson(row.known, row.knownAsked) : null,
        row.used,
        row.interested,
        share(row.interested, row.interestedAsked),
      ],
    })),
  }
}
