import type { LevelShare, SectorLevels } from '@/lib/digital/rules'
import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { PanelTable } from '@/lib/insight/figures'
import { behindQuery } from '@/lib/insight/schema'
import type { Words } from '@/lib/insight/sentences'
import { showShare } from '@/lib/statistics/showing'

/** The levels of all firms that answered, and those without connection sector by sector. */
export function digitalTables(
  t: Words,
  locale: string,
  shares: LevelShare[],
  bySector: SectorLevels[],
  sectors: { id: string; nameIt: string; nameEn: string }[],
): PanelTable[] {
  const n = shares[0]?.n ?? 0
  const names = new Map(sectors.map((sector) => [sector.id, nameIn(locale, sector)]))
  const columns: PanelTable['columns'] = [
    { name: t('digital.firms'), kind: 'count' },
    { name: t('digital.share'), kind: 'share' },
    { name: t('ci'), kind: 'interval' },
  ]
  return [
    {
      caption: t('digital.base', { n, count: formatNumber(locale, n) }),
      head: t('digital.level'),
      columns,
      rows: shares.map(({ level, firms, share, interval }) => ({
        key: level,
        name: t(`digital.levels.${level}`),
        of: behindQuery({ level }),
        cells: [firms, showShare(n) ? share : null, showShare(n) ? interval : null],
      })),
    },
    {
      caption: t('digital.bySector'),
      head: t('digital.sector'),
      columns: [{ name: t('digital.answers'), kind: 'count' }, ...columns],
      rows: bySector.map(({ sectorId, n: all, byLevel, offline }) => ({
        key: sectorId,
        name: names.get(sectorId) ?? '',
        of: behindQuery({ level: 'none', row: sectorId }),
        cells: [
          all,
          byLevel.none,
          showShare(all) ? (offline?.share ?? null) : null,
          showShare(all) ? (offline?.interval ?? null) : null,
        ],
      })),
    },
  ]
}
