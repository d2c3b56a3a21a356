import { getLocale, getTranslations } from 'next-intl/server'
import { ChartCard } from '@/components/charts/chart-card'
import { HeatTable } from '@/components/charts/heat-table'
import { askedFilter, behindHref, type Params } from '@/components/insight/asked'
import { HeatLegend } from '@/components/insight/heat-legend'
import { Indicative } from '@/components/insight/indicative'
import { NothingYet } from '@/components/insight/nothing-yet'
import { cellOf, heatRow } from '@/components/insight/sector-rows'
import { sectorSentence } from '@/components/insight/sentences'
import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices } from '@/lib/insight/queries'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, rank, sectorRows } from '@/lib/ranking/rules'

/** Types of need in the table's head; the others are in the ranking. */
const MOST_COLUMNS = 8

export async function SectorPanel({ params, className }: { params: Params; className?: string }) {
  const [t, locale, filter] = await Promise.all([getTranslations('insight'), getLocale(), askedFilter(params)])
  const [cells, allTypes, { sectors }] = await Promise.all([readCells(filter), rankedTypes(), insightChoices()])
  const n = baseOf(cells)
  const ranked = rank(cells, allTypes)
  const types = ranked.flatMap(({ type, isRest }) => (isRest ? [] : [type])).slice(0, MOST_COLUMNS)
  const names = new Map(sectors.map((sector) => [sector.id, nameIn(locale, sector)]))
  const rest = sectors.find(({ code }) => code === 'other')?.id
  const sorted = sectorRows(cells, rest)
  const context = { t, locale, filter, types }
  const rows = sorted.map((row) => heatRow(context, row, names.get(row.sectorId) ?? ''))
  const firmsOf = (id: string) => ranked.find(({ type }) => type.id === id)?.firms ?? 0
  const total = {
    name: t('heat.total'),
    base: formatNumber(locale, n),
    href: behindHref(filter, { step: 'visited' }),
    cells: types.map((type) => cellOf(context, t('heat.total'), type, firmsOf(type.id), n)),
  }
  const columns = types.map((type) => {
    const name = locale === 'en' ? type.shortEn : type.shortIt
    const href = behindHref(filter, { need: type.id })
    return { key: type.id, name, title: nameIn(locale, type), href, narrow: `&need=${type.id}` }
  })
  return (
    <ChartCard
      id="sectors"
      title={t('heat.title')}
      className={className}
      reading={
        <>
          {sectorSentence(t, locale, sorted, ranked[0])}
          <Indicative visited={n} />
        </>
      }
      chart={
        n === 0 ? (
          <NothingYet filter={filter} className="h-100" />
        ) : (
          <>
            <HeatTable
              caption={t('heat.title')}
              head={{ row: t('heat.sector'), base: t('heat.visited'), columns }}
              rows={rows}
              total={total}
              few={{ mark: t('few'), title: t('fewTitle') }}
              hint={t('heat.keys')}
            />
            <HeatLegend />
          </>
        )
      }
      tables={[
        {
          caption: t('ranking.base', { n, count: formatNumber(locale, n) }),
          head: t('heat.sector'),
          columns: [t('heat.visited'), ...columns.map(({ name }) => name)],
          rows: [
            ...rows.map(({ key, name, href, baseText }, i) => {
              const counts = types.map((type) => formatNumber(locale, sorted[i]?.byType.get(type.id) ?? 0))
              return { key, name, href, cells: [baseText, ...counts] }
            }),
            {
              key: 'total',
              name: total.name,
              href: total.href,
              cells: [total.base, ...types.map((type) => formatNumber(locale, firmsOf(type.id)))],
            },
          ],
        },
      ]}
    />
  )
}
