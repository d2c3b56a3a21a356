import { ChartCard } from '@/components/charts/chart-card'
import { WeekBars } from '@/components/charts/week-bars'
import { type Params, panelContext } from '@/components/insight/asked'
import { NothingYet } from '@/components/insight/nothing-yet'
import { formatDate, formatNumber } from '@/lib/format'
import { behindQuery } from '@/lib/insight/schema'
import { trendSentence } from '@/lib/insight/sentences'
import { dateColumn } from '@/lib/today/rules'
import { readWeeks } from '@/lib/trend/queries'
import { breaksIn, SERIES } from '@/lib/trend/rules'
import { trendTable } from '@/lib/trend/tables'

const LOOK = { contacted: 'fill-s5', visited: 'fill-s6', needs: 'fill-s4' }
const MOST_TICKS = 5

export async function TrendPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const weeks = await readWeeks(filter)
  const number = (value: number) => formatNumber(locale, value)
  const day = (monday: string) => formatDate(locale, dateColumn(monday), 'brief')
  const step = Math.max(1, Math.ceil((weeks.length - 1) / (MOST_TICKS - 1)))
  const ticks = weeks.flatMap(({ monday }, week) =>
    week % step === 0 || week === weeks.length - 1 ? { week, name: day(monday) } : [],
  )
  const breaks = breaksIn(weeks).map(({ kind, monday }) => ({
    week: weeks.findIndex((week) => week.monday === monday),
    name: t(`trend.breaks.${kind}`),
  }))
  return (
    <ChartCard
      id="trend"
      phone="chart"
      title={t('trend.title')}
      className={className}
      reading={trendSentence(t, locale, weeks)}
      chart={
        weeks.length === 0 ? (
          <NothingYet filter={filter} className="h-65" />
        ) : (
          <WeekBars
            series={SERIES.map((series) => ({
              name: t(`trend.series.${series}`),
              most: t('trend.most', { count: number(Math.max(...weeks.map((week) => week[series]))) }),
              look: LOOK[series],
            }))}
            weeks={weeks.map((week) => ({
              key: week.monday,
              of: behindQuery({ week: week.monday, step: 'contacted' }),
              about: [
                t('trend.weekOf', { day: formatDate(locale, dateColumn(week.monday), 'day') }),
                ...SERIES.map((series) => `${t(`trend.series.${series}`)} ${number(week[series])}`),
              ].join(' · '),
              counts: SERIES.map((series) => week[series]),
            }))}
            breaks={breaks}
            ticks={ticks}
            hint={t('trend.keys')}
          />
        )
      }
      tables={[trendTable(t, locale, weeks)]}
    />
  )
}
