import { getLocale, getTranslations } from 'next-intl/server'
import { ChartCard } from '@/components/charts/chart-card'
import { type IntervalMark, IntervalPlot } from '@/components/charts/interval-plot'
import { askedFilter, behindHref, type Params } from '@/components/insight/asked'
import { formatInterval, formatNumber, formatShare } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { compareYoung } from '@/lib/ranking/rules'
import { showShare } from '@/lib/statistics/showing'

/** Do young firms ask for training more than the others? */
export async function YoungPanel({ params, className }: { params: Params; className?: string }) {
  const [t, locale, filter] = await Promise.all([getTranslations('insight'), getLocale(), askedFilter(params)])
  const [cells, types] = await Promise.all([readCells(filter), rankedTypes()])
  const found = compareYoung(cells, types)
  if (!found) return null
  const { type, reading } = found
  const number = (value: number) => formatNumber(locale, value)
  const groups = [
    { key: 'young', shape: 'diamond', colour: 'c4', ...found.young },
    { key: 'others', shape: 'circle', colour: 'c1', ...found.others },
  ] as const
  const rows = groups.map(({ key, firms, n, share, interval, shape, colour }) => ({
    mark: {
      key,
      shape,
      colour,
      share: share ?? 0,
      low: interval?.[0] ?? 0,
      high: interval?.[1] ?? 0,
      name: t(`young.${key}`),
      base: t('of', { some: number(firms), all: number(n) }),
      href: behindHref(filter, { group: key, need: type.id }),
      value: showShare(n) && share !== null ? formatShare(locale, share) : null,
    },
    cells: [
      number(firms),
      number(n),
      showShare(n) && share !== null ? formatShare(locale, share) : '–',
      showShare(n) && interval ? formatInterval(locale, interval) : '–',
    ],
  }))
  const marks = rows.map(({ mark }): IntervalMark => mark)
  const need = nameIn(locale, type)
  return (
    <ChartCard
      id="young"
      title={t('young.title')}
      className={className}
      reading={
        reading.kind === 'few'
          ? t('young.few', { young: number(found.young.n), others: number(found.others.n) })
          : t.rich(
              reading.kind === 'together' ? 'young.together' : reading.difference > 0 ? 'young.more' : 'young.less',
              {
                points: signed(locale, reading.difference),
                interval: t('young.to', {
                  low: signed(locale, reading.interval[0]),
                  high: signed(locale, reading.interval[1]),
                }),
                b: (text) => <b className="font-semibold text-text">{text}</b>,
              },
            )
      }
      chart={<IntervalPlot label={t('young.plot', { need })} marks={marks} />}
      tables={[
        {
          caption: t('young.plot', { need }),
          head: t('young.group'),
          columns: [t('young.asking', { need }), t('young.visited'), t('young.share'), t('ci')],
          rows: rows.map(({ mark, cells }) => ({ key: mark.key, name: mark.name, href: mark.href, cells })),
        },
      ]}
    />
  )
}

/** A difference of shares in percentage points, with its sign. */
function signed(locale: string, difference: number): string {
  const points = formatNumber(locale, difference * 100, 1)
  return difference > 0 ? `+${points}` : points
}
