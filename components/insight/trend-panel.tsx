import { ChartCard } from '@/components/charts/chart-card'
import { WeekBars } from '@/components/charts/week-bars'
import { type Params, panelContext } from '@/components/insight/asked'
import { NothingYet } from '@/components/insight/nothing-yet'
import { formatDate } from '@/lib/format'
import { brief } from '@/lib/insight/figures'
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
  const table = brief(trendTable(t, locale, weeks))
  const day = (monday: string) => formatDate(locale, dateColumn(monday), 'brief')
  const step = Math.max(1, Math.ceil((weeks.length - 1) / (MOST_TICKS - 1)))
  const last = weeks.length - 1
  // One close to the last gives way: on a phone the two would lie over one another.
  const ticks = weeks.flatMap(({ monday }, week) =>
    week === last || (week % step === 0 && (last - week) * 4 >= step * 3) ? { week, name: day(monday) } : [],
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
          <WeekBars table={table} looks={SERIES.map((series) => LOOK[series])} breaks={breaks} ticks={ticks} />
        )
      }
      tables={[table]}
    />
  )
}
