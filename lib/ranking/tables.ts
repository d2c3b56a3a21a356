import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { PanelTable } from '@/lib/insight/figures'
import { behindQuery } from '@/lib/insight/schema'
import type { TypeRow, Words } from '@/lib/insight/sentences'
import type { Ranked, SectorRow } from '@/lib/ranking/rules'
import { showShare } from '@/lib/statistics/showing'

/** The types of need, each with its share of the visited firms. */
export function rankingTable(t: Words, locale: string, ranked: Ranked<TypeRow>[]): PanelTable {
  const n = ranked[0]?.n ?? 0
  const shown = showShare(n)
  return {
    caption: t('ranking.base', { n, count: formatNumber(locale, n) }),
    head: t('ranking.need'),
    columns: [
      { name: t('ranking.firms'), kind: 'count' },
      { name: t('ranking.share'), kind: 'share' },
      { name: t('ci'), kind: 'interval' },
    ],
    rows: ranked.map(({ type, firms, share, interval }) => ({
      key: type.id,
      name: nameIn(locale, type),
      of: behindQuery({ need: type.id }),
      cells: [firms, shown ? share : null, shown ? interval : null],
    })),
  }
}

/** Sectors by types of need, in firms; the last row is the total. */
export function sectorTable(
  t: Words,
  locale: string,
  rows: SectorRow[],
  ranked: Ranked<TypeRow>[],
  sectors: { id: string; nameIt: string; nameEn: string }[],
): PanelTable {
  const names = new Map(sectors.map((sector) => [sector.id, nameIn(locale, sector)]))
  const n = ranked[0]?.n ?? 0
  return {
    caption: t('ranking.base', { n, count: formatNumber(locale, n) }),
    head: t('heat.sector'),
    columns: [
      { name: t('heat.visited'), kind: 'count' },
      ...ranked.map(({ type }) => ({ name: locale === 'en' ? type.shortEn : type.shortIt, kind: 'count' as const })),
    ],
    rows: [
      ...rows.map((row) => ({
        key: row.sectorId,
        name: names.get(row.sectorId) ?? '',
        of: behindQuery({ row: row.sectorId }),
        cells: [row.visited, ...ranked.map(({ type }) => row.byType.get(type.id) ?? 0)],
      })),
      {
        key: 'total',
        name: t('heat.total'),
        of: behindQuery({ step: 'visited' }),
        cells: [n, ...ranked.map(({ firms }) => firms)],
      },
    ],
  }
}
