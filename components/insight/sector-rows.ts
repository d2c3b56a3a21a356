import type { HeatCell, HeatRow } from '@/components/charts/heat-table'
import { formatInterval, formatNumber, formatShare } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { behindQuery } from '@/lib/insight/schema'
import type { TypeRow, Words } from '@/lib/insight/sentences'
import { type SectorRow, shadeOf } from '@/lib/ranking/rules'
import { showShare } from '@/lib/statistics/showing'
import { wilson } from '@/lib/statistics/wilson'
import type { Estimated } from '@/lib/weighting/rules'

type Context = { t: Words; locale: string; types: TypeRow[] }

/** One number of the table: what the cell prints, and all there is to say of it. */
export function cellOf(
  { t, locale }: Context,
  whose: string,
  type: TypeRow,
  { firms, n, found = none(n) }: { firms: number; n: number; found?: Estimated },
): HeatCell {
  const some = formatNumber(locale, firms)
  const all = formatNumber(locale, n)
  const label = t('heat.cell', { sector: whose, need: nameIn(locale, type), some, all })
  if (!showShare(n)) return [t('of', { some, all }), label, null]
  const share = formatShare(locale, found.share, 0)
  const about = `${label} · ${share} · ${t('interval', { interval: formatInterval(locale, found.interval) })}`
  return [firms === 0 ? '0' : share, about, shadeOf(found.share)]
}

/** Nobody there asks for it: the interval of none among `n`. */
const none = (n: number): Estimated => ({ share: 0, interval: wilson(0, n) ?? [0, 0] })

/** A sector as a row of the table, its cells in the order of the types. */
export function heatRow(context: Context, row: SectorRow, name: string): HeatRow {
  const { locale, types } = context
  return {
    key: row.sectorId,
    name,
    base: row.visited,
    baseText: formatNumber(locale, row.visited),
    of: behindQuery({ row: row.sectorId }),
    cells: types.map((type) => {
      const [firms, n] = [row.byType.get(type.id) ?? 0, row.visited]
      return cellOf(context, name, type, { firms, n, found: row.shares.get(type.id) ?? none(n) })
    }),
  }
}
