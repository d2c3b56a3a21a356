import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { PanelTable } from '@/lib/insight/figures'
import { behindQuery } from '@/lib/insight/schema'
import type { TypeRow, Words } from '@/lib/insight/sentences'
import { type Found, foundOr, type Ranked, type SectorRow } from '@/lib/ranking/rules'
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

/** `sectorTable` with the share and interval of every number: weighted ones cannot be told from the counts. */
export function sectorShareTable(
  t: Words,
  table: PanelTable,
  rows: SectorRow[],
  ranked: Ranked<TypeRow>[],
): PanelTable {
  const estimated = (n: number, { share, interval }: Found) => (showShare(n) ? [share, interval] : [null, null])
  const shares = [
    ...rows.map((row) =>
      ranked.map(({ type }) => estimated(row.visited, foundOr(row.visited, row.shares.get(type.id)))),
    ),
    ranked.map((type) => estimated(type.n, type)),
  ]
  const beside = <T, U>(list: T[], more: (place: number) => U[]) =>
    list.flatMap((one, place) => (place ? [one, ...more(place - 1)] : [one]))
  return {
    ...table,
    columns: beside(table.columns, (place) => [
      { name: table.columns[place + 1]?.name ?? '', kind: 'share' as const },
      { name: t('ci'), kind: 'interval' as const },
    ]),
    rows: table.rows.map((row, i) => ({ ...row, cells: beside(row.cells, (place) => shares[i]?.[place] ?? []) })),
  }
}
