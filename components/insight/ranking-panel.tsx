import { getLocale, getTranslations } from 'next-intl/server'
import { ChartCard } from '@/components/charts/chart-card'
import { FirmsLink } from '@/components/charts/figures-table'
import { RankedBars } from '@/components/charts/ranked-bars'
import { askedFilter, behindHref, type Params } from '@/components/insight/asked'
import { Indicative } from '@/components/insight/indicative'
import { NothingYet } from '@/components/insight/nothing-yet'
import { rankingSentence } from '@/components/insight/sentences'
import { formatInterval, formatNumber, formatShare } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf, rank } from '@/lib/ranking/rules'
import { showShare } from '@/lib/statistics/showing'

const ROW = 32
const AXIS = 24
const COLUMNS = 'grid grid-cols-[1.25rem_12.5rem_minmax(0,1fr)_3.75rem_4rem_3.75rem] items-center'
/** Where the bars stand: between the names and the numbers of `COLUMNS`. */
const PLOT = 'absolute top-5 right-[11.5rem] left-[13.75rem]'

export async function RankingPanel({ params, className }: { params: Params; className?: string }) {
  const [t, locale, filter] = await Promise.all([getTranslations('insight'), getLocale(), askedFilter(params)])
  const [cells, types] = await Promise.all([readCells(filter), rankedTypes()])
  const n = baseOf(cells)
  const shares = showShare(n)
  const base = t('ranking.base', { n, count: formatNumber(locale, n) })
  let place = 0
  const rows = rank(cells, types).map(({ type, firms, share, interval, isRest }) => {
    const [low, high] = interval ?? [0, 0]
    const shown = shares && share !== null && interval
    const some = t('of', { some: formatNumber(locale, firms), all: formatNumber(locale, n) })
    const shareText = shown ? formatShare(locale, share) : '–'
    const intervalText = shown ? formatInterval(locale, interval) : '–'
    const about = [nameIn(locale, type), some, ...(shown ? [shareText, t('interval', { interval: intervalText })] : [])]
    return {
      key: type.id,
      name: nameIn(locale, type),
      href: behindHref(filter, { need: type.id }),
      place: isRest || !shares ? '' : String(++place),
      bar: { name: nameIn(locale, type), share: share ?? 0, low, high, isRest, about: about.join(' · ') },
      firms: shares ? formatNumber(locale, firms) : some,
      shareText,
      intervalText,
    }
  })
  const chart =
    n === 0 ? (
      <NothingYet filter={filter} className="h-65" />
    ) : (
      <div className="relative">
        <div className={`${COLUMNS} h-5 text-right text-micro text-axis`}>
          <span className="col-span-3 text-left">{base}</span>
          <span>{t('ranking.share')}</span>
          <span>{t('ci')}</span>
          <span>{t('ranking.firms')}</span>
        </div>
        <ol style={{ paddingBottom: AXIS }}>
          {rows.map((row) => (
            <li key={row.key} className={COLUMNS} style={{ height: ROW }}>
              <span className="text-small text-axis">{row.place}</span>
              <FirmsLink href={row.href} className="truncate pr-2 text-table text-text no-underline hover:underline">
                {row.name}
              </FirmsLink>
              <b className="col-start-4 text-right text-table font-semibold tabular-nums">{row.shareText}</b>
              <span className="text-right text-small text-text-2 tabular-nums">{row.intervalText}</span>
              <span className="text-right text-small text-text-2 tabular-nums">{row.firms}</span>
            </li>
          ))}
        </ol>
        {shares && (
          <div className={PLOT} style={{ height: rows.length * ROW + AXIS }}>
            <RankedBars
              title={t('ranking.plot')}
              rows={rows.map(({ bar }) => bar)}
              locale={locale}
              rowHeight={ROW}
              axisHeight={AXIS}
            />
          </div>
        )}
      </div>
    )
  return (
    <ChartCard
      id="ranking"
      title={t('ranking.title')}
      className={className}
      reading={
        <>
          {rankingSentence(t, locale, rank(cells, types))}
          <Indicative visited={n} />
        </>
      }
      chart={chart}
      tables={[
        {
          caption: base,
          head: t('ranking.need'),
          columns: [t('ranking.firms'), t('ranking.share'), t('ci')],
          rows: rows.map(({ key, name, href, firms, shareText, intervalText }) => {
            return { key, name, href, cells: [firms, shareText, intervalText] }
          }),
        },
      ]}
    />
  )
}
